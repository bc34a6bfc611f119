import { leastSquares, margin90, type Fit } from './least-squares.ts';

/** A priced run: day number, share solved (strictly between 0 and 1), price in any one unit, and whose weights they are. */
export type PricedRun = { day: number; score: number; price: number; is_chinese: boolean };

/** A pooled regression over all priced runs, not only the frontier. Factors are per year of 365 days. */
export type Hedonic = {
	n: number;
	r2: number | null;
	/** exp(-365 g), with its two-sided 90 % interval. */
	factor_per_year: number;
	low: number | null;
	high: number | null;
	/** exp(e): Chinese price over others at equal day and score, with interval; null without the term. */
	china_ratio: number | null;
	china_low: number | null;
	china_high: number | null;
	/** ln(price) = intercept + per_day * day + per_logit * logit(score) + china * is_chinese; days since 1970-01-01. */
	intercept: number;
	per_day: number;
	per_logit: number;
	china: number | null;
};

/** Runs that a fit needs in all, and on each side for the term of China: our choice, methods.md sets no number. */
export const fewest = { runs: 12, a_side: 5 };

/**
 * ln(price) on the day and the logit of the score, and on Chinese weights when `china` (methods.md 2.3). Throws on a score
 * that has no logit, a price not above 0, and regressors that cannot be told apart.
 */
export function hedonic(runs: readonly PricedRun[], options: { china: boolean }): Hedonic {
	const origin = Math.min(...runs.map(({ day }) => day));
	const fit = leastSquares(
		runs.map(run => [1, run.day - origin, logit(run.score), ...(options.china ? [run.is_chinese ? 1 : 0] : [])]),
		runs.map(({ price }) => {
			if (!(Number.isFinite(price) && price > 0)) throw new Error(`hedonic: invalid price: ${price}`);
			return Math.log(price);
		}),
	);
	const [constant = NaN, per_day = NaN, per_logit = NaN, china = null] = fit.coefficients;
	const [factor_per_year, low, high] = interval(fit, 1, -365);
	const [china_ratio, china_low, china_high] = options.china ? interval(fit, 3, 1) : [null, null, null];
	return {
		n: fit.n,
		r2: fit.r2,
		factor_per_year: factor_per_year!,
		low,
		high,
		china_ratio,
		china_low,
		china_high,
		intercept: constant - per_day * origin,
		per_day,
		per_logit,
		china,
	};
}

/** Why the fit, or its term of China, must not be stated; null where it may be. */
export function unfit(runs: readonly PricedRun[], options: { china: boolean }): string | null {
	if (runs.length < fewest.runs) return `fewer than ${fewest.runs} priced runs: ${runs.length}`;
	if (new Set(runs.map(({ day }) => day)).size < 2) return 'all runs are of one day';
	if (new Set(runs.map(({ score }) => score)).size < 2) return 'all runs have one score';
	if (!options.china) return null;
	const chinese = runs.filter(({ is_chinese }) => is_chinese).length;
	const fewer = Math.min(chinese, runs.length - chinese);
	if (fewer >= fewest.a_side) return null;
	return `fewer than ${fewest.a_side} priced runs of ${chinese === fewer ? 'Chinese' : 'other'} models: ${fewer}`;
}

/** What must stand beside a stated figure: its interval holds 1. */
export const caveat = (low: number | null, high: number | null, words: string): string | null =>
	low !== null && high !== null && low <= 1 && high >= 1 ? words : null;

export function logit(score: number): number {
	if (!(score > 0 && score < 1)) throw new Error(`hedonic: expected a score between 0 and 1 got ${score}`);
	return Math.log(score / (1 - score));
}

/** exp(times * coefficient) and its interval, low end first. */
function interval(fit: Fit, place: number, times: number): [number, number | null, number | null] {
	const middle = fit.coefficients[place]! * times;
	const margin = margin90(fit, place);
	if (margin === null) return [Math.exp(middle), null, null];
	const reach = margin * Math.abs(times);
	return [Math.exp(middle), Math.exp(middle - reach), Math.exp(middle + reach)];
}
