import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, price, type Made } from './made.ts';
import { percent, tokens, week } from './made-usage.ts';
import { hasReference, referenceOf } from './reference.ts';

const seed = (name: string): string[] =>
	readFileSync(`warehouse/seeds/${name}.csv`, 'utf8').trimEnd().split('\n').slice(1);
const shipped: Made = {
	looks: [],
	seeds: { labs: seed('labs'), usage_mix: seed('usage_mix'), usage_weekly: seed('usage_weekly') },
};

describe('the shipped weeks', () => {
	it('are the reference in tokens, spend, average prices and concentration', async () => {
		const expected = referenceOf('openrouter_weekly_share_expected.csv');
		const rows = await ask<Record<string, number>>(
			shipped,
			`with focus as (
				select week::varchar as week, max(hhi_low) filter (measure = 'tokens') as hhi_tokens_author, max(hhi_low) filter (measure = 'spend') as hhi_spend_author,
				from mart_concentration__week where basis = 'top10_models' group by week
			)
			select share.week::varchar as week, sum(usd_spend) as spend_usd, sum(usd_spend_cache_free) as spend_cache_free_lower_usd,
				sum(analytics_tokens) / 1e12 as analytics_tokens_T, sum(tokens) / 1e12 as rank_tokens_T, sum(paid_tokens) / 1e12 as paid_tokens_T,
				sum(usd_spend) * 1e6 / sum(analytics_tokens) as unit_value_all, sum(usd_spend) * 1e6 / sum(paid_tokens) as unit_value_paid,
				coalesce(max(paid_usd_per_mtok) filter (country = 'US'), 0) as unit_value_paid_us,
				coalesce(max(paid_usd_per_mtok) filter (country = 'CN'), 0) as unit_value_paid_cn,
				coalesce(max(token_share) filter (country = 'CN'), 0) as cn_share_rank_tokens,
				coalesce(max(analytics_share) filter (country = 'CN'), 0) as cn_share_analytics_tokens,
				coalesce(max(paid_token_share) filter (country = 'CN'), 0) as cn_share_paid_tokens, coalesce(max(share) filter (country = 'CN'), 0) as cn_share_spend,
				sum(source_usd_spend) as source_revenue_usd, sum(source_usd_spend) / sum(usd_spend) - 1 as source_overstatement,
				coalesce(sum(source_usd_spend) filter (country = 'CN'), 0) / sum(source_usd_spend) filter (country in ('CN', 'US')) as cn_share_source_revenue,
				coalesce(sum(tokens) filter (country = 'unknown'), 0) / sum(tokens) as unknown_origin_share_tokens,
				any_value(hhi_tokens_author) as hhi_tokens_author, any_value(hhi_spend_author) as hhi_spend_author, sum(models)::integer as n_models
			 from mart_spend_share__country_week as share join focus on focus.week = share.week::varchar
			 where basis = 'top10_models' and not is_missing group by share.week order by week`,
		);
		const row = rows.find(({ week }) => String(week) === '2026-04-27')!;
		expect(row.cn_share_spend).toBeCloseTo(0.1722, 4);
		expect(row.unit_value_paid_us).toBeCloseTo(1.071, 4);
		const first = rows.find(({ week }) => String(week) === '2025-11-10')!;
		expect(first.spend_usd).toBeCloseTo(1480901.38, 2);
		expect(first.hhi_spend_author).toBeCloseTo(4067.6, 1);
		expect(first.source_overstatement).toBeCloseTo(0.8506, 4);
		if (!expected) return expect(hasReference).toBe(false);
		let compared = 0;
		for (const wanted of expected) {
			// a label is the last day of its week up to 2026-02-08 and the day after it from 2026-02-16
			const back = wanted.week_end! <= '2026-02-08' ? 6 : 7;
			const week = new Date(Date.parse(wanted.week_end!) - back * 86_400_000).toISOString().slice(0, 10);
			const own = rows.find(one => String(one.week) === week);
			expect(own !== undefined, week).toBe(Number(wanted.spend_usd) > 0);
			if (!own) continue;
			for (const [column, value] of Object.entries(own)) {
				if (column === 'week') continue;
				const tolerance = /^spend|revenue_usd$/.test(column) ? 0.01 : column.startsWith('hhi') ? 0.1 : 1e-4;
				expect(Math.abs(value - Number(wanted[column])), `${week} ${column}`).toBeLessThanOrEqual(tolerance);
				compared += 1;
			}
		}
		expect(compared).toBe(expected.filter(({ spend_usd }) => Number(spend_usd) > 0).length * 20);
		expect(compared).toBeGreaterThan(300);
	});

	it('reproduce the press figures on the nine largest models of the chart', async () => {
		const rows = await ask<{ week: string; lab: string; country: string; tokens: number; rank: number }>(
			shipped,
			`select week::varchar as week, rank, split_part(ranked.slug, '/', 1) as lab, country_group as country, tokens::double / 1e12 as tokens
			 from stg_usage__weekly_rank as ranked left join seed.labs on list_contains(string_split(slugs, ';'), split_part(ranked.slug, '/', 1))
			 where rank <= 9 order by week, rank`,
		);
		const of = (week: string, country: string, without?: string): number =>
			rows
				.filter(row => row.week === week && row.country === country && row.lab !== without)
				.reduce((sum, row) => sum + row.tokens, 0);
		const press: [string, string, number, string?][] = [
			['2026-02-09', 'CN', 4.12],
			['2026-02-09', 'US', 2.94],
			['2026-02-16', 'CN', 5.16],
			['2026-02-16', 'US', 2.7, 'arcee-ai'],
			['2026-03-09', 'CN', 4.69],
			['2026-03-09', 'US', 3.294],
		];
		for (const [week, country, published, without] of press)
			expect(Math.abs(of(week, country, without) - published), `${week} ${country}`).toBeLessThan(0.0065);
		const expected = referenceOf('headline_reproduction.csv');
		if (!expected) return expect(hasReference).toBe(false);
		for (const { week, metric, reproduced_T } of expected) {
			const monday = week!.slice(0, 10);
			const without = monday === '2026-02-16' ? 'arcee-ai' : undefined;
			expect(
				Math.abs(of(monday, metric!.slice(0, 2), without) - Number(reproduced_T)),
				`${week} ${metric}`,
			).toBeLessThan(0.005);
		}
	});

	it('cross one half on the ten largest models under the rules of the method, and never in spend', async () => {
		const rows = await ask(
			shipped,
			`select measure, k, week::varchar as week, linear_on::varchar as linear_on, round(fraction, 3) as fraction, reason
			 from mart_crossover__basis_rule where basis = 'top10_models' and share_kind = 'share' and k in (1, 3) order by measure, k`,
		);
		expect(rows).toEqual([
			{
				measure: 'spend',
				k: 1,
				week: null,
				linear_on: null,
				fraction: null,
				reason: 'no run of 1 weeks above one half',
			},
			{
				measure: 'spend',
				k: 3,
				week: null,
				linear_on: null,
				fraction: null,
				reason: 'no run of 3 weeks above one half',
			},
			{ measure: 'tokens', k: 1, week: '2026-02-09', linear_on: '2026-02-05', fraction: 0.57, reason: null },
			{ measure: 'tokens', k: 3, week: '2026-03-02', linear_on: '2026-03-01', fraction: 0.896, reason: null },
		]);
	});
});

describe('made-up weeks', () => {
	it('give the tail that may be anyone’s to the largest lab in the upper bound', async () => {
		const rows = await ask(
			week(day => [tokens(day, 'Acme', 50), tokens(day, 'baidian', 30), tokens(day, 'other', 20, 'other')]),
			`select round(hhi_low, 6) as low, round(hhi_high, 6) as high, round(cr4_low, 6) as cr4_low, round(cr4_high, 6) as cr4_high, round(coverage, 6) as coverage,
				members, is_complete from mart_concentration__week where basis = 'top50_daily'`,
		);
		expect(rows).toEqual([
			{ low: 3400, high: 5800, cr4_low: 0.8, cr4_high: 1, coverage: 0.8, members: 2, is_complete: true },
		]);
	});

	it('of a gateway have its published spend as a range, on a basis of its own', async () => {
		const rows = (closed: string[]) =>
			ask(
				{
					closed,
					looks: [
						{
							source: 'vercel-ai-gateway',
							on: '2026-01-06',
							rows: [
								percent('spend', 'acme/acme-1', '60'),
								percent('spend', 'baidian/baidian-1', '20'),
								percent('spend', 'Other', '20'),
								percent('tokens', 'acme/acme-1', '30'),
								percent('tokens', 'baidian/baidian-1', '30'),
								percent('tokens', 'Other', '40'),
							],
						},
					],
				},
				`select basis, country, round(share, 4) as share, round(low, 4) as low, round(high, 4) as high, is_range, token_share, coverage, unnamed, usd_spend, days
				 from mart_spend_share__country_week order by country`,
			);
		const common = {
			basis: 'vercel_models',
			is_range: true,
			token_share: 0.5,
			coverage: 0.8,
			unnamed: 'unknown',
			usd_spend: null,
			days: 1,
		};
		expect(await rows([])).toEqual([
			{ ...common, country: 'CN', share: 0.25, low: 0.2, high: 0.4 },
			{ ...common, country: 'US', share: 0.75, low: 0.6, high: 0.8 },
		]);
		expect(await rows(['vercel-ai-gateway'])).toEqual([]);
	});

	it('of a gateway that lists no Chinese spend have 0 for it, and all that is not listed as its upper bound', async () => {
		const looks = [
			{
				source: 'vercel-ai-gateway',
				on: '2026-01-06',
				rows: [percent('spend', 'acme/acme-1', '60'), percent('spend', 'Other', '40')],
			},
		];
		expect(
			await ask({ looks }, 'select country, share, low, high from mart_spend_share__country_week order by country'),
		).toEqual([
			{ country: 'CN', share: 0, low: 0, high: 0.4 },
			{ country: 'US', share: 1, low: 0.6, high: 1 },
		]);
	});

	it('have free and paid tokens apart', async () => {
		const mix = (slug: string, free: string) => `2026-01-05,${slug},1000,900,100,0,0,1,2,0.1,${free},2026-01-12,test`;
		const seeds = { usage_mix: [mix('acme/acme-1', 'false'), mix('acme/acme-2:free', 'true')] };
		const query = 'select country, free_tokens, paid_tokens, free_share from mart_free_share__country_week';
		expect(await ask({ looks: [], seeds }, query)).toEqual([
			{ country: 'US', free_tokens: '1000', paid_tokens: '1000', free_share: 0.5 },
		]);
	});

	it('have what nobody knows the price of as a piece of its own, that may be free or paid', async () => {
		const listed = (day: string) => [
			tokens(day, 'acme/acme-1', 40, 'model'),
			tokens(day, 'acme/acme-1:free', 10, 'model'),
			tokens(day, 'acme/acme-9', 50, 'model'),
			tokens(day, 'other', 5, 'other'),
		];
		const { looks } = week(listed, ['2026-01-07']);
		const sheet = {
			source: 'sheet',
			on: '2026-01-01',
			rows: [price('acme', 'acme-1', 'input', '1'), price('acme', 'acme-1', 'output', '2')],
		};
		const seen = { ...sheet, on: '2026-01-20' };
		const aliases = ['*,acme/acme-1,acme/acme-1,,,,,,test,'];
		const rows = await ask(
			{ looks: [...looks, sheet, seen], seeds: { aliases } },
			`select country, free_tokens, paid_tokens, unpriced_tokens, free_share, low, high from mart_free_share__country_week
			 where basis = 'top50_day' order by country`,
		);
		expect(rows).toEqual([
			{
				...{ country: 'US', free_tokens: '10', paid_tokens: '40' },
				unpriced_tokens: '50',
				free_share: 0.2,
				low: 0.1,
				high: 0.6,
			},
			{
				...{ country: 'unlisted', free_tokens: null, paid_tokens: null },
				unpriced_tokens: null,
				free_share: null,
				low: null,
				high: null,
			},
		]);
	});

	it('have the spend of each lab as a share, free models at 0 and models of no lab as its upper bound', async () => {
		// input 1, output 2, cached 0.1 dollars a million: 900 prompt tokens, half of them cached, and 100 completion tokens
		const mix = (slug: string, free: string, cache = '0.1') =>
			`2026-01-05,${slug},1000,900,100,0,450,1,2,${cache},${free},2026-01-12,test`;
		const seeds = {
			usage_mix: [
				mix('acme/acme-1', 'false'),
				mix('baidian/baidian-1', 'false', ''),
				mix('baidian/baidian-2:free', 'true'),
				mix('nobody/thing-9', 'false'),
			],
		};
		const rows = await ask(
			{ looks: [], seeds },
			`select lab, round(usd_spend * 1e6) as spend, round(share, 4) as share, round(low, 4) as low, round(high, 4) as high, models, is_missing
			 from mart_spend__lab_week order by lab`,
		);
		// 695, 1,100 at the input price for want of a cache price, and 695: of 2,490
		expect(rows).toEqual([
			{ lab: 'Acme', spend: 695, share: 0.2791, low: 0.2791, high: 0.5582, models: 1, is_missing: false },
			{ lab: 'Baidian', spend: 1100, share: 0.4418, low: 0.4418, high: 0.7209, models: 2, is_missing: false },
			{ lab: 'unnamed', spend: 695, share: 0.2791, low: 0.2791, high: 0.2791, models: 1, is_missing: false },
		]);
		const gone = '2026-01-05,acme/acme-1,1000,0,0,0,0,1,2,0.1,false,2026-01-12,test';
		expect(
			await ask(
				{ looks: [], seeds: { usage_mix: [gone] } },
				'select usd_spend, share, reason from mart_spend__lab_week',
			),
		).toEqual([{ usd_spend: null, share: null, reason: 'more than half of the models have no token counts' }]);
	});

	it('have open weights as a share of what is stated, and the rest as its bounds', async () => {
		const listed = (day: string) => [
			tokens(day, 'acme/acme-1', 30, 'model'),
			tokens(day, 'baidian/baidian-1', 20, 'model'),
			tokens(day, 'nobody/thing-9', 40, 'model'),
			tokens(day, 'other', 10, 'other'),
		];
		const models = [
			'acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-01,test,false,,,test',
			'baidian/baidian-1,Baidian,baidian,1,base,Baidian 1,2026-01-01,test,true,,,test',
		];
		const rows = await ask({ ...week(listed), seeds: { models } }, 'from mart_open_share__month');
		expect(rows).toEqual([
			{
				...{ month: '2026-01-01', listed_days: 7, tokens: '700', open_tokens: '140', closed_tokens: '210' },
				...{ unstated_tokens: '280', unlisted_tokens: '70', share: 0.4, low: 0.2, high: 0.7 },
			},
		]);
	});
});
