/** What the ratio of two prices of one thing looks like, and the factor that it was likened to. */
export type Verdict = { name: string; kind: 'unit' | 'currency' | 'batch' | 'cache' | 'none' };

/** How far a ratio may lie from a factor, in logs: prices are rounded and rates move by the day (methods.md 7.3). */
export const tolerance = Math.log(1.06);

const factors: [factor: number, name: string, kind: Verdict['kind']][] = [
	[1e6, '1e6', 'unit'],
	[1e3, '1e3', 'unit'],
	[1e2, '1e2', 'unit'],
];
const hints: typeof factors = [
	[2, '2', 'batch'],
	[10, '10', 'cache'],
];

/**
 * The unit or currency error that explains `p_a / p_b`, as methods.md 7.3 names it; `<f>_inverse` where the ratio is 1/f.
 * Prices above 0, in one unit. `cny_per_usd` is the rate of the day: give it only for two prices of one model version and
 * one provider, as true gaps of six to seven times exist between models. A factor of 2 hints at a batch price, one of 10 at
 * the cache meter; neither is an error by itself. `disagree x5.000` where nothing fits.
 */
export function unitError(p_a: number, p_b: number, cny_per_usd?: number | null): Verdict {
	if (!(p_a > 0 && p_b > 0)) throw new RangeError(`unit-error: expected prices above zero got: ${p_a}, ${p_b}`);
	const ratio = p_a / p_b;
	const rate: typeof factors = cny_per_usd ? [[cny_per_usd, 'cny_as_usd', 'currency']] : [];
	for (const [factor, name, kind] of [...factors, ...rate, ...hints]) {
		if (isNear(ratio, factor)) return { name, kind };
		if (isNear(ratio, 1 / factor)) return { name: `${name}_inverse`, kind };
	}
	return { name: `disagree x${ratio.toFixed(3)}`, kind: 'none' };
}

// a hair above the limit, so that 1.06 itself is within
const isNear = (ratio: number, factor: number): boolean =>
	Math.abs(Math.log(ratio) - Math.log(factor)) <= tolerance + 1e-12;
