import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

type Share = {
	measure: string;
	basis: string;
	week: string;
	share: number | null;
	low: number | null;
	high: number | null;
	lead: string | null;
	reason: string | null;
};

describe('the share of a country', () => {
	let connection: DuckDBConnection;
	// after `use`, as every snippet has it
	beforeAll(async () => {
		connection = await connect();
		await connection.run(`attach ${literal(published())} as tokens (read_only)`);
		await connection.run('use tokens');
	});
	afterAll(() => connection.closeSync());
	const shares = (call: string): Promise<Share[]> =>
		rowsOf(connection, `select * replace (week::varchar as week) from ${call} order by week, measure, basis`);
	const percent = (share: number | null | undefined): number => Math.round((share ?? Number.NaN) * 1000) / 10;

	it('in the week of 9 February 2026 is that of the table of bases', async () => {
		const found = new Map((await shares(`share('CN', '2026-02-09')`)).map(row => [`${row.measure} ${row.basis}`, row]));
		const bounds = (key: string): number[] => {
			const row = found.get(key);
			return [percent(row?.share), percent(row?.low), percent(row?.high)];
		};
		expect(bounds('tokens top9_models')[0]).toBe(58.4);
		expect(bounds('tokens top50_daily')).toEqual([45.6, 42.3, 49.5]);
		expect(bounds('tokens all_tokens')).toEqual([41.9, 41.9, 49]);
		expect(bounds('spend top10_models')).toEqual([18, 18, 23.1]);
		expect(percent(found.get('tokens top10_models')?.share)).toBe(55);
		expect(found.get('tokens top9_models')?.lead).toBe('CN');
		expect(found.get('tokens all_tokens')?.lead).toBe('US');
	});

	it('is found by any day of the week, text or date, and by basis', async () => {
		const monday = await shares(`share('CN', '2026-02-09')`);
		expect(await shares(`share('CN', date '2026-02-15')`)).toEqual(monday);
		expect(await shares(`share('CN', '2026-02-16')`)).not.toEqual(monday);
		const one = await shares(`share('CN', '2026-02-11', 'top50_daily')`);
		expect(one).toEqual(monday.filter(({ basis }) => basis === 'top50_daily'));
		const weeks = await shares(`share('CN', null, 'top50_daily')`);
		expect(new Set(weeks.map(({ basis }) => basis))).toEqual(new Set(['top50_daily']));
		expect(weeks.length).toBeGreaterThan(80);
		expect((await shares(`share('CN')`)).filter(({ week }) => week === '2026-02-09')).toEqual(monday);
	});

	it('is what the two marts say, of every country and week, and leaves out no share', async () => {
		const [apart] = await rowsOf<{ n: number; rows: number }>(
			connection,
			`with said as (
				select country, week, basis, 'tokens' as measure, share from mart_token_share__country_week where share is not null
				union all select country, week, basis, 'tokens', token_share from mart_spend_share__country_week where token_share is not null
				union all select country, week, basis, 'spend', share from mart_spend_share__country_week where share is not null
			),
			macro as (
				select country, week, basis, measure, share
				from (${['CN', 'US', 'EU', 'other', 'unnamed', 'unlisted', 'unknown'].map(country => `from share('${country}')`).join(' union all ')})
				where share is not null
			)
			select (select count(*) from ((from said except all from macro) union all (from macro except all from said)))::integer as n,
				(select count(*) from macro)::integer as rows`,
		);
		expect(apart?.n).toBe(0);
		expect(apart?.rows).toBeGreaterThan(500);
	});

	it('has a share within its band or a reason, one row a week, measure and basis', async () => {
		const rows = await shares(`share('CN')`);
		expect(new Set(rows.map(row => `${row.week} ${row.measure} ${row.basis}`)).size).toBe(rows.length);
		for (const { share, low, high, reason, week } of rows) {
			if (share === null) expect(reason, week).not.toBeNull();
			else if (low !== null && high !== null) expect(low <= share && share <= high, week).toBe(true);
		}
		expect(rows.some(({ reason }) => reason?.includes('no token counts'))).toBe(true);
	});
});
