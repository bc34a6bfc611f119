import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

describe('the publication', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => {
		connection = await connect(published(), { readonly: true });
	});
	afterAll(() => connection.closeSync());
	const rows = <Row = Record<string, unknown>>(sql: string): Promise<Row[]> => rowsOf<Row>(connection, sql);

	it('states no rate that the rule forbids, and has a reason for each that it leaves out', async () => {
		expect(
			await rows(`select * from mart_price_decline__benchmark_level
				where is_published and (steps < 4 or span_days < 270 or factor_high / factor_low > 100 or late_steps > 0 or estimator is null)
				or not is_published and (reason is null or coalesce(factor_per_year, factor_low, factor_high, halving_days, endpoint_factor_per_year) is not null)`),
		).toEqual([]);
		const [count] = await rows<{ stated: number; left_out: number }>(
			'select count(*) filter (is_published)::integer as stated, count(*) filter (not is_published)::integer as left_out from mart_price_decline__benchmark_level',
		);
		expect(count!.stated).toBeGreaterThan(0);
		expect(count!.left_out).toBeGreaterThan(count!.stated);
	});

	it('has capabilities that go with the published index', async () => {
		const [fit] = await rows<Record<string, number>>(
			'select corr(capability, index_score) as r, avg(abs(capability - index_score)) as off, count(*)::integer as n from mart_capability__model where index_score is not null and capability is not null',
		);
		expect(fit!.n).toBeGreaterThan(60);
		expect(fit!.r).toBeGreaterThan(0.96);
		expect(fit!.off).toBeLessThan(2.5);
	});

	it('has the China ratio of the Aider board below 1 on both bases, each with its runs and interval', async () => {
		const fits = await rows<Record<string, number>>(
			`select china_ratio, china_low, china_high, chinese_runs from mart_hedonic__benchmark_month
			 where axis = 'aider-polyglot' and china_ratio is not null qualify row_number() over (partition by basis order by month desc) = 1`,
		);
		expect(fits.length).toBe(2);
		for (const fit of fits) {
			expect(fit.china_high).toBeLessThan(1);
			expect(fit.china_low).toBeLessThan(fit.china_ratio!);
			expect(fit.chinese_runs).toBeGreaterThanOrEqual(5);
		}
	});

	it('answers pareto_at as the mart of months, and cheapest_at as the steps of the curated levels', async () => {
		const [month] = await rows<{ day: string }>(
			'select max(day)::varchar as day from mart_pareto__model_month where day = last_day(day)',
		);
		const keys = 'axis, series, model, blend_3to1_usd_per_mtok';
		const asked = `select ${keys} from pareto_at('${month!.day}')`;
		const kept = `select ${keys} from mart_pareto__model_month where day = '${month!.day}'`;
		expect(await rows(`(${asked} except ${kept}) union all (${kept} except ${asked})`)).toEqual([]);
		expect((await rows(kept)).length).toBeGreaterThan(10);
		const steps = await rows(`
			select country, model, blend_3to1_usd_per_mtok from mart_cheapest_at__capability_day
			where axis = 'epoch-capabilities-index' and level = 130 and series = 'list' and from_day <= '2026-06-15' and (to_day > '2026-06-15' or to_day is null)
			order by country`);
		expect(steps.length).toBeGreaterThan(1);
		expect(
			await rows("select country, model, blend_3to1_usd_per_mtok from cheapest_at(130, '2026-06-15') order by country"),
		).toEqual(steps);
	});

	it('has on each monthly frontier only models that score more the more they cost', async () => {
		expect(
			await rows(`select * from mart_pareto__model_month as a join mart_pareto__model_month as b using (axis, series, month)
				where a.blend_3to1_usd_per_mtok < b.blend_3to1_usd_per_mtok and a.score >= b.score`),
		).toEqual([]);
	});
});
