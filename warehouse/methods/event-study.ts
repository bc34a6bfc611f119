/** What was bought of one model in one period, and the price that counts: the effective price at the mix before the event. */
export type Point = { period: number; quantity: number; price?: number };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** `ln(Q1/Q0) / ln(P1/P0)`; null where the price did not move or an amount is not above 0 (methods.md 6). */
export function arcElasticity(p0: number, p1: number, q0: number, q1: number): number | null {
	if (!(p0 > 0 && p1 > 0 && q0 > 0 && q1 > 0) || p0 === p1) return null;
	return Math.log(q1 / q0) / Math.log(p1 / p0);
}

/** Spend after over before at an elasticity: `(P1/P0)^(1+e)`. A cut raises spend iff `e < -1`. */
export const spendRatio = (price_ratio: number, elasticity: number): number => price_ratio ** (1 + elasticity);

/** Slope of `ln Q` on `ln P` by least squares, with its standard error; null with fewer than 3 points or one price only. */
export function logLogSlope(points: readonly Required<Point>[]): { slope: number; se: number; n: number } | null {
	const n = points.length;
	const x = points.map(({ price }) => Math.log(price));
	const y = points.map(({ quantity }) => Math.log(quantity));
	const [mx, my] = [mean(x), mean(y)];
	const sxx = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
	if (n < 3 || sxx === 0) return null;
	const slope = x.reduce((sum, value, place) => sum + (value - mx) * (y[place]! - my), 0) / sxx;
	const rest = y.reduce((sum, value, place) => sum + (value - my - slope * (x[place]! - mx)) ** 2, 0);
	return { slope, se: Math.sqrt(rest / (n - 2) / sxx), n };
}

/** Periods around an event: `[-n, -1]` before and `[+1, +n]` after; the event's own period counts on neither side. */
export type Window = { pre: Point[]; post: Point[]; n: number; is_whole: boolean };

export function windowOf(series: readonly Point[], event: number, n: number): Window {
	const known = series
		.filter(({ period, quantity }) => quantity > 0 && Math.abs(period - event) <= n)
		.sort((a, b) => a.period - b.period);
	const pre = known.filter(({ period }) => period >= event - n && period <= event - 1);
	const post = known.filter(({ period }) => period >= event + 1 && period <= event + n);
	return { pre, post, n, is_whole: pre.length === n && post.length === n };
}

/** Largest `n` up to `most` for which every series is listed in each period of the window; 0 where there is none. */
export function longestWindow(series: readonly (readonly Point[])[], event: number, most: number): number {
	for (let n = most; n > 0; n--) if (series.every(one => windowOf(one, event, n).is_whole)) return n;
	return 0;
}

/** `mean ln Q` after less before; null where a side is empty. */
export function logChange({ pre, post }: Window): number | null {
	if (pre.length === 0 || post.length === 0) return null;
	return mean(post.map(({ quantity }) => Math.log(quantity))) - mean(pre.map(({ quantity }) => Math.log(quantity)));
}

export type Study = {
	/** Log change of the treated less the mean log change of the controls. */
	log_change: number | null;
	/** That over `ln(P1/P0)`; null wherever a reason says that it must not be printed. */
	elasticity: number | null;
	/** Periods a side that treated and controls are all listed in. */
	window_available: number;
	reason: string | null;
};

/**
 * Difference in differences around one price change, under rule 3 of methods.md 6: no number unless the treated and every
 * control are listed in each period of the window; the reason then names the window that is there.
 */
export function differenceInDifferences(
	treated: readonly Point[],
	controls: readonly (readonly Point[])[],
	event: number,
	price_ratio: number,
	n = 4,
): Study {
	const window_available = longestWindow([treated, ...controls], event, n);
	const refuse = (reason: string): Study => ({ log_change: null, elasticity: null, window_available, reason });
	if (controls.length === 0)
		return refuse('no control: no model of the same country and price band without a price change of its own');
	if (window_available < n)
		return refuse(`window of ${n} is not whole: ${window_available} a side are listed throughout`);
	if (!(price_ratio > 0) || price_ratio === 1) return refuse('the price did not move');
	const log_change = didOf(treated, controls, event, n)!;
	return { log_change, elasticity: log_change / Math.log(price_ratio), window_available, reason: null };
}

/**
 * The difference in log changes over those periods of the window in which all are listed: for the record where the window
 * is not whole, never printed as a result.
 */
export function didOf(
	treated: readonly Point[],
	controls: readonly (readonly Point[])[],
	event: number,
	n: number,
): number | null {
	const all = [treated, ...controls];
	const shared = (one: readonly Point[]): Point[] =>
		one.filter(({ period }) => all.every(other => other.some(point => point.period === period && point.quantity > 0)));
	const [own = null, ...others] = all.map(one => logChange(windowOf(shared(one), event, n)));
	if (own === null || others.length === 0 || others.some(one => one === null)) return null;
	return own - mean(others as number[]);
}

/** Rank of an event's log change among those of dates on which nothing happened: the part of placebos at least as large. */
export function placeboShare(change: number, placebos: readonly number[]): number | null {
	if (placebos.length === 0) return null;
	return placebos.filter(placebo => Math.abs(placebo) >= Math.abs(change)).length / placebos.length;
}
