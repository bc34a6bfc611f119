import { describe, expect, it } from 'vitest';
import type { MadeLook } from './made.ts';
import { asked, board, score, sheet } from './made-scores.ts';

describe('the frontier of a benchmark', () => {
	const looks = [
		board(
			score('acme-1', '51', { run_cost_usd: '22.5' }),
			score('baidian-1', '60', { run_cost_usd: '2.25', scored_on: '2026-01-09' }),
		),
		sheet('2026-01-01', ['acme-1', '4'], ['baidian-1', '2']),
		sheet('2026-01-20', ['acme-1', '1'], ['baidian-1', '2']),
	];
	const steps = (level: number, more = '') =>
		asked(
			{ looks },
			`select basis, country, day, title, coalesce(blend_3to1_usd_per_mtok, run_usd_per_task) as usd from mart_frontier__benchmark_level_day
			 where level = ${level} ${more} order by basis, country, day`,
		);

	it('has both bases, each from the later of score and price', async () => {
		expect(await steps(50, "and country = 'all'")).toEqual([
			{ basis: 'blend_3to1', country: 'all', day: '2026-01-05', title: 'Acme 1', usd: 4 },
			{ basis: 'blend_3to1', country: 'all', day: '2026-01-09', title: 'Baidian 1', usd: 2 },
			{ basis: 'blend_3to1', country: 'all', day: '2026-01-20', title: 'Acme 1', usd: 1 },
			{ basis: 'run_cost', country: 'all', day: '2026-01-05', title: 'Acme 1', usd: 0.1 },
			{ basis: 'run_cost', country: 'all', day: '2026-01-09', title: 'Baidian 1', usd: 0.01 },
		]);
	});

	it('is also drawn three points off, and of each country by itself', async () => {
		expect(await steps(53, "and country = 'all'")).toEqual([
			{ basis: 'blend_3to1', country: 'all', day: '2026-01-09', title: 'Baidian 1', usd: 2 },
			{ basis: 'run_cost', country: 'all', day: '2026-01-09', title: 'Baidian 1', usd: 0.01 },
		]);
		expect(await steps(50, "and country = 'CN'")).toEqual([
			{ basis: 'blend_3to1', country: 'CN', day: '2026-01-09', title: 'Baidian 1', usd: 2 },
			{ basis: 'run_cost', country: 'CN', day: '2026-01-09', title: 'Baidian 1', usd: 0.01 },
		]);
	});

	it('has no level that guessing reaches', async () => {
		expect(
			await asked(
				{ looks: [] },
				"select level::integer as level from int_capability__level where axis = 'choice' order by 1",
			),
		).toEqual([{ level: 32 }, { level: 35 }]);
	});

	it('leaves out a run of two models and a bill of 0', async () => {
		const odd = [
			board(score('acme-1 + baidian-1', '99', { run_cost_usd: '1' }), score('acme-1', '99', { run_cost_usd: '0' })),
		];
		expect(await asked({ looks: odd }, 'select * from mart_frontier__benchmark_level_day')).toEqual([]);
	});

	it('gives no rate of three steps, and says that a run states no bill', async () => {
		const rows = await asked(
			{ looks: [...looks.slice(1), board(score('acme-1', '51'), score('baidian-1', '60'))] },
			`select basis, steps, factor_per_year, factor_low, is_published, reason from mart_price_decline__benchmark_level
			 where axis = 'aider-polyglot' and level = 50 and country = 'all' and series <> 'cheapest_host' order by basis`,
		);
		expect(rows).toEqual([
			{
				basis: 'blend_3to1',
				steps: 2,
				factor_per_year: null,
				factor_low: null,
				is_published: false,
				reason: 'fewer than 4 frontier steps: 2',
			},
			{
				basis: 'run_cost',
				steps: 0,
				factor_per_year: null,
				factor_low: null,
				is_published: false,
				reason: 'no run states its bill',
			},
		]);
	});

	/** A price that falls by half every hundred days, on four sheets; the model is scored on the day given. */
	const falling = (scored_on: string): MadeLook[] => [
		board(score('acme-1', '51', { scored_on })),
		sheet('2025-01-10', ['acme-1', '8']),
		sheet('2025-04-20', ['acme-1', '4']),
		sheet('2025-07-29', ['acme-1', '2']),
		sheet('2025-11-06', ['acme-1', '1']),
	];
	const rate = (scored_on: string) =>
		asked(
			{ looks: falling(scored_on) },
			`select steps, late_steps, round(factor_per_year, 3) as factor, round(halving_days, 1) as halving, reason from mart_price_decline__benchmark_level
			 where level = 50 and country = 'US' and basis = 'blend_3to1' and series = 'list'`,
		);

	it('gives a rate where the rule allows one, and none where a price was first seen long after the score', async () => {
		expect(await rate('2025-01-05')).toEqual([{ steps: 4, late_steps: 0, factor: 12.553, halving: 100, reason: null }]);
		expect(await rate('2024-06-05')).toEqual([
			{
				steps: 4,
				late_steps: 1,
				factor: null,
				halving: null,
				reason: 'steps dated by the first sighting of a price: 1',
			},
		]);
	});

	it('reads the prices of 2025 that scored models were listed at, until the archive knows the model', async () => {
		const score_prices = ['acme/acme-1,acme-1,2025-12-20,6,6,test', 'acme/acme-1,acme-1,2025-12-28,5,5,test'];
		expect(
			await asked(
				{ looks: [sheet('2026-01-01', ['acme-1', '4'])], seeds: { score_prices } },
				`select from_day, to_day, blend_usd_per_mtok::double as usd from int_capability__price_spell where series = 'list' order by from_day`,
			),
		).toEqual([
			{ from_day: '2025-12-20', to_day: '2025-12-28', usd: 6 },
			{ from_day: '2025-12-28', to_day: '2026-01-01', usd: 5 },
			{ from_day: '2026-01-01', to_day: '9999-12-31', usd: 4 },
		]);
	});
});

describe('the bill of a run', () => {
	it('is flagged where it does not fit its tokens at list price, and not judged without them', async () => {
		const tokens = { prompt_tokens: 2_000_000, completion_tokens: 1_000_000 };
		const looks = [
			sheet('2026-01-01', ['acme-1', '4'], ['baidian-1', '2']),
			board(
				score('acme-1', '51', { run_cost_usd: '11.4', ...tokens }),
				score('baidian-1', '60', { run_cost_usd: '18', ...tokens }),
				score('acme-2', '60', { run_cost_usd: '18', ...tokens }),
				score('acme-1 (high)', '61', { run_cost_usd: '20' }),
			),
		];
		expect(
			await asked(
				{ looks },
				'select printed_name, round(cost_ratio, 4) as ratio, is_suspect, round(usd_per_solved_task, 6) as solved, reason from mart_run_cost__run order by 1',
			),
		).toEqual([
			{ printed_name: 'acme-1', ratio: 0.95, is_suspect: false, solved: 0.099346, reason: null },
			{ printed_name: 'acme-1 (high)', ratio: null, is_suspect: null, solved: 0.145719, reason: 'no tokens stated' },
			{
				printed_name: 'acme-2',
				ratio: null,
				is_suspect: null,
				solved: 0.133333,
				reason: 'no list price within 31 days of the run',
			},
			{ printed_name: 'baidian-1', ratio: 3, is_suspect: true, solved: 0.133333, reason: null },
		]);
	});
});
