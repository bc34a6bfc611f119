import { describe, expect, it } from 'vitest';
import type { MadeLook } from './made.ts';
import { asked, board, score, sheet } from './made-scores.ts';

describe('the capability of a model', () => {
	const cells = (model: string, effort: string, ...scores: [string, string][]): string[] =>
		scores.map(([benchmark, amount]) => `${benchmark},${model}_${effort},acme/${model},${effort},${amount},,test`);

	it('comes from three benchmarks, an effort by itself; with fewer it is a reason', async () => {
		const benchmark_scores = [
			...cells('acme-1', 'high', ['choice', '0.6'], ['math', '0.8'], ['exam', '0.5']),
			...cells('acme-1', '', ['choice', '0.4'], ['math', '0.5']),
			...cells('acme-2', '', ['choice', '0'], ['math', '0'], ['exam', '0']),
		];
		const rows = await asked<Record<string, unknown>>(
			{ looks: [], seeds: { benchmark_scores } },
			'select model_effort, effort, capability, benchmarks, benchmark_list, method, reason from mart_capability__model order by 1',
		);
		expect(rows).toEqual([
			{
				...{
					model_effort: 'acme/acme-1',
					effort: null,
					capability: null,
					benchmarks: 2,
					benchmark_list: 'choice;math',
				},
				...{ method: null, reason: 'fewer than 3 benchmarks: 2' },
			},
			{
				...{ model_effort: 'acme/acme-1@high', effort: 'high', benchmarks: 3, benchmark_list: 'choice;exam;math' },
				// each score alone says 139.4, 135.7 and 138.0; the steepest counts most
				...{ capability: 138, method: 'anchored item response', reason: null },
			},
			{
				...{
					model_effort: 'acme/acme-2',
					effort: null,
					capability: null,
					benchmarks: 3,
					benchmark_list: 'choice;exam;math',
				},
				...{ method: null, reason: 'all scores are at the floor' },
			},
		]);
	});

	it('takes the best of several runs, and a fraction for a share', async () => {
		const hub: MadeLook = {
			source: 'hub',
			on: '2026-01-06',
			rows: [
				score('acme-1', '0.7', { benchmark: 'math', unit: 'fraction' }),
				score('acme-1', '0.8', { benchmark: 'math', unit: 'fraction', scaffold: 'other' }),
			],
		};
		expect(await asked({ looks: [hub] }, 'select benchmark, model_effort, score from int_capability__cell')).toEqual([
			{ benchmark: 'math', model_effort: 'acme/acme-1', score: 0.8 },
		]);
	});

	it('needs no day, and nothing of a closed source', async () => {
		const rows = [score('acme-1', '0.7', { benchmark: 'math', unit: 'fraction', scored_on: null })];
		const looks = [{ source: 'hub', on: '2026-01-06', rows }];
		const sql = 'select model, score from int_capability__cell';
		expect(await asked({ looks }, sql)).toEqual([{ model: 'acme/acme-1', score: 0.7 }]);
		expect(await asked({ looks, closed: ['hub'] }, sql)).toEqual([]);
	});

	it('says how many scores have no day', async () => {
		const benchmark_scores = ['math,a,acme/acme-1,,0.5,2026-01-05,test', 'exam,a,acme/acme-1,,0.5,,test'];
		expect(
			await asked(
				{ looks: [sheet('2026-01-01', ['acme-1', '4'])], seeds: { benchmark_scores } },
				'select axis, scores, dated_scores, priced_scores, left_out from mart_score_coverage__benchmark order by axis',
			),
		).toEqual([
			{ axis: 'exam', scores: 1, dated_scores: 0, priced_scores: 0, left_out: 1 },
			{ axis: 'math', scores: 1, dated_scores: 1, priced_scores: 1, left_out: 0 },
		]);
	});
});

describe('countries side by side', () => {
	const looks = [
		board(
			score('acme-1', '51', { scored_on: '2026-01-05' }),
			score('acme-2', '70', { scored_on: '2026-02-10' }),
			score('baidian-1', '60', { scored_on: '2026-03-01' }),
		),
		sheet('2026-01-01', ['acme-1', '4'], ['baidian-1', '2']),
	];

	it('have a best score a month, how far it lies behind, and how long after the other it came', async () => {
		expect(
			await asked(
				{ looks },
				`select month, country, best_score, gap, lag_days, smallest_title from mart_capability_gap__country_month order by month, country`,
			),
		).toEqual([
			{ month: '2026-01', country: 'US', best_score: 51, gap: 0, lag_days: null, smallest_title: 'Acme 1' },
			{ month: '2026-02', country: 'US', best_score: 70, gap: 0, lag_days: null, smallest_title: 'Acme 2' },
			{ month: '2026-03', country: 'CN', best_score: 60, gap: 10, lag_days: 19, smallest_title: 'Baidian 1' },
			{ month: '2026-03', country: 'US', best_score: 70, gap: 0, lag_days: null, smallest_title: 'Acme 2' },
		]);
	});

	it('have the days between their first models at a level with the price of each, or why there are none', async () => {
		const levels = ['aider-polyglot,50,true,,test', 'aider-polyglot,65,false,,test', 'aider-polyglot,90,false,,test'];
		expect(
			await asked(
				{ looks, seeds: { capability_levels: levels } },
				`select level, us_title, cn_title, lag_days, us_blend_usd_per_mtok as us, cn_blend_usd_per_mtok as cn, china_to_us_price as ratio, reason
				 from mart_capability_lag__benchmark_level where level = reference_level order by level`,
			),
		).toEqual([
			{ level: 50, us_title: 'Acme 1', cn_title: 'Baidian 1', lag_days: 55, us: 4, cn: 2, ratio: 0.5, reason: null },
			{
				level: 65,
				us_title: 'Acme 2',
				cn_title: null,
				lag_days: null,
				us: null,
				cn: null,
				ratio: null,
				reason: 'no Chinese model has reached it',
			},
			{
				level: 90,
				us_title: null,
				cn_title: null,
				lag_days: null,
				us: null,
				cn: null,
				ratio: null,
				reason: 'no model of either country has reached it',
			},
		]);
	});

	it('have no pooled figure of a handful of runs, and no residual', async () => {
		expect(
			await asked(
				{ looks },
				'select month, runs, factor_per_year, china_ratio, reason, china_reason from mart_hedonic__benchmark_month order by month',
			),
		).toEqual([
			{
				month: '2026-01',
				runs: 1,
				factor_per_year: null,
				china_ratio: null,
				reason: 'fewer than 12 priced runs: 1',
				china_reason: 'fewer than 12 priced runs: 1',
			},
			{
				month: '2026-03',
				runs: 2,
				factor_per_year: null,
				china_ratio: null,
				reason: 'fewer than 12 priced runs: 2',
				china_reason: 'fewer than 12 priced runs: 2',
			},
		]);
		const rows = await asked<{ residual_ratio: number | null }>(
			{ looks },
			'select residual_ratio from mart_hedonic__model_month',
		);
		expect(rows.map(({ residual_ratio }) => residual_ratio)).toEqual([null, null, null]);
	});

	it('have a China ratio with its interval where both sides are there', async () => {
		const efforts = Array.from({ length: 16 }, (_, place) => ({ place, isChinese: place % 2 === 1 }));
		const rows = efforts.map(({ place, isChinese }) =>
			score(isChinese ? 'baidian-1' : 'acme-1', String(30 + ((place * 7) % 40)), {
				effort: `e${place}`,
				scored_on: `2026-01-${10 + place}`,
				run_cost_usd: String((isChinese ? 2 : 20) * (1 + ((place * 3) % 5) / 50)),
			}),
		);
		const named = rows.map((row, place) => ({ ...row, model: `${row.model} (e${place})` }));
		const aliases = named.map(
			({ model }) =>
				`aider-polyglot,${model},${model.startsWith('acme') ? 'acme/acme-1' : 'baidian/baidian-1'},,base,,,,test`,
		);
		const [fit] = await asked<Record<string, number | string | null>>(
			{ looks: [board(...named)], seeds: { aliases } },
			"select runs, chinese_runs, china_ratio, china_low, china_high, china_reason, china_caveat from mart_hedonic__benchmark_month where basis = 'run_cost'",
		);
		expect(fit).toMatchObject({ runs: 16, chinese_runs: 8, china_reason: null, china_caveat: null });
		expect(fit!.china_ratio).toBeGreaterThan(0.09);
		expect(fit!.china_ratio).toBeLessThan(0.11);
		expect(fit!.china_low).toBeLessThan(0.1);
		expect(fit!.china_high).toBeGreaterThan(0.1);
	});
});
