import { describe, expect, it } from 'vitest';
import { caveat, fewest, hedonic, logit, unfit, type PricedRun } from '../warehouse/methods/hedonic.ts';
import { leastSquares, margin90 } from '../warehouse/methods/least-squares.ts';
import { dayNumber, hasReference, referenceOf } from './shared-reference.ts';

/** Runs whose price follows a known law, without noise: 8 times cheaper a year, a fifth where Chinese, up with the score. */
const lawful: PricedRun[] = Array.from({ length: 24 }, (_, place) => {
	const run = { day: 20_000 + place * 17, score: 0.2 + 0.03 * ((place * 7) % 20), is_chinese: place % 3 === 0 };
	const log =
		2 - (Math.log(8) / 365) * (run.day - 20_000) + 1.5 * logit(run.score) + (run.is_chinese ? Math.log(0.2) : 0);
	return { ...run, price: Math.exp(log) };
});

describe('least squares', () => {
	it('finds the line through points off it, with its errors', () => {
		const fit = leastSquares(
			[1, 2, 3, 4, 5].map(x => [1, x]),
			[2.1, 3.9, 6.2, 7.8, 10.1],
		);
		// slope 1.99, intercept 0.05, residual sum of squares 0.107
		expect(fit.coefficients[0]).toBeCloseTo(0.05, 12);
		expect(fit.coefficients[1]).toBeCloseTo(1.99, 12);
		expect(fit.standard_errors[1]).toBeCloseTo(Math.sqrt(0.107 / 3 / 10), 12);
		expect(fit.r2).toBeCloseTo(1 - 0.107 / 39.708, 10);
		expect(margin90(fit, 1)).toBeCloseTo(2.353363434802 * Math.sqrt(0.107 / 30), 10);
	});

	it('of as many rows as columns has no margin, of fewer is refused', () => {
		expect(
			margin90(
				leastSquares(
					[
						[1, 1],
						[1, 2],
					],
					[1, 3],
				),
				1,
			),
		).toBeNull();
		expect(() => leastSquares([[1, 1]], [1])).toThrow('least squares: expected at least 2 rows got 1');
		expect(() => leastSquares([[1], [1]], [1])).toThrow('least squares: expected 2 values got 1');
	});

	it('is refused when columns depend on one another or a value is no number', () => {
		expect(() =>
			leastSquares(
				[
					[1, 2],
					[2, 4],
					[3, 6],
				],
				[1, 2, 3],
			),
		).toThrow('least squares: dependent column: 1');
		expect(() =>
			leastSquares(
				[
					[1, NaN],
					[1, 2],
				],
				[1, 2],
			),
		).toThrow('least squares: invalid value: NaN');
	});
});

describe('the pooled regression', () => {
	it('finds the law behind prices without noise', () => {
		const fit = hedonic(lawful, { china: true });
		expect(fit.factor_per_year).toBeCloseTo(8, 9);
		expect(fit.china_ratio).toBeCloseTo(0.2, 9);
		expect(fit.per_logit).toBeCloseTo(1.5, 9);
		expect(fit.r2).toBeCloseTo(1, 12);
		expect(fit.intercept + fit.per_day * 20_000).toBeCloseTo(2, 8);
		expect(fit.china_low! <= 0.2 + 1e-9 && fit.china_high! >= 0.2 - 1e-9).toBe(true);
	});

	it('without the term of China has none, and takes its part for a fall of the price', () => {
		const fit = hedonic(lawful, { china: false });
		expect(fit).toMatchObject({ china_ratio: null, china_low: null, china_high: null, china: null, n: 24 });
		expect(fit.r2!).toBeLessThan(1);
	});

	it('has the same rate and ratio in any currency', () => {
		const other = hedonic(
			lawful.map(run => ({ ...run, price: run.price * 7.1 })),
			{ china: true },
		);
		expect(other.factor_per_year).toBeCloseTo(8, 9);
		expect(other.china_ratio).toBeCloseTo(0.2, 9);
	});

	it('refuses a score without a logit and a price of 0', () => {
		const [one, ...rest] = lawful;
		for (const score of [0, 1, 61.7, NaN])
			expect(() => hedonic([{ ...one!, score }, ...rest], { china: false })).toThrow(
				`hedonic: expected a score between 0 and 1 got ${score}`,
			);
		expect(() => hedonic([{ ...one!, price: 0 }, ...rest], { china: false })).toThrow('hedonic: invalid price: 0');
	});
});

describe('a pooled figure is not stated', () => {
	it('of too few runs, of one day, of one score', () => {
		expect(unfit(lawful, { china: true })).toBeNull();
		expect(unfit(lawful.slice(0, fewest.runs - 1), { china: false })).toBe('fewer than 12 priced runs: 11');
		expect(
			unfit(
				lawful.map(run => ({ ...run, day: 1 })),
				{ china: false },
			),
		).toBe('all runs are of one day');
		expect(
			unfit(
				lawful.map(run => ({ ...run, score: 0.5 })),
				{ china: false },
			),
		).toBe('all runs have one score');
	});

	it('about China with too few runs on either side', () => {
		const few = lawful.map((run, place) => ({ ...run, is_chinese: place < 4 }));
		expect(unfit(few, { china: true })).toBe('fewer than 5 priced runs of Chinese models: 4');
		expect(
			unfit(
				few.map(run => ({ ...run, is_chinese: !run.is_chinese })),
				{ china: true },
			),
		).toBe('fewer than 5 priced runs of other models: 4');
		expect(unfit(few, { china: false })).toBeNull();
	});

	it('without its caveat where its interval holds 1', () => {
		expect(caveat(0.765, 32.49, 'no change')).toBe('no change');
		expect(caveat(5.431, 350, 'no change')).toBeNull();
		expect(caveat(0.0822, 0.3451, 'no change')).toBeNull();
		expect(caveat(null, null, 'no change')).toBeNull();
	});
});

const board = referenceOf('aider_polyglot_prices_input.csv');
const expected = referenceOf('aider_hedonic_expected.csv');

describe('the reference', () => {
	it('of Aider is met to a hundred-thousandth, with and without the term of China', () => {
		if (!board || !expected) return expect(hasReference).toBe(false);
		for (const row of expected!) {
			const runs = board
				.filter(run => Number(run[row.price!] || 0) > 0)
				.map(run => ({
					day: dayNumber(run.date!),
					score: Number(run.score) / 100,
					price: Number(run[row.price!]),
					is_chinese: /DeepSeek|Qwen|Kimi/.test(run.model!),
				}));
			const fit = hedonic(runs, { china: row.model!.includes('CN') });
			const pairs: [number | null, string | undefined][] = [
				[fit.factor_per_year, row.factor_per_year],
				[fit.low, row.ci90_low],
				[fit.high, row.ci90_high],
				[fit.r2, row.r2],
				[fit.china_ratio, row.cn_over_us_price_ratio],
				[fit.china_low, row.cn_ci90_low],
				[fit.china_high, row.cn_ci90_high],
			];
			expect(fit.n).toBe(Number(row.n));
			for (const [value, printed] of pairs) {
				if (!printed) expect(value).toBeNull();
				else expect(Math.abs(value! / Number(printed) - 1)).toBeLessThan(1e-5);
			}
		}
		expect(expected.length).toBe(4);
	});
});
