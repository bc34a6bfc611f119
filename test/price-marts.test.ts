import { describe, expect, it } from 'vitest';
import { ask, price } from './made.ts';

const sheet = (source: string, on: string, ...rows: ReturnType<typeof price>[]) => ({ source, on, rows });

describe('price spells', () => {
	it('an unchanged price is one spell, seen last on the last look', async () => {
		const looks = ['2026-01-01', '2026-01-02', '2026-01-05'].map(on =>
			sheet('sheet', on, price('acme', 'acme-1', 'input', '2')),
		);
		const rows = await ask({ looks }, 'select from_day, to_day, last_seen_on, looks from mart_price__cell_spell');
		expect(rows).toEqual([{ from_day: '2026-01-01', to_day: null, last_seen_on: '2026-01-05', looks: 3 }]);
	});

	it('a change lies between the last look at the old price and the first at the new', async () => {
		const looks = [
			sheet('sheet', '2026-01-01', price('acme', 'acme-1', 'input', '2')),
			sheet('sheet', '2026-01-09', price('acme', 'acme-1', 'input', '1')),
		];
		const [row] = await ask(
			{ looks },
			'select cell, change, changed_after, changed_by, kind, is_provisional from mart_price_cut__model_meter_day',
		);
		expect(row).toEqual({
			cell: 'input',
			change: -0.5,
			changed_after: '2026-01-01',
			changed_by: '2026-01-09',
			kind: 'cut',
			is_provisional: true,
		});
	});

	it('the same move in a second source corroborates it', async () => {
		const looks = ['one', 'two'].flatMap((source, late) => [
			sheet(source, '2026-01-01', price('acme', 'acme-1', 'output', '10')),
			sheet(source, `2026-01-1${late}`, price('acme', 'acme-1', 'output', '5')),
		]);
		const rows = await ask<{ lineages: number }>(
			{ looks },
			'select lineages, is_provisional, first_seen_in, event_id from mart_price_cut__model_meter_day order by source',
		);
		expect(rows).toEqual([
			{ lineages: 2, is_provisional: false, first_seen_in: 'one', event_id: '2026-01-10-acme-acme-1' },
			{ lineages: 2, is_provisional: false, first_seen_in: 'one', event_id: '2026-01-10-acme-acme-1' },
		]);
	});

	it('unknown is not zero and free is not a cut', async () => {
		const looks = [
			sheet(
				'sheet',
				'2026-01-01',
				price('acme', 'acme-1', 'input', '2'),
				price('acme', 'acme-1', 'cache_read', null, { status: 'unknown' }),
			),
			sheet(
				'sheet',
				'2026-01-02',
				price('acme', 'acme-1', 'input', '0', { status: 'free' }),
				price('acme', 'acme-1', 'cache_read', '0.2'),
			),
		];
		expect(await ask({ looks }, 'select * from mart_price_cut__model_meter_day')).toEqual([]);
		const [row] = await ask<{ n: number }>(
			{ looks },
			'select native_per_mtok as n from mart_price__cell_spell where status = $$unknown$$',
		);
		expect(row?.n).toBeNull();
	});

	it('a price per token and the same price per million are one amount, digits kept', async () => {
		const looks = [
			sheet(
				'sheet',
				'2026-01-01',
				price('acme', 'acme-1', 'input', '0.0000000208333333333333', { unit: 'token' }),
				price('acme', 'acme-2', 'input', '0.0208333333'),
			),
		];
		const rows = await ask(
			{ looks },
			'select source_model, amount, usd_per_mtok::varchar as usd from mart_price__cell_spell order by 1',
		);
		expect(rows).toEqual([
			{ source_model: 'acme-1', amount: '0.0000000208333333333333', usd: '0.0208333333' },
			{ source_model: 'acme-2', amount: '0.0208333333', usd: '0.0208333333' },
		]);
	});

	it('a cell absent from three looks ended at the first look without it', async () => {
		const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
		const looks = days.map((on, place) =>
			sheet(
				'sheet',
				on,
				price('acme', 'acme-1', 'input', '2'),
				...(place === 0 ? [price('acme', 'acme-0', 'input', '9')] : []),
			),
		);
		const [row] = await ask(
			{ looks },
			"select to_day, last_seen_on from mart_price__cell_spell where source_model = 'acme-0'",
		);
		expect(row).toEqual({ to_day: '2026-01-02', last_seen_on: '2026-01-01' });
	});

	it('several looks of one day are one look: the last, and they hurry no ending', async () => {
		const early = {
			...sheet('sheet', '2026-01-02', price('acme', 'acme-1', 'input', '3')),
			fetched_at: '2026-01-02T01:00:00',
		};
		const late = ['02', '03', '04'].map(hour => ({
			...sheet('sheet', '2026-01-02', price('acme', 'acme-1', 'input', '2')),
			fetched_at: `2026-01-02T${hour}:00:00`,
		}));
		const looks = [sheet('sheet', '2026-01-01', price('acme', 'acme-0', 'input', '9')), early, ...late];
		const rows = await ask({ looks }, 'select source_model, amount, to_day from mart_price__cell_spell order by 1');
		expect(rows).toEqual([
			{ source_model: 'acme-0', amount: '9', to_day: null },
			{ source_model: 'acme-1', amount: '2', to_day: null },
		]);
	});

	it('a change that the sheet dates itself counts from that day, not from the look', async () => {
		const looks = [
			sheet('sheet', '2026-01-01', price('acme', 'acme-1', 'input', '10')),
			sheet(
				'sheet',
				'2026-01-20',
				price('acme', 'acme-1', 'input', '10'),
				price('acme', 'acme-1', 'input', '2', { valid_from: '2026-01-10' }),
			),
		];
		const [row] = await ask({ looks }, 'select changed_after, changed_by, change from mart_price_cut__model_meter_day');
		expect(row).toEqual({ changed_after: '2026-01-09', changed_by: '2026-01-10', change: -0.8 });
	});

	it('a price dated in the future is no price yet', async () => {
		const looks = [
			sheet(
				'sheet',
				'2026-01-20',
				price('acme', 'acme-1', 'input', '1'),
				price('acme', 'acme-1', 'input', '2', { valid_from: '2027-01-01' }),
			),
		];
		const rows = await ask({ looks }, 'select amount from mart_price__cell_spell');
		expect(rows).toEqual([{ amount: '1' }]);
	});
});

describe('cells are never mixed', () => {
	const bands = (input: string, long: string) => [
		price('acme', 'acme-1', 'input', input, { max_input_tokens: 256_000 }),
		price('acme', 'acme-1', 'input', long, { min_input_tokens: 256_000 }),
	];

	it('a band that goes while the base price moves is a move of that band to the base price', async () => {
		const after = ['2026-01-05', '2026-01-06', '2026-01-07'].map(on =>
			sheet('sheet', on, price('acme', 'acme-1', 'input', '0.435')),
		);
		const looks = [sheet('sheet', '2026-01-01', ...bands('1', '2')), ...after];
		const rows = await ask<{ cell: string; change: number }>(
			{ looks },
			'select cell, kind, change from mart_price_cut__model_meter_day order by cell',
		);
		expect(rows.map(({ cell }) => cell)).toEqual(['input', 'input.over_256k']);
		expect(rows.map(({ change }) => Number(change.toFixed(4)))).toEqual([-0.565, -0.7825]);
	});

	it('a band that goes while the base price stands is a change of tier, never a cut', async () => {
		const after = ['2026-01-05', '2026-01-06', '2026-01-07'].map(on =>
			sheet('sheet', on, price('acme', 'acme-1', 'input', '1')),
		);
		const rows = await ask(
			{ looks: [sheet('sheet', '2026-01-01', ...bands('1', '2')), ...after] },
			'select cell, kind from mart_price_cut__model_meter_day',
		);
		expect(rows).toEqual([{ cell: 'input.over_256k', kind: 'tier_change' }]);
	});

	it('hosts, plans, batch and free rows never enter the list price', async () => {
		const looks = [
			sheet(
				'sheet',
				'2026-01-01',
				price('acme', 'acme-1', 'input', '2'),
				price('router', 'acme/acme-1', 'input', '1'),
				price('fasthost', 'acme/acme-1', 'input', '0.9'),
				price('acme-plan', 'acme-1', 'input', '0.1'),
				price('router', 'acme/acme-1:free', 'input', '0', { status: 'free' }),
				price('router', 'acme/acme-1:batch', 'input', '0.5'),
			),
		];
		const list = await ask(
			{ looks },
			'select model, channel, usd_per_mtok::double as usd from mart_list_price__cell_spell',
		);
		const host = await ask(
			{ looks },
			'select model, min_usd_per_mtok::double as usd, hosts, host from mart_cheapest_host__cell_spell',
		);
		expect(list).toEqual([{ model: 'acme/acme-1', channel: 'lab-direct', usd: 2 }]);
		expect(host).toEqual([{ model: 'acme/acme-1', usd: 0.9, hosts: 2, host: 'fasthost' }]);
	});

	it('yuan and dollars of one lab are two lists, and yuan are converted only with a rate of the day', async () => {
		const looks = [
			sheet(
				'sheet',
				'2026-01-10',
				price('baidian', 'baidian-1', 'input', '1'),
				price('baidian-cn', 'baidian-1', 'input', '8', { currency: 'CNY' }),
			),
		];
		const seeds = { fx: ['2026-01-01,7,test,test', '2026-01-20,8,test,test'] };
		const rows = await ask(
			{ looks, seeds },
			'select channel, currency, native_per_mtok::double as native, round(usd_per_mtok::double, 4) as usd from mart_list_price__cell_spell order by 1',
		);
		expect(rows).toEqual([
			{ channel: 'lab-cn', currency: 'CNY', native: 8, usd: 1.1429 },
			{ channel: 'lab-direct', currency: 'USD', native: 1, usd: 1 },
		]);
		const bare = await ask(
			{ looks },
			"select usd_per_mtok as usd from mart_list_price__cell_spell where currency = 'CNY'",
		);
		expect(bare).toEqual([{ usd: null }]);
	});

	it('a source that was late is explained; sources that stay apart are disputed', async () => {
		const late = [
			sheet('one', '2026-01-01', price('acme', 'acme-1', 'input', '2')),
			sheet('one', '2026-01-10', price('acme', 'acme-1', 'input', '1')),
			sheet('two', '2026-01-01', price('acme', 'acme-1', 'input', '2')),
			sheet('two', '2026-01-20', price('acme', 'acme-1', 'input', '1')),
		];
		const rows = await ask(
			{ looks: late },
			'select from_day, native_per_mtok::double as native, agreement from mart_list_price__cell_spell order by 1',
		);
		expect(rows).toEqual([
			{ from_day: '2026-01-01', native: 2, agreement: 'agree' },
			{ from_day: '2026-01-10', native: 1, agreement: 'explained' },
			{ from_day: '2026-01-20', native: 1, agreement: 'agree' },
		]);
		const apart = ['one', 'two'].map((source, place) =>
			sheet(source, '2026-01-01', price('acme', 'acme-1', 'input', `${place + 1}`)),
		);
		const [row] = await ask(
			{ looks: apart },
			'select agreement, low_usd_per_mtok::double as low, high_usd_per_mtok::double as high from mart_list_price__cell_spell',
		);
		expect(row).toEqual({ agreement: 'disputed', low: 1, high: 2 });
	});

	it('a cited cut stands until a late sheet comes to it, and the old price never returns', async () => {
		const looks = [
			sheet('late', '2026-01-01', price('acme', 'acme-1', 'input', '1')),
			sheet('late', '2026-03-20', price('acme', 'acme-1', 'input', '1')),
			sheet('late', '2026-03-30', price('acme', 'acme-1', 'input', '0.4')),
			sheet('late', '2026-04-10', price('acme', 'acme-1', 'input', '0.5')),
		];
		const prices = ['acme,acme-1,lab-direct,input,0.4,USD,million_tokens,0,,2026-01-15,announced,2026-01-10,test'];
		const rows = await ask(
			{ looks, seeds: { prices } },
			'select from_day, native_per_mtok::double as native from mart_list_price__cell_spell order by from_day',
		);
		expect(rows.map(row => row.native)).toEqual([1, 0.4, 0.4, 0.5]);
		const [seen] = await ask(
			{ looks: looks.slice(0, 3), seeds: { prices } },
			'select max(last_seen_on) as day from mart_list_price__cell_spell where native_per_mtok = 0.4',
		);
		expect(seen).toEqual({ day: '2026-03-30' });
		expect(rows.at(-1)).toEqual({ from_day: '2026-04-10', native: 0.5 });
	});

	it('rows of a source that may not be redistributed reach no mart', async () => {
		const looks = [sheet('closed', '2026-01-01', price('acme', 'acme-1', 'input', '2'))];
		expect(await ask({ looks, closed: ['closed'] }, 'select * from mart_price__cell_spell')).toEqual([]);
	});

	it('rows of a held snapshot reach no mart and the last good price keeps its day', async () => {
		const looks = [
			sheet('sheet', '2026-01-01', price('acme', 'acme-1', 'input', '2')),
			{
				...sheet('sheet', '2026-01-02', price('acme', 'acme-1', 'input', '2000')),
				state: 'held',
				reason: 'prices shifted',
			},
		];
		expect(await ask({ looks }, 'select amount, last_seen_on from mart_price__cell_spell')).toEqual([
			{ amount: '2', last_seen_on: '2026-01-01' },
		]);
		const held = await ask({ looks }, 'select source, reason from mart_quarantine__snapshot');
		expect(held).toEqual([{ source: 'sheet', reason: 'prices shifted' }]);
	});

	it('the order in which looks arrive does not matter', async () => {
		const looks = ['2026-01-01', '2026-01-05', '2026-01-09'].map((on, place) =>
			sheet('sheet', on, price('acme', 'acme-1', 'input', `${3 - place}`)),
		);
		const sql = 'select * exclude (snapshot) from mart_price__cell_spell order by from_day';
		expect(await ask({ looks: [...looks].reverse() }, sql)).toEqual(await ask({ looks }, sql));
	});
});

describe('a catalogue put right', () => {
	it('is no cut: the old amount went over to a meter of its own', async () => {
		const looks = [
			sheet('sheet', '2026-01-01', price('acme', 'acme-image', 'output', '120')),
			sheet(
				'sheet',
				'2026-01-09',
				price('acme', 'acme-image', 'output', '12'),
				price('acme', 'acme-image', 'output_image', '120'),
			),
		];
		expect(await ask({ looks }, 'select cell, kind from mart_price_cut__model_meter_day')).toEqual([
			{ cell: 'output', kind: 'catalogue_correction' },
		]);
	});
});

describe('the price gap', () => {
	const models = (count: number, lab: string, at: string) =>
		Array.from({ length: count }, (_, n) => price(lab, `${lab}-${n + 1}`, 'output', at));

	it('has a ratio with twenty models a side and a reason below that', async () => {
		const enough = [sheet('sheet', '2026-01-01', ...models(20, 'acme', '10'), ...models(20, 'baidian', '2'))];
		const short = [sheet('sheet', '2026-01-01', ...models(20, 'acme', '10'), ...models(19, 'baidian', '2'))];
		const sql = 'select us_models, cn_models, ratio, reason from mart_price_gap__country_day';
		expect(await ask({ looks: enough }, sql)).toEqual([{ us_models: 20, cn_models: 20, ratio: 5, reason: null }]);
		expect(await ask({ looks: short }, sql)).toEqual([
			{ us_models: 20, cn_models: 19, ratio: null, reason: 'fewer than 20 priced models on one side' },
		]);
	});

	it('ends where a source that carries it was last looked at, and does not jump', async () => {
		const looks = [
			sheet('one', '2026-01-01', ...models(20, 'acme', '10')),
			sheet('one', '2026-01-05', ...models(20, 'acme', '10')),
			sheet('two', '2026-01-01', ...models(20, 'baidian', '2')),
		];
		const rows = await ask<{ day: string; ratio: number | null; reason: string | null }>(
			{ looks },
			'select day, ratio, reason from mart_price_gap__country_day order by day',
		);
		expect(rows[0]).toMatchObject({ day: '2026-01-01', ratio: 5 });
		expect(rows.at(-1)).toMatchObject({
			day: '2026-01-05',
			ratio: null,
			reason: expect.stringContaining('two ends on 2026-01-01'),
		});
	});
});
