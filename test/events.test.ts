import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { ask, price, type Made, type MadeLook } from './made.ts';
import { published } from './publication.ts';

const look = (source: string, on: string, ...prices: [meter: string, amount: string, from?: number][]): MadeLook => ({
	source,
	on,
	rows: prices.map(([meter, amount, from]) => ({
		...price('acme', 'acme-1', meter, amount),
		...(from ? { min_input_tokens: from } : {}),
	})),
});
const event = (id: string, day: string, kind: string, model: string, headline = '', before = '', after = '') =>
	`${id},${day},Acme,${model},${kind},Acme cut,百点降价,${before},${after},USD per M in/out,${headline},1,news,https://example.org/${id}`;
const models = ['acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-01,announced,,,,https://example.org'];
const events = (input: Made, columns: string) =>
	ask({ ...input, seeds: { models, ...input.seeds } }, `select ${columns} from mart_price_event__event order by event`);

describe('a price event', () => {
	it("is the moves of one model's cells on one list within a week, with the largest, the smallest and the blend", async () => {
		const looks = [
			look('sheet', '2026-01-01', ['input', '4'], ['output', '8'], ['cache_read', '1']),
			look('sheet', '2026-02-01', ['input', '1'], ['output', '4'], ['cache_read', '1']),
			look('sheet', '2026-02-05', ['input', '1'], ['output', '4'], ['cache_read', '0.1']),
		];
		const columns = `event, kind, cells, round(largest_change, 4) as largest, round(smallest_change, 4) as smallest,
			round(blend_change, 4) as blend, first_seen_on::varchar as since, last_moved_on::varchar as until, changed_after::varchar as after, sources, status`;
		expect(await events({ looks }, columns)).toEqual([
			{
				event: '2026-02-01-acme-acme-1-lab-direct-usd',
				kind: 'cut',
				cells: 3,
				largest: -0.9,
				smallest: -0.5,
				blend: -0.65,
				since: '2026-02-01',
				until: '2026-02-05',
				after: '2026-01-01',
				sources: 1,
				status: 'measured only',
			},
		]);
	});

	it('that another sheet shows weeks later is the same event, first seen where it was first', async () => {
		const looks = [
			look('early', '2026-01-01', ['input', '4']),
			look('early', '2026-02-01', ['input', '1']),
			look('late', '2026-01-01', ['input', '4']),
			look('late', '2026-03-20', ['input', '1']),
		];
		expect(await events({ looks }, 'event, first_seen_in, sources, shown_by, cells')).toEqual([
			{
				event: '2026-02-01-acme-acme-1-lab-direct-usd',
				first_seen_in: 'early',
				sources: 2,
				shown_by: 'early late',
				cells: 1,
			},
		]);
	});

	it('that a catalogue comes to months later is no second event: what was written then speaks of the first', async () => {
		const looks = [
			look('early', '2026-01-01', ['input', '4']),
			look('early', '2026-02-01', ['input', '1']),
			look('early', '2026-07-01', ['input', '1']),
			look('late', '2026-01-01', ['input', '4']),
			look('late', '2026-06-20', ['input', '4']),
			look('late', '2026-07-01', ['input', '1']),
		];
		const seeds = { events: [event('told-late', '2026-07-02', 'price_cut', 'acme/acme-1')] };
		expect(await events({ looks, seeds }, 'first_seen_on::varchar as day, sources, event_ids')).toEqual([
			{ day: '2026-02-01', sources: 2, event_ids: 'told-late' },
		]);
	});

	it('that goes down and comes back is two events, and none where it does so within a week', async () => {
		const prices: [string, string][] = [
			['2026-01-01', '4'],
			['2026-02-01', '1'],
			['2026-03-01', '4'],
		];
		const slow = prices.map(([on, amount]) => look('sheet', on, ['input', amount]));
		expect(await events({ looks: slow }, 'kind')).toEqual([{ kind: 'cut' }, { kind: 'rise' }]);
		const quick = [...prices.slice(0, 2), ['2026-02-04', '4'] as const];
		expect(await events({ looks: quick.map(([on, amount]) => look('sheet', on, ['input', amount])) }, 'kind')).toEqual(
			[],
		);
	});

	it('is joined to what was written about it by model, days and direction', async () => {
		const looks = [look('sheet', '2026-01-01', ['input', '4']), look('sheet', '2026-03-01', ['input', '1'])];
		const seeds = {
			events: [
				event('told', '2026-02-27', 'price_cut', 'acme/acme-1', '-0.75'),
				event('told-by-month', '2026-02', 'price_cut', 'acme/acme-1'),
				event('other-way', '2026-02-27', 'price_rise', 'acme/acme-1'),
				event('long-before', '2025-06-01', 'price_cut', 'acme/acme-1'),
				event('of-nobody', '2026-02-27', 'price_cut', ''),
			],
		};
		const columns = `event, status, coalesce(event_ids, '') as told, coalesce(reason, '') as reason`;
		expect(await events({ looks, seeds }, columns)).toEqual([
			{
				event: '2026-03-01-acme-acme-1-lab-direct-usd',
				status: 'measured and cited',
				told: 'told told-by-month',
				reason: '',
			},
			{
				event: 'long-before',
				status: 'cited only',
				told: 'long-before',
				reason: 'before the archive: first list price 2026-01-01',
			},
			{ event: 'of-nobody', status: 'cited only', told: 'of-nobody', reason: 'the event names no model' },
			{ event: 'other-way', status: 'cited only', told: 'other-way', reason: 'no sheet moved within 45 days' },
		]);
	});
});

describe('the cells of an event', () => {
	const looks = [
		look('sheet', '2026-01-01', ['input', '4'], ['output', '8'], ['input', '8', 200_000], ['output', '16', 200_000]),
		look('sheet', '2026-02-01', ['input', '1'], ['output', '8'], ['input', '2', 200_000], ['output', '16', 200_000]),
	];
	const cells = (columns: string, where: string) =>
		ask({ looks, seeds: { models } }, `select ${columns} from mart_price_event__cell where ${where} order by cell`);

	it('are those that moved and those that stood', async () => {
		expect(await cells('cell, is_moved, round(change, 4) as change', `item = 'cell'`)).toEqual([
			{ cell: 'input', is_moved: true, change: -0.75 },
			{ cell: 'input.over_200k', is_moved: true, change: -0.75 },
			{ cell: 'output', is_moved: false, change: 0 },
			{ cell: 'output.over_200k', is_moved: false, change: 0 },
		]);
	});

	it('are mixed band by band, and no agent is made without a cache price', async () => {
		expect(
			await cells('cell, native_before::double as before, native_after::double as after', `item <> 'cell'`),
		).toEqual([
			{ cell: 'blend_1to1', before: 6, after: 4.5 },
			{ cell: 'blend_1to1.over_200k', before: 12, after: 9 },
			{ cell: 'blend_3to1', before: 5, after: 2.75 },
			{ cell: 'blend_3to1.over_200k', before: 10, after: 5.5 },
			{ cell: 'chat', before: 4.8, after: 2.4 },
			{ cell: 'chat.over_200k', before: 9.6, after: 4.8 },
		]);
	});

	it('bear the headline where one is within half a point, and the blend never does', async () => {
		const audited = (headline: string) =>
			ask(
				{ looks, seeds: { models, events: [event('told', '2026-02-01', 'price_cut', 'acme/acme-1', headline)] } },
				'select hits, cells, headline_cell, verdict from mart_headline_audit__event',
			);
		const mixes = '; blend -45.0 %; chat -50.0 %';
		expect(await audited('-0.75')).toEqual([
			{ hits: 2, cells: 4, headline_cell: 'input in USD', verdict: `true of 2 cells of 4${mixes}` },
		]);
		expect(await audited('-0.755')).toMatchObject([{ hits: 2 }]);
		expect(await audited('-0.45')).toEqual([
			{ hits: 0, cells: 4, headline_cell: null, verdict: `true of no cell of 4${mixes}` },
		]);
	});

	it('are held against the largest stated change where no percentage was announced', async () => {
		const told = event('told', '2026-02-01', 'price_cut', 'acme/acme-1', '', '4/8', '1/8');
		const columns = 'headline_change, is_announced, hits';
		expect(
			await ask({ looks, seeds: { models, events: [told] } }, `select ${columns} from mart_headline_audit__event`),
		).toEqual([{ headline_change: -0.75, is_announced: false, hits: 2 }]);
	});
});

describe('the published price events', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => void (connection = await connect(published(), { readonly: true })));
	afterAll(() => connection.closeSync());

	it('hold every curated price event since 2023, measured or with the reason why not', async () => {
		const missing = await rowsOf(
			connection,
			`select event_id from mart_event__day where kind in ('price_cut', 'price_rise', 'catalogue_correction')
				and event_id not in (select unnest(string_split(event_ids, ' ')) from mart_price_event__event where event_ids is not null)`,
		);
		expect(missing).toEqual([]);
		const [counts] = await rowsOf<{ both: number; cited: number; measured: number }>(
			connection,
			`select count(*) filter (status = 'measured and cited')::integer as both, count(*) filter (status = 'cited only')::integer as cited,
				count(*) filter (status = 'measured only')::integer as measured from mart_price_event__event`,
		);
		console.log(
			`events: ${counts?.both} measured and cited, ${counts?.measured} measured only, ${counts?.cited} cited only`,
		);
		expect(counts?.both).toBeGreaterThanOrEqual(25);
		expect(counts?.cited).toBeLessThanOrEqual(40);
	});

	it('count each move of a list once', async () => {
		const twice = await rowsOf(
			connection,
			`select model, channel, currency, cell, first_seen_on, count(*) as n from mart_price_event__cell
			where item = 'cell' and is_moved group by all having n > 1`,
		);
		expect(twice).toEqual([]);
	});

	it('have the two lists of MiMo-V2.5 as two events of six cells, both cited', async () => {
		const found = await rowsOf(
			connection,
			`select channel, currency, cells, status from mart_price_event__event
			where model = 'xiaomi/mimo-v2.5-pro' and first_seen_on = '2026-05-27' order by all`,
		);
		expect(found).toEqual([
			{ channel: 'lab-cn', currency: 'CNY', cells: 6, status: 'measured and cited' },
			{ channel: 'lab-direct', currency: 'USD', cells: 6, status: 'measured and cited' },
		]);
	});
});
