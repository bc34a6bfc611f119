import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await connect(published(), { readonly: true });
});
afterAll(() => connection.closeSync());
const ask = <Row = Record<string, unknown>>(sql: string): Promise<Row[]> => rowsOf<Row>(connection, sql);
const pair = (basis: string) =>
	ask(`select week::varchar as week, round((sum(tokens) filter (country = 'CN')) / 1e12, 3) as cn, round((sum(tokens) filter (country = 'US')) / 1e12, 3) as us
	     from mart_token_share__country_week where basis = '${basis}' and week in ('2026-02-09', '2026-02-16', '2026-03-09', '2026-03-23') group by week order by week`);

describe('the press pairs', () => {
	it('are sums over the nine largest models', async () => {
		expect(await pair('top9_models')).toEqual([
			{ week: '2026-02-09', cn: 4.126, us: 2.935 },
			{ week: '2026-02-16', cn: 5.158, us: 3.154 },
			{ week: '2026-03-09', cn: 4.69, us: 3.294 },
			{ week: '2026-03-23', cn: 9.857, us: 3.007 },
		]);
	});

	it('have the daily top 50 beside them, which say otherwise until late March', async () => {
		expect(await pair('top50_daily')).toEqual([
			{ week: '2026-02-09', cn: 5.456, us: 6.51 },
			{ week: '2026-02-16', cn: 6.237, us: 6.774 },
			{ week: '2026-03-09', cn: 6.008, us: 8.646 },
			{ week: '2026-03-23', cn: 12.054, us: 8.98 },
		]);
	});

	it('name the basis, the coverage and the band of the famous week', async () => {
		const rows =
			await ask(`select basis, round(share, 3) as share, round(low, 3) as low, round(high, 3) as high, round(coverage, 3) as coverage, lead, lead_certain
		                        from mart_token_share__country_week where week = '2026-02-09' and country = 'CN' order by basis`);
		expect(rows).toEqual([
			{ basis: 'all_tokens', share: 0.419, low: 0.419, high: 0.49, coverage: 0.941, lead: 'US', lead_certain: true },
			{ basis: 'top50_daily', share: 0.456, low: 0.423, high: 0.495, coverage: 0.941, lead: 'US', lead_certain: true },
			{ basis: 'top9_models', share: 0.584, low: 0.317, high: 0.774, coverage: 0.543, lead: 'CN', lead_certain: false },
		]);
	});
});

describe('the series', () => {
	it('of the top 50 runs unbroken from January 2025 to October 2026', async () => {
		const [row] =
			await ask(`select min(week)::varchar as first, max(week)::varchar as last, count(distinct week)::integer as weeks,
		                                (datediff('week', min(week), max(week)) + 1)::integer as span
		                         from mart_token_share__country_week where basis = 'top50_daily'`);
		expect(row).toMatchObject({ first: '2024-12-30', last: '2026-10-05' });
		expect(row?.weeks).toBe(row?.span);
	});

	it('adds up to its total to the token in every week and on both counts', async () => {
		const off = await ask(`select week from mart_token_share__country_week where basis = 'all_tokens' and is_complete
		                       group by week having sum(tokens) <> any_value(total_tokens)`);
		expect(off).toEqual([]);
		const labs = await ask(
			'select week from mart_tokens__lab_week group by week having sum(tokens) <> any_value(total_tokens)',
		);
		expect(labs).toEqual([]);
	});

	it('marks the weeks with a missing day and only those', async () => {
		const weeks = await ask(
			`select distinct week::varchar as week, days from mart_token_share__country_week where basis = 'top50_daily' and not is_complete order by week`,
		);
		expect(weeks).toEqual([
			{ week: '2024-12-30', days: 5 },
			{ week: '2025-06-09', days: 6 },
			{ week: '2025-07-14', days: 6 },
			{ week: '2026-10-05', days: 5 },
		]);
	});
});

describe('the MiMo-V2.5 cut', () => {
	it('is twelve cells, each with its own change', async () => {
		const rows = await ask<{ model: string; cell: string; change: number }>(
			`select model, cell, round(100 * change, 1) as change from mart_price_cut__model_meter_day
			 where source = 'curated-prices' and kind = 'cut' and channel = 'lab-direct' and lab = 'Xiaomi' and changed_by = '2026-05-27' order by model, cell`,
		);
		const of = (name: string) =>
			Object.fromEntries(rows.filter(({ model }) => model === name).map(({ cell, change }) => [cell, change]));
		expect(of('xiaomi/mimo-v2.5-pro')).toEqual({
			input: -56.5,
			'input.over_256k': -78.3,
			output: -71,
			'output.over_256k': -85.5,
			cache_read: -98.2,
			'cache_read.over_256k': -99.1,
		});
		expect(of('xiaomi/mimo-v2.5')).toEqual({
			input: -65,
			'input.over_256k': -82.5,
			output: -86,
			'output.over_256k': -93,
			cache_read: -96.5,
			'cache_read.over_256k': -98.3,
		});
	});

	it('is caught up with by a second source, dated to the day of the cut, and the late source starts no event', async () => {
		const rows = await ask<{ cell: string; lineages: number; provisional: boolean }>(
			`select cell, kind, first_seen_on, lineages, is_provisional as provisional from mart_price_cut__model_meter_day
			 where source = 'npm-pi-ai' and provider = 'xiaomi' and model = 'xiaomi/mimo-v2.5-pro' order by cell`,
		);
		expect(rows.map(({ cell }) => cell)).toEqual(['cache_read', 'input', 'output']);
		const known = { kind: 'catch_up', first_seen_on: '2026-05-27', lineages: 2, provisional: false };
		for (const row of rows) expect(row).toMatchObject(known);
		expect(
			await ask(
				"select * from mart_price_cut__model_meter_day where lab = 'Xiaomi' and kind = 'rise' and model like '%mimo-v2.5%'",
			),
		).toEqual([]);
	});
});

describe('implied spend', () => {
	const reference = '../shared/reference/openrouter_weekly_share_expected.csv';
	const there = existsSync(reference);
	console.log(
		there
			? `reference: ${reference} is compared`
			: `reference: ${reference} is absent, only the pinned weeks are compared`,
	);

	it('of the pinned weeks is that of the method', async () => {
		const rows = await ask(
			`select week::varchar as week, round(share, 4) as share, round(usd_spend / 1e6, 2) as us from mart_spend_share__country_week where country = 'CN' and week in ('2025-11-10', '2026-02-09', '2026-02-16', '2026-03-23') order by week`,
		);
		expect(rows.map(({ share }) => share)).toEqual([0.034, 0.1801, 0.3311, 0.3226]);
	});

	it('agrees with every expected week where the reference is at hand', async () => {
		if (!there) return expect(existsSync('../shared')).toBe(false);
		const rows = await ask<{ week: string; share: number; expected: number; usd: number; expected_usd: number }>(
			`with expected as (
			     -- a label is the last day of its week up to 2026-02-08 and the day after it from 2026-02-16
			     select (week_end::date - if(week_end::date <= date '2026-02-08', 6, 7))::date as week, cn_share_spend::double as expected, spend_usd::double as expected_usd
			     from read_csv('${reference}', all_varchar = true)
			     where try_cast(spend_usd as double) > 0
			 )
			 select expected.week::varchar as week, any_value(expected) as expected, any_value(expected_usd) as expected_usd,
			        max(share) filter (country = 'CN') as share, sum(usd_spend) as usd
			 from expected join mart_spend_share__country_week using (week) group by expected.week order by 1`,
		);
		expect(rows.length).toBeGreaterThan(5);
		for (const row of rows) {
			expect(Math.abs(row.share - row.expected), `${row.week} share`).toBeLessThan(1e-4);
			expect(Math.abs(row.usd - row.expected_usd), `${row.week} spend`).toBeLessThan(0.01);
		}
	});

	it('of the week whose counts are all zero is missing, not zero', async () => {
		expect(
			await ask(
				"select country, usd_spend, is_missing from mart_spend_share__country_week where week = '2026-05-04' order by country",
			),
		).toEqual([
			{ country: 'CN', usd_spend: null, is_missing: true },
			{ country: 'US', usd_spend: null, is_missing: true },
		]);
	});
});
