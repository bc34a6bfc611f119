import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasReference, referenceOf } from './reference.ts';
import { ask, type Made } from './made.ts';

const seed = (name: string): string[] =>
	readFileSync(`warehouse/seeds/${name}.csv`, 'utf8').trimEnd().split('\n').slice(1);
/** The shipped weeks and labs, without the archive of prices, which they do not read. */
const shipped: Made = {
	looks: [],
	seeds: { labs: seed('labs'), usage_mix: seed('usage_mix') },
};
type Point = { week: string; index: number | null; reason: string | null };
const series = (where: string) =>
	ask<Point>(
		shipped,
		`select week::varchar as week, index, reason from mart_price_index__country_week where ${where} order by week`,
	);

describe('the weekly index of the shipped weeks', () => {
	it('is that of the method: matched prices of the ten largest models did not fall in twelve weeks', async () => {
		const [fisher, geks, paid, chinese, american] = await Promise.all(
			[
				"country = 'all' and formula = 'fisher' and index_kind = 'chained' and item_kind = 'component'",
				"country = 'all' and index_kind = 'rolling_geks'",
				"country = 'all' and formula = 'unit_value'",
				"country = 'CN' and formula = 'fisher' and index_kind = 'chained' and item_kind = 'component'",
				"country = 'US' and formula = 'fisher' and index_kind = 'chained' and item_kind = 'component'",
			].map(series),
		);
		const of = (points: Point[] | undefined, week: string): number | null | undefined =>
			points?.find(point => point.week === week)?.index;
		const weeks = ['2026-02-09', '2026-02-16', '2026-02-23', '2026-03-23', '2026-04-06', '2026-04-27'];
		const expected = [
			[1, 1.117241, 1.059062, 1.063264, 1.055406, 1.036696],
			[1, 1.081717, 1.016249, 1.019409, 1.005554, 0.994621],
			[1, 1.07292, 1.34398, 1.086779, 1.479994, 1.209864],
		];
		for (const [place, points] of [fisher, geks, paid].entries())
			for (const [at, week] of weeks.entries())
				expect(Math.abs(of(points, week)! - expected[place]![at]!), `${place} ${week}`).toBeLessThan(1e-6);
		expect(of(chinese, '2026-02-16')).toBeCloseTo(1.73, 2);
		expect(of(chinese, '2026-04-27')).toBeCloseTo(1.12, 2);
		for (const { index } of american!.filter(one => one.index !== null)) expect(index).toBeCloseTo(1, 9);
	});

	it('has a reason and no figure where prices were seen late, where a day stands for many weeks, and where counts are 0', async () => {
		const points = await series("country = 'all' and formula = 'fisher' and index_kind = 'direct'");
		const reasonOf = (week: string): unknown => {
			const { index, reason } = points.find(point => point.week === week)!;
			return index === null ? reason : index;
		};
		expect(reasonOf('2025-11-10')).toBe('prices were seen 85 days after the week: 14 at most');
		expect(reasonOf('2026-02-02')).toBe('one day of prices stands for 13 weeks: 1 by construction');
		expect(reasonOf('2026-05-04')).toBe('more than half of the models have no token counts');
	});

	it('never has a chain of Laspeyres, and marks a week with little in common', async () => {
		const rows = await ask(
			shipped,
			`select count(index)::integer as figures, any_value(reason) as reason from mart_price_index__country_week
			 where formula in ('laspeyres', 'paasche') and index_kind = 'chained' and week = '2026-04-20'`,
		);
		expect(rows).toEqual([{ figures: 0, reason: 'drifts in a weekly chain: never published' }]);
		const flagged = await ask<{ week: string }>(
			shipped,
			`select week::varchar as week, round(matched_spend_share, 4) as share, base_week::varchar as base, index_version as version
			 from mart_price_index__country_week
			 where country = 'all' and formula = 'fisher' and index_kind = 'chained' and item_kind = 'component' and is_flagged`,
		);
		expect(flagged).toEqual([{ week: '2026-04-20', share: 0.6526, base: '2026-02-09', version: 'items-1' }]);
	});

	it('agrees with every expected week where the reference is at hand', async () => {
		const expected = referenceOf('openrouter_weekly_index_live_from_2026-02-16_expected.csv');
		if (!expected) return expect(hasReference).toBe(false);
		const columns: Record<string, string> = {
			fisher_chained: "formula = 'fisher' and index_kind = 'chained' and item_kind = 'component'",
			tornqvist_chained: "formula = 'tornqvist' and index_kind = 'chained'",
			walsh_chained: "formula = 'walsh' and index_kind = 'chained'",
			jevons_chained: "formula = 'jevons' and index_kind = 'chained'",
			unit_value_paid: "formula = 'unit_value'",
			fisher_chained_effective_price: "item_kind = 'model_effective' and formula = 'fisher'",
			rgeks_tornqvist_w12_mean: "index_kind = 'rolling_geks'",
			laspeyres_direct_matched: "formula = 'laspeyres' and index_kind = 'direct'",
			paasche_direct_matched: "formula = 'paasche' and index_kind = 'direct'",
		};
		const found = await ask<Record<string, number | string>>(
			shipped,
			`select week::varchar as week, ${Object.entries(columns)
				.map(([column, where]) => `max(index) filter (${where}) as ${column}`)
				.join(', ')},
				max(matched_members) filter (${columns.fisher_chained}) as matched_items,
				max(matched_spend_share) filter (${columns.fisher_chained}) as matched_spend_share,
			 from mart_price_index__country_week where country = 'all' group by week order by week`,
		);
		let compared = 0;
		for (const row of expected) {
			// a label from 2026-02-16 on is the day after its week
			const week = new Date(Date.parse(row.week_end!) - 7 * 86_400_000).toISOString().slice(0, 10);
			const own = found.find(one => one.week === week)!;
			for (const column of [...Object.keys(columns), 'matched_items', 'matched_spend_share']) {
				if (row[column] === '') continue;
				const tolerance = column === 'matched_spend_share' ? 1e-4 : 1e-6;
				expect(Math.abs(Number(own[column]) - Number(row[column])), `${week} ${column}`).toBeLessThan(tolerance);
				compared += 1;
			}
		}
		expect(compared).toBe(expected.length * 11 - 2);
	});
});

describe('the move of the average price of the shipped weeks', () => {
	it('adds up in every week, and of US models no part of it is price', async () => {
		const rows = await ask<Record<string, number>>(
			shipped,
			`select count(*)::integer as weeks, max(abs(move_usd_per_mtok - price_usd_per_mtok - mix_usd_per_mtok - quality_usd_per_mtok - residual_usd_per_mtok)) < 1e-12 as adds_up,
				max(abs(price_usd_per_mtok)) filter (country = 'US') as us_price, max(abs(move_usd_per_mtok)) filter (country = 'US') > 0.1 as us_moves
			 from mart_price_move__country_week where reason is null`,
		);
		expect(rows).toEqual([{ weeks: 33, adds_up: true, us_price: 0, us_moves: true }]);
	});

	it('adds up by models that came and went, and by countries, in every week', async () => {
		const rows = await ask<Record<string, number>>(
			shipped,
			`select count(*)::integer as weeks, count(inside_countries_usd_per_mtok)::integer as by_country,
				max(abs(move_usd_per_mtok - kept_usd_per_mtok - shifted_usd_per_mtok - cross_usd_per_mtok - entered_usd_per_mtok - left_usd_per_mtok)) < 1e-12 as adds_up,
				max(abs(move_usd_per_mtok - inside_countries_usd_per_mtok - between_countries_usd_per_mtok)) < 1e-12 as countries_add_up,
				max(abs(between_countries_usd_per_mtok)) > 0.01 as countries_matter,
				bool_and((entered_usd_per_mtok = 0) = (entry_usd_per_mtok = 0) and (left_usd_per_mtok = 0) = (exit_usd_per_mtok = 0)) as same_models
			 from mart_price_move__country_week where reason is null`,
		);
		expect(rows).toEqual([
			{ weeks: 33, by_country: 11, adds_up: true, countries_add_up: true, countries_matter: true, same_models: true },
		]);
	});
});

describe('the index of made-up weeks', () => {
	const model = (week: string, slug: string, price: number, seen: string, counts = '2000000,1000000,0,1000000') =>
		`${week},${slug},3000000,${counts},${price},${price * 4},${price / 10},false,${seen},test`;
	const weekly = (...usage_mix: string[]) =>
		ask<Point & { members: number }>(
			{ looks: [], seeds: { usage_mix } },
			`select week::varchar as week, round(index, 6) as index, reason, members, is_published as published from mart_price_index__country_week
			 where country = 'all' and formula = 'fisher' and index_kind = 'chained' and item_kind = 'component' order by week`,
		);

	it('halves where every price halves, and takes no free model and no imputed price for an item', async () => {
		const rows = await weekly(
			model('2026-01-05', 'acme/acme-1', 2, '2026-01-12'),
			model('2026-01-05', 'baidian/baidian-1', 1, '2026-01-12'),
			model('2026-01-05', 'acme/acme-2:free', 9, '2026-01-12').replace('false', 'true'),
			model('2026-01-12', 'acme/acme-1', 1, '2026-01-19'),
			model('2026-01-12', 'baidian/baidian-1', 0.5, '2026-01-19'),
			'2026-01-12,acme/acme-3,3000000,2000000,1000000,0,1000000,7,28,,false,2026-01-19,test',
		);
		expect(rows).toEqual([
			{ week: '2026-01-05', index: 1, reason: null, members: 6, published: true },
			{ week: '2026-01-12', index: 0.5, reason: null, members: 8, published: true },
		]);
	});

	it('has no figure for one model alone, nor for prices seen three weeks late', async () => {
		const [few] = await weekly(model('2026-01-05', 'acme/acme-1', 2, '2026-01-12'));
		expect(few).toMatchObject({ index: null, reason: '3 items of 5 needed', published: false });
		const [late] = await weekly(
			model('2026-01-05', 'acme/acme-1', 2, '2026-02-01'),
			model('2026-01-05', 'baidian/baidian-1', 1, '2026-02-01'),
		);
		expect(late).toMatchObject({ index: null, reason: 'prices were seen 21 days after the week: 14 at most' });
	});

	it('takes a week whose counts are all 0 for missing, not for 0', async () => {
		const rows = await weekly(
			model('2026-01-05', 'acme/acme-1', 2, '2026-01-12'),
			model('2026-01-05', 'baidian/baidian-1', 1, '2026-01-12'),
			model('2026-01-12', 'acme/acme-1', 2, '2026-01-19', '0,0,0,0'),
			model('2026-01-12', 'baidian/baidian-1', 1, '2026-01-19', '0,0,0,0'),
		);
		expect(rows[1]).toMatchObject({
			index: null,
			reason: 'more than half of the models have no token counts',
			members: 0,
		});
	});
});
