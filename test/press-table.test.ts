import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await connect(published(), { readonly: true });
});
afterAll(() => connection.closeSync());

// methods.md 5.3: week, nine largest CN and US, their coverage, top 50 CN and US, unnamed, all tokens (trillion), lead over all tokens
type Line = [string, number | null, number | null, number | null, number, number, number, number, string];
const table: Line[] = [
	['2026-02-09', 4.126, 2.935, 0.543, 5.456, 6.51, 0.159, 13.015, 'US, certain'],
	['2026-02-16', 5.158, 3.154, 0.596, 6.237, 6.774, 0.004, 13.948, 'US, open'],
	['2026-02-23', 3.122, 3.961, 0.52, 5.119, 7.424, 0, 13.616, 'US, certain'],
	['2026-03-02', 4.194, 3.633, 0.529, 5.356, 8.247, 0, 14.789, 'US, certain'],
	['2026-03-09', 4.69, 3.294, 0.513, 6.008, 8.646, 0.869, 16.874, 'US, certain'],
	['2026-03-16', 6.44, 2.955, 0.508, 8.75, 8.824, 1.194, 20.297, 'US, open'],
	['2026-03-23', 9.857, 3.007, 0.568, 12.054, 8.98, 0, 22.64, 'CN, certain'],
	['2026-05-11', null, null, null, 12.053, 11.054, 0.895, 26.906, 'CN, open'],
	['2026-05-18', null, null, null, 12.63, 12.163, 1.151, 28.92, 'CN, open'],
];

describe('the table of the press weeks', () => {
	it('is that of the method on the nine largest, the top 50 and all tokens', async () => {
		const rows = await rowsOf<Record<string, number | string | null>>(
			connection,
			`select week::varchar as week, max(tokens) filter (basis = 'top9_models' and country = 'CN') / 1e12 as top9_cn,
				max(tokens) filter (basis = 'top9_models' and country = 'US') / 1e12 as top9_us, max(coverage) filter (basis = 'top9_models') as top9_coverage,
				max(tokens) filter (basis = 'top50_daily' and country = 'CN') / 1e12 as cn, max(tokens) filter (basis = 'top50_daily' and country = 'US') / 1e12 as us,
				max(tokens) filter (basis = 'top50_daily' and country = 'unnamed') / 1e12 as unnamed, max(total_tokens) / 1e12 as total,
				max(lead || if(lead_certain, ', certain', ', open')) filter (basis = 'top50_daily') as lead
			 from mart_token_share__country_week group by week`,
		);
		for (const [week, ...figures] of table) {
			const { week: own, ...found } = rows.find(row => row.week === week)!;
			expect(own).toBe(week);
			for (const [place, [column, value]] of Object.entries(found).entries()) {
				const printed = figures[place]!;
				if (printed === null) expect(value, `${week} ${column}`).toBeNull();
				else if (typeof printed === 'string') expect(value, `${week} ${column}`).toBe(printed);
				else expect(Math.abs(Number(value) - printed), `${week} ${column}`).toBeLessThan(0.001);
			}
		}
	});

	it('has in every week of every basis shares that sum to one with the unnamed and the unlisted, within their bands', async () => {
		const [row] = await rowsOf<Record<string, number>>(
			connection,
			`with week as (
				select basis, week, sum(share) as all_of_it, sum(share) filter (country in ('CN', 'US')) as pair, sum(tokens) as tokens, any_value(total_tokens) as total,
					any_value(is_complete) as is_complete,
				from mart_token_share__country_week group by basis, week
			)
			select count(*) filter (basis = 'all_tokens' and abs(all_of_it - 1) > 1e-9)::integer as off, count(*) filter (basis <> 'all_tokens' and abs(pair - 1) > 1e-9)::integer as pairs_off,
				count(*) filter (is_complete and tokens <> total)::integer as totals_off, count(*)::integer as weeks from week`,
		);
		expect(row).toMatchObject({ off: 0, pairs_off: 0, totals_off: 0 });
		expect(row!.weeks).toBeGreaterThan(240);
	});

	it('has a concentration of models and of labs in every week, with bounds', async () => {
		const [row] = await rowsOf<Record<string, number>>(
			connection,
			`select count(*) filter (basis = 'top50_daily')::integer as lab_weeks, count(*) filter (basis = 'top50_day')::integer as model_weeks,
				count(*) filter (hhi_high > hhi_low)::integer > 150 as has_bounds, bool_and(effective_low <= effective_high) as is_ordered,
				round(avg(half_life_weeks) filter (basis = 'top50_day'), 0) as half_life
			 from mart_concentration__week`,
		);
		expect(row).toEqual({ lab_weeks: 93, model_weeks: 73, has_bounds: true, is_ordered: true, half_life: 6 });
	});
});
