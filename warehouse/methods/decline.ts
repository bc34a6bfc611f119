import { leastSquares, margin90 } from './least-squares.ts';

/** A step of a frontier: day number (days since 1970-01-01 UTC) and price in any one unit. */
export type Step = { day: number; price: number };

/** How fast a frontier falls. Factors are per year of 365 days; a value that the steps cannot give is null. */
export type Decline = {
	n: number;
	days: number;
	/** First price over last price. */
	total_factor: number | null;
	/** Total factor brought to a year: (first/last)^(365/days). */
	endpoint_factor_per_year: number | null;
	/** 10^(-365 b), b the slope of log10(price) on the day by ordinary least squares. */
	factor_per_year: number | null;
	/** Two-sided 90 % interval of the factor, by the exact quantile of Student's t with n-2 degrees of freedom. */
	low: number | null;
	high: number | null;
	r2: number | null;
	/** Days in which the price halves: log10(2) / -b. */
	halving_days: number | null;
	/** Least and greatest factor over the fits that leave one step out; null below four steps. */
	without_one_low: number | null;
	without_one_high: number | null;
};

/** A rate is stated from this many steps, over this many days, with an interval no wider than this ratio (methods.md 2.2). */
export const least = { steps: 4, days: 270, interval_ratio: 100 };

/** The rate of decline of a frontier's steps (methods.md 2.2). Throws on a price that is not above 0. */
export function decline(steps: readonly Step[]): Decline {
	for (const { day, price } of steps) {
		if (!Number.isFinite(day)) throw new Error(`decline: invalid day: ${day}`);
		if (!(Number.isFinite(price) && price > 0)) throw new Error(`decline: invalid price: ${price}`);
	}
	const inOrder = [...steps].sort((a, b) => a.day - b.day);
	const n = inOrder.length;
	const first = inOrder[0];
	const last = inOrder.at(-1);
	const days = first && last ? last.day - first.day : 0;
	const total_factor = first && last ? first.price / last.price : null;
	const slope = slopeOf(inOrder);
	const others = n >= 4 ? inOrder.map((_, left_out) => slopeOf(inOrder.filter((_, place) => place !== left_out))) : [];
	const factors = others.flatMap(other => (other ? [factorOf(other.b)] : []));
	return {
		n,
		days,
		total_factor,
		endpoint_factor_per_year: total_factor !== null && days > 0 ? total_factor ** (365 / days) : null,
		factor_per_year: slope ? factorOf(slope.b) : null,
		low: slope && slope.margin !== null ? factorOf(slope.b + slope.margin) : null,
		high: slope && slope.margin !== null ? factorOf(slope.b - slope.margin) : null,
		r2: slope ? slope.r2 : null,
		halving_days: slope && slope.b < 0 ? Math.log10(2) / -slope.b : null,
		without_one_low: factors.length > 0 ? Math.min(...factors) : null,
		without_one_high: factors.length > 0 ? Math.max(...factors) : null,
	};
}

/** Why the rate must not be stated; null where it may be. */
export function unstated(found: Decline): string | null {
	if (found.n < least.steps) return `fewer than ${least.steps} frontier steps: ${found.n}`;
	if (found.days < least.days) return `frontier spans fewer than ${least.days} days: ${found.days}`;
	if (found.low === null || found.high === null) return 'no interval';
	const ratio = found.high / found.low;
	if (!(ratio <= least.interval_ratio))
		return `interval wider than a factor of ${least.interval_ratio}: ${inShort(ratio)}`;
	return null;
}

const factorOf = (b: number): number => 10 ** (-365 * b);
const inShort = (ratio: number): string => (ratio < 10_000 ? ratio.toFixed(0) : ratio.toExponential(0));

/** Slope of log10(price) a day with its 90 % margin; null below two days, no margin below three steps. */
function slopeOf(steps: readonly Step[]): { b: number; margin: number | null; r2: number | null } | null {
	if (new Set(steps.map(({ day }) => day)).size < 2) return null;
	const origin = steps[0]!.day;
	const fit = leastSquares(
		steps.map(({ day }) => [1, day - origin]),
		steps.map(({ price }) => Math.log10(price)),
	);
	return { b: fit.coefficients[1]!, margin: margin90(fit, 1), r2: fit.r2 };
}
