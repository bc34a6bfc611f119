import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../pipelines/fixture.ts';
import { source as endpoints } from '../scrapers/prices/openrouter-endpoints.ts';
import type { PriceInput, RowInput } from '../scrapers/source.ts';
import { ask, price, type MadeLook } from './made.ts';

const peak = (start_local: string, end_local: string, more: object = {}) => ({
	time_window: 'peak' as const,
	start_local,
	end_local,
	time_zone: 'Asia/Shanghai',
	...more,
});
const offPeak = (start_local: string, end_local: string) => ({
	...peak(start_local, end_local),
	time_window: 'off_peak' as const,
});
const cells = `select cell, native_per_mtok::double as native from mart_price__cell_spell order by cell`;
const look = (on: string, ...rows: RowInput[]): MadeLook => ({ source: 'sheet', on, rows });
const input = (amount: string, more: object) => price('acme', 'acme-1', 'input', amount, more);

describe('a window of the day', () => {
	it('is part of the cell where a sheet prints two of one kind at two prices', async () => {
		const looks = [
			look(
				'2026-01-01',
				input('2', peak('14:00', '18:00')),
				input('3', peak('09:00', '12:00')),
				input('1', offPeak('18:00', '23:00')),
				input('0.5', offPeak('23:00', '09:00')),
			),
		];
		expect(await ask({ looks }, cells)).toEqual([
			{ cell: 'input', native: 3 },
			{ cell: 'input.off_peak', native: 0.5 },
			{ cell: 'input.off_peak_1800_2300', native: 1 },
			{ cell: 'input.peak_1400_1800', native: 2 },
		]);
	});

	it('printed in two stretches at one price is one cell under the plain name', async () => {
		const looks = [look('2026-01-01', input('2', peak('09:00', '12:00')), input('2', peak('14:00', '18:00')))];
		expect(await ask({ looks }, cells)).toEqual([{ cell: 'input', native: 2 }]);
	});

	it('that a later look adds moves no other cell and no price', async () => {
		const once = input('3', peak('09:00', '12:00'));
		const looks = [look('2026-01-01', once), look('2026-01-02', input('2', peak('14:00', '18:00')), once)];
		expect(await ask({ looks }, `select cell, looks from mart_price__cell_spell order by cell`)).toEqual([
			{ cell: 'input', looks: 2 },
			{ cell: 'input.peak_1400_1800', looks: 1 },
		]);
		expect(await ask({ looks }, 'select * from mart_price_cut__model_meter_day')).toEqual([]);
	});

	it('keeps weekdays apart, and a price for always beside a peak', async () => {
		const looks = [
			look(
				'2026-01-01',
				input('1', {}),
				input('2', peak('09:00', '12:00', { weekdays: '06' })),
				input('3', peak('09:00', '12:00', { weekdays: '12345' })),
			),
		];
		expect(await ask({ looks }, cells)).toEqual([
			{ cell: 'input', native: 3 },
			{ cell: 'input.always', native: 1 },
			{ cell: 'input.peak_0900_1200_06', native: 2 },
		]);
	});

	it('never loses a price, whatever is printed and in whichever order', async () => {
		const hours = ['00:00', '06:00', '12:00', '18:00'];
		const window = fc.record({
			amount: fc.constantFrom('1', '2', '3', '4'),
			start: fc.constantFrom(...hours),
			end: fc.constantFrom(...hours),
			kind: fc.constantFrom('peak' as const, 'off_peak' as const),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(window, {
					minLength: 1,
					maxLength: 6,
					selector: ({ start, end, kind }) => `${start} ${end} ${kind}`,
				}),
				async windows => {
					const rows = windows.map(({ amount, start, end, kind }) =>
						input(amount, { ...peak(start, end), time_window: kind }),
					);
					const found = await ask<{ cell: string; native: number }>({ looks: [look('2026-01-01', ...rows)] }, cells);
					const turned = await ask({ looks: [look('2026-01-01', ...rows.reverse())] }, cells);
					expect(turned).toEqual(found);
					const printed = new Set(windows.map(({ amount, kind }) => `${kind} ${Number(amount)}`));
					const kept = new Set(
						found.map(({ cell, native }) => `${/off_peak/.test(cell) ? 'off_peak' : 'peak'} ${native}`),
					);
					expect(kept).toEqual(printed);
					const named = found.find(({ cell }) => cell === 'input');
					const peaks = windows.filter(({ kind }) => kind === 'peak').map(({ amount }) => Number(amount));
					expect(named?.native).toBe(peaks.length > 0 ? Math.max(...peaks) : undefined);
				},
			),
			{ numRuns: 8, seed: 4 },
		);
	}, 60_000);
});

describe('the offers of one host', () => {
	const read = (): RowInput[] => {
		const { bytes } = fixtureOf({ id: 'openrouter-endpoints', folder: 'prices' });
		const body = { bytes, url: 'made:up', media_type: 'application/json' };
		return endpoints.read(body, what => {
			throw new Error(what);
		});
	};

	it('stay two cells at MiniMax: 0.30/1.20 and the high-speed tier at 0.60/2.40', async () => {
		const rows = await ask<{ cell: string }>(
			{ looks: [{ source: 'openrouter-endpoints', on: '2026-05-31', rows: read() }] },
			`select cell, native_per_mtok::double as native from mart_price__cell_spell
			 where provider = 'Minimax' and meter in ('input', 'output') order by cell`,
		);
		expect(rows).toEqual([
			{ cell: 'input', native: 0.3 },
			{ cell: 'input.low_latency', native: 0.6 },
			{ cell: 'output', native: 1.2 },
			{ cell: 'output.low_latency', native: 2.4 },
		]);
	});

	it('are told apart by their tag: the cheapest keeps the name of the cell', async () => {
		const offer = (tag: string, amount: string): RowInput[] => [
			{ record: 'endpoint', host: 'DeepInfra', model: 'acme/acme-1', tag, quantization: tag.split('/')[1] ?? null },
			price('DeepInfra', 'acme/acme-1', 'input', amount, {
				field: `${tag}: pricing.prompt`,
			} satisfies Partial<PriceInput>),
		];
		const offers = [offer('deepinfra/fp8', '0.15'), offer('deepinfra/fp4', '0.04'), offer('deepinfra/fp8', '0.2')];
		const looks = (order: RowInput[][]) => [{ source: 'hosts', on: '2026-05-31', rows: order.flat() }];
		const found = [
			{ cell: 'input', native: 0.04 },
			{ cell: 'input.deepinfra_fp8', native: 0.15 },
			{ cell: 'input.deepinfra_fp8_2', native: 0.2 },
		];
		expect(await ask({ looks: looks(offers) }, cells)).toEqual(found);
		expect(await ask({ looks: looks([...offers].reverse()) }, cells)).toEqual(found);
		const seeds = { providers: ['*,DeepInfra,,host,US,US,false,test'] };
		const cheapest = 'select cell, min_usd_per_mtok::double as usd from mart_cheapest_host__cell_spell';
		expect(await ask({ looks: looks(offers), seeds }, cheapest)).toEqual([{ cell: 'input', usd: 0.04 }]);
	});

	it('of 2026-05-31 lose no price: each host has one price a cell, and ten are parted from the cell they shared', async () => {
		const capture = new URL('../../shared/captures/prices/openrouter-v1-endpoints/2026-05-31.json.gz', import.meta.url);
		const present = existsSync(capture);
		console.info(`captures: the hosts of 2026-05-31 are ${present ? 'read' : 'absent: the fixture is read'}`);
		const bytes = present
			? gunzipSync(readFileSync(capture))
			: fixtureOf({ id: 'openrouter-endpoints', folder: 'prices' }).bytes;
		const rows = endpoints.read({ bytes, url: 'made:up', media_type: 'application/json' }, () => {});
		const looks = [{ source: 'openrouter-endpoints', on: '2026-05-31', rows }];
		const [found] = await ask<{ shared: number; parted: number; highspeed: number }>(
			{ looks },
			`with cell as (
			     select provider, source_model, cell, count(distinct native) as prices, any_value(cell <> headline_cell) as is_parted,
			         any_value(service_tier) as service_tier, max(native) as native
			     from stg_price__quote where native is not null group by all
			 )
			 select (count(*) filter (prices > 1))::integer as shared, (count(*) filter (is_parted))::integer as parted,
			     (count(*) filter (provider = 'Minimax' and source_model like '%-m2.5' and cell = 'input.low_latency' and native = 0.6))::integer as highspeed
			 from cell`,
		);
		expect(found).toEqual({ shared: 0, parted: present ? 10 : 0, highspeed: 1 });
	});
});

describe('yuan and dollars', () => {
	const two = (model: string, meters: Record<string, [cny: string, usd: string]>): RowInput[] =>
		Object.entries(meters).flatMap(([meter, [cny, usd]]) => [
			price('baidian-cn', model, meter, cny, { currency: 'CNY' }),
			price('baidian', model, meter, usd),
		]);

	it('imply the rates of the six models that are worked out, meter by meter', async () => {
		const rows = [
			...two('baidian-1', { input: ['3', '0.435'], output: ['6', '0.87'], cache_read: ['0.025', '0.0036'] }),
			...two('baidian-2', { input: ['1', '0.14'], output: ['2', '0.28'], cache_read: ['0.02', '0.0028'] }),
			...two('baidian-3', { input: ['20', '3'], output: ['100', '15'] }),
			...two('baidian-4', { input: ['2.1', '0.30'], output: ['8.4', '1.20'] }),
			...two('baidian-5', { input: ['8', '1.40'], output: ['28', '4.40'] }),
			...two('baidian-6', { input: ['2', '0.60'], output: ['8', '2.20'] }),
		];
		const found = await ask<{ model: string; meter: string; rate: number }>(
			{ looks: [look('2026-01-10', ...rows)], seeds: { fx: ['2026-01-01,7,test,test'] } },
			'select model, meter, implied_cny_per_usd as rate from mart_implied_fx__model_cell',
		);
		const expected: Record<string, Record<string, number>> = {
			'baidian-1': { input: 6.8966, output: 6.8966, cache_read: 6.9444 },
			'baidian-2': { input: 7.1429, output: 7.1429, cache_read: 7.1429 },
			'baidian-3': { input: 6.6667, output: 6.6667 },
			'baidian-4': { input: 7, output: 7 },
			'baidian-5': { input: 5.7143, output: 6.3636 },
			'baidian-6': { input: 3.3333, output: 3.6364 },
		};
		expect(found).toHaveLength(14);
		for (const { model, meter, rate } of found) {
			const worked = expected[model.replace('baidian/', '')]?.[meter];
			expect(worked, `${model} ${meter}`).toBeDefined();
			expect(Math.abs(rate - (worked ?? 0)), `${model} ${meter}`).toBeLessThanOrEqual(1e-4);
		}
	});

	it('a price in yuan is converted at the rate of the day it became valid, and moves with no rate', async () => {
		const yuan = (on: string) => look(on, price('baidian-cn', 'baidian-1', 'output', '6', { currency: 'CNY' }));
		const made = {
			looks: ['2026-01-02', '2026-01-09', '2026-01-20'].map(yuan),
			seeds: { fx: ['2026-01-02,6.8966,test,test', '2026-01-09,7.1,test,test'] },
		};
		const spells = await ask<{ usd: number; rate: number }>(
			made,
			'select usd_per_mtok::double as usd, cny_per_usd::double as rate, fx_day, looks from mart_price__cell_spell',
		);
		expect(spells).toEqual([{ usd: expect.closeTo(0.87, 4), rate: 6.8966, fx_day: '2026-01-02', looks: 3 }]);
		expect(Math.abs(6 / 7.1 / 0.87 - 1)).toBeGreaterThan(0.0286);
		expect(await ask(made, 'select * from mart_price_cut__model_meter_day')).toEqual([]);
	});

	it('a move of the yuan is an event though the dollars stand still', async () => {
		const yuan = (on: string, amount: string) =>
			look(on, price('baidian-cn', 'baidian-1', 'output', amount, { currency: 'CNY' }));
		const made = {
			looks: [yuan('2026-01-02', '7'), yuan('2026-01-09', '6')],
			seeds: { fx: ['2026-01-02,7,test,test', '2026-01-09,6,test,test'] },
		};
		const rows = await ask(
			made,
			`select kind, round(change, 6) as change, usd_before::double as before, usd_after::double as after
			 from mart_price_cut__model_meter_day`,
		);
		expect(rows).toEqual([{ kind: 'cut', change: -0.142857, before: 1, after: 1 }]);
	});

	it("a lab's own dollars are never made from its yuan", async () => {
		const rows = two('baidian-1', { input: ['8', '1.4'] });
		const found = await ask(
			{ looks: [look('2026-01-10', ...rows)], seeds: { fx: ['2026-01-01,7,test,test'] } },
			`select currency, usd_per_mtok::double as usd, cny_per_usd is null as is_own
			 from mart_price__cell_spell order by currency desc`,
		);
		expect(found).toEqual([
			{ currency: 'USD', usd: 1.4, is_own: true },
			{ currency: 'CNY', usd: expect.closeTo(8 / 7, 6), is_own: false },
		]);
	});
});

describe('a correction is told apart from a move', () => {
	const said = (source: string, on: string, amount: string, lineage = 'community'): MadeLook => ({
		source,
		on,
		lineage,
		rows: [price('acme', 'acme-1', 'input', amount)],
	});
	const kinds = `select source, changed_by, kind, lineages, is_provisional, first_seen_on, first_seen_in, event_id
		from mart_price_cut__model_meter_day order by changed_by, source`;
	const steady = ['2026-01-01', '2026-01-31'].map(on => said('steady', on, '2'));

	it('a source that comes late to what the others say catches up: it is dated to the first of them', async () => {
		const looks = [
			said('early', '2026-01-01', '2'),
			said('early', '2026-01-05', '1'),
			said('late', '2026-01-01', '2'),
			said('late', '2026-01-20', '2'),
			said('late', '2026-01-25', '1'),
		];
		const event = { first_seen_on: '2026-01-05', first_seen_in: 'early', event_id: '2026-01-05-acme-acme-1' };
		const known = { lineages: 2, is_provisional: false, ...event };
		expect(await ask({ looks }, kinds)).toEqual([
			{ source: 'early', changed_by: '2026-01-05', kind: 'cut', ...known },
			{ source: 'late', changed_by: '2026-01-25', kind: 'catch_up', ...known },
		]);
	});

	it('it stays a move where the source may have moved with the others, and where most others say otherwise', async () => {
		const early = [said('early', '2026-01-01', '2'), said('early', '2026-01-05', '1')];
		const seldom = [said('late', '2026-01-01', '2'), said('late', '2026-01-25', '1')];
		const seen = await ask<{ kind: string }>({ looks: [...early, ...seldom] }, kinds);
		expect(seen.map(({ kind }) => kind)).toEqual(['cut', 'cut']);
		const late = [said('late', '2026-01-20', '2'), ...seldom];
		const others = ['one', 'two'].flatMap(source => ['2026-01-01', '2026-01-31'].map(on => said(source, on, '2')));
		const outvoted = await ask<{ kind: string }>({ looks: [...early, ...late, ...others] }, kinds);
		expect(outvoted.map(({ kind }) => kind)).toEqual(['cut', 'cut']);
	});

	it('a late source still corroborates the move that it comes to, however late', async () => {
		const looks = [
			said('early', '2025-06-01', '2'),
			said('early', '2025-06-10', '1'),
			said('late', '2025-06-01', '2'),
			said('late', '2025-12-01', '2'),
			said('late', '2025-12-10', '1'),
		];
		const rows = await ask<{ kind: string; lineages: number }>({ looks }, kinds);
		expect(rows.map(({ kind, lineages }) => [kind, lineages])).toEqual([
			['cut', 2],
			['catch_up', 2],
		]);
	});

	it('a price that one source puts in for a few looks and takes back is a flicker both ways', async () => {
		const odd = ['2026-01-01:2', '2026-01-08:9', '2026-01-09:9', '2026-01-10:2'].map(look => {
			const [on = '', amount = ''] = look.split(':');
			return said('odd', on, amount);
		});
		const rows = await ask<{ kind: string; changed_by: string }>({ looks: [...steady, ...odd] }, kinds);
		expect(rows.map(({ kind, changed_by }) => [changed_by, kind])).toEqual([
			['2026-01-08', 'flicker'],
			['2026-01-10', 'flicker'],
		]);
	});

	it('it is a move where the lab’s own page shows it, where another source shows it, or where no other looks', async () => {
		const sale = (source: string, lineage?: string) =>
			['2026-01-01:2', '2026-01-08:1', '2026-01-10:2'].map(look => {
				const [on = '', amount = ''] = look.split(':');
				return said(source, on, amount, lineage);
			});
		const kindsOf = async (looks: MadeLook[]) =>
			new Set((await ask<{ kind: string }>({ looks }, kinds)).map(({ kind }) => kind));
		expect(await kindsOf([...steady, ...sale('page', 'lab')])).toEqual(new Set(['cut', 'rise']));
		expect(await kindsOf([...steady, ...sale('one'), ...sale('two')])).toEqual(new Set(['cut', 'rise']));
		expect(await kindsOf(sale('one'))).toEqual(new Set(['cut', 'rise']));
		expect(await kindsOf([...steady, ...sale('one')])).toEqual(new Set(['flicker']));
	});
});
