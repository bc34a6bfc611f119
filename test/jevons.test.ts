import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RowInput } from '../scrapers/source.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { ask, price, type MadeLook } from './made.ts';
import { ranking, tokens } from './made-usage.ts';
import { published } from './publication.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await connect(published(), { readonly: true });
});
afterAll(() => connection.closeSync());
const shipped = <Row = Record<string, unknown>>(sql: string): Promise<Row[]> => rowsOf<Row>(connection, sql);

describe('the event study of the shipped archive', () => {
	const study = (where: string) =>
		shipped<Record<string, number | string | null>>(
			`select event, tokens_of, window_weeks, round(tokens_ratio, 2) as ratio, round(arc_elasticity, 2) as elasticity, round(spend_ratio, 2) as spend,
				window_available, reason, mark from mart_event_study__event where ${where} order by event, tokens_of, window_weeks`,
		);

	it('finds the tokens of Xiaomi 15 times as many in four weeks, not 5 to 8 times, and 7 times in one', async () => {
		const rows = await study(
			"event = '2026-05-27-xiaomi-mimo-v2.5-pro-lab-direct-usd' and tokens_of = 'lab' and window_weeks in (1, 4)",
		);
		expect(rows).toMatchObject([
			{ window_weeks: 1, ratio: 6.98, elasticity: null },
			{ window_weeks: 4, ratio: 14.7, elasticity: null, mark: 'descriptive, not causal' },
		]);
	});

	it('has three times the tokens of MiMo-V2.5-Pro at a sixth of the price: half the spend', async () => {
		const rows = await study(
			"event = '2026-05-27-xiaomi-mimo-v2.5-pro-lab-direct-usd' and tokens_of = 'model' and window_weeks = 4",
		);
		expect(rows).toMatchObject([{ ratio: 3.19, elasticity: -0.64, spend: 0.52, window_available: 4 }]);
	});

	it('has no figure for MiMo-V2.5 over four weeks: it came into the list one week before', async () => {
		const rows = await study(
			"event = '2026-05-27-xiaomi-mimo-v2.5-lab-direct-usd' and tokens_of = 'model' and window_weeks = 4",
		);
		expect(rows).toMatchObject([
			{
				ratio: null,
				elasticity: null,
				spend: null,
				window_available: 1,
				reason: 'listed in 1 weeks before and 4 after of 4',
			},
		]);
	});

	it('states with every figure that it is descriptive, and with every missing one why', async () => {
		const [row] = await shipped<Record<string, number>>(
			`select count(*) filter (mark <> 'descriptive, not causal')::integer as unmarked,
				count(*) filter (did_elasticity is not null and controls is null)::integer as uncontrolled,
				count(*) filter (arc_elasticity is not null and abs(price_ratio - 1) < 0.05)::integer as tiny,
				count(*) filter (tokens_of = 'model' and log_change is not null)::integer as figures from mart_event_study__event`,
		);
		expect(row).toMatchObject({ unmarked: 0, uncontrolled: 0, tiny: 0 });
		expect(row!.figures).toBeGreaterThan(10);
	});
});

describe('the answers to the cut of MiMo-V2.5', () => {
	it('came from China in 34 days and from the US in 64', async () => {
		const rows = await shipped(
			`select rival, days_to_answer as days, answered_by from mart_price_response__event
			 where model = 'xiaomi/mimo-v2.5-pro' and event_on = '2026-05-27' and rival in ('CN', 'US') order by rival`,
		);
		expect(rows).toEqual([
			{ rival: 'CN', days: 34, answered_by: 'minimax/minimax-m3' },
			{ rival: 'US', days: 64, answered_by: 'openai/gpt-5.6-luna' },
		]);
	});
});

describe('the month of the shipped archive', () => {
	it('has prices, tokens and spend on one axis: tokens grew 25 times on list prices that hardly moved', async () => {
		const [row] = await shipped<Record<string, number>>(
			`select base_month::varchar as base, round(tokens_index, 1) as tokens, price_index between 0.93 and 1 as is_flat,
				usd_spend_low < usd_spend_high as is_range, implied_elasticity, reason, priced_share > 0.8 as is_priced
			 from mart_jevons__month where month = '2026-08-01'`,
		);
		expect(row).toEqual({
			base: '2025-08-01',
			tokens: 25.3,
			is_flat: true,
			is_range: true,
			implied_elasticity: null,
			reason: 'matched list prices are within 5 per cent of the base',
			is_priced: true,
		});
	});

	it('has every token of 2025 and 2026, a partial month marked, and no spend where few prices are known', async () => {
		const rows = await shipped(
			`select month::varchar as month, round(tokens / 1e12, 2) as tokens, is_partial, usd_spend_low is null as is_unpriced, spend_reason from mart_jevons__month
			 where month in ('2025-01-01', '2026-09-01', '2026-10-01') order by month`,
		);
		expect(rows).toEqual([
			{
				month: '2025-01-01',
				tokens: 2.23,
				is_partial: false,
				is_unpriced: true,
				spend_reason: 'under half of the listed tokens have a price',
			},
			{ month: '2026-09-01', tokens: 575.9, is_partial: false, is_unpriced: false, spend_reason: null },
			{
				month: '2026-10-01',
				tokens: 746.77,
				is_partial: true,
				is_unpriced: true,
				spend_reason: 'no day of the month is listed by model',
			},
		]);
	});
});

describe('made-up months', () => {
	const models = Array.from({ length: 8 }, (_, at) => `acme/acme-${at + 1}`);
	const sheet = (on: string, cheaper: number): MadeLook => ({
		source: 'lab-page',
		on,
		rows: models.flatMap((name): RowInput[] => [
			price('acme', name, 'input', String(2 * cheaper)),
			price('acme', name, 'output', String(8 * cheaper)),
		]),
	});
	const usage = (days: Record<string, number>): MadeLook =>
		ranking(
			Object.entries(days).flatMap(([day, amount]) => [
				tokens(day, 'acme/acme-1', amount, 'model'),
				tokens(day, 'other', amount / 10, 'other'),
			]),
			'2026-01-31',
		);
	const daily = (month: string, days: number, amount: number) =>
		Object.fromEntries(
			Array.from({ length: days }, (_, at) => [`${month}-${String(at + 1).padStart(2, '0')}`, amount]),
		);
	const looks = [
		sheet('2025-10-01', 1),
		sheet('2025-11-30', 1),
		sheet('2025-12-10', 0.5),
		sheet('2026-01-31', 0.5),
		usage({ ...daily('2025-11', 30, 1e9), ...daily('2025-12', 31, 4e9) }),
	];

	it('halve the index where every list price halves', async () => {
		const rows = await ask(
			{ looks },
			`select month::varchar as month, round(index, 9) as index, members, reason from mart_price_index__country_month
			 where country = 'all' and formula = 'jevons' and index_kind = 'chained' order by month`,
		);
		expect(rows).toEqual([
			{ month: '2025-10-01', index: 1, members: 16, reason: null },
			{ month: '2025-11-01', index: 1, members: 16, reason: null },
			{ month: '2025-12-01', index: 0.5, members: 16, reason: null },
			{ month: '2026-01-01', index: 0.5, members: 16, reason: null },
		]);
	});

	it('cost each day at the price of that day: four times the tokens, 22 of 31 days at half the price', async () => {
		const rows = await ask(
			{ looks },
			`select month::varchar as month, price_index as price, round(tokens_index * 30, 6) as tokens, round(spend_low_index * 30, 6) as spend_low,
				round(spend_high_index * 30, 6) as spend_high, round(priced_share, 6) as priced, is_partial, round(implied_elasticity, 4) as elasticity, reason
			 from mart_jevons__month order by month`,
		);
		const known = { priced: 0.909091, is_partial: false };
		expect(rows).toEqual([
			{
				...{ month: '2025-11-01', price: 1, tokens: 30, spend_low: 30, spend_high: 30, elasticity: null, ...known },
				reason: 'matched list prices are within 5 per cent of the base',
			},
			{
				...{
					month: '2025-12-01',
					price: 0.5,
					tokens: 4 * 31,
					spend_low: 4 * (9 + 22 / 2),
					spend_high: 4 * (9 + 22 / 2),
					...known,
				},
				...{ elasticity: Number((Math.log((4 * 31) / 30) / Math.log(0.5)).toFixed(4)), reason: null },
			},
		]);
	});
});
