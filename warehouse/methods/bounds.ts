import { hhi } from './concentration.ts';

/** From and to, both possible. */
export type Bounds = { low: number; high: number };

/** Share of a group of which `known` is seen while `rest` of the whole is not attributed: none or all of it may be the group's. */
export const groupBounds = (known: number, rest: number): Bounds => ({ low: known, high: Math.min(1, known + rest) });

/** Share of `a` in `a + b` when `rest` may belong to either, in any parts; null where nothing was counted. */
export function pairBounds(a: number, b: number, rest: number): Bounds | null {
	const all = a + b + rest;
	return all > 0 ? { low: a / all, high: (a + rest) / all } : null;
}

/**
 * HHI of a list whose tail is not listed (methods.md 5.1): between a tail of dust and a tail of units as large as the
 * smallest listed one, which no unlisted unit passes. Fractions in, 0 to 10,000 out.
 */
export function hhiBounds(shares: readonly number[], rest: number): Bounds {
	const low = hhi(shares);
	const smallest = Math.min(...shares);
	if (!(rest > 0) || !(smallest > 0)) return { low, high: low };
	// a rest of just n units must not count as n - 1 and a whole one for a rounding of binary fractions
	const units = Math.floor(rest / smallest + 1e-9);
	const last = Math.max(0, rest - units * smallest);
	return { low, high: low + 1e4 * (units * smallest * smallest + last * last) };
}

/** HHI where the unlisted tail may belong to units that are listed too: at most all of it to the largest. */
export function hhiOpenBounds(shares: readonly number[], rest: number): Bounds {
	const [first = 0, ...others] = [...shares].sort((a, b) => b - a);
	return { low: hhi(shares), high: hhi([first + rest, ...others]) };
}

/** A lead that stands even with every unattributed token on the other side. */
export const isLeadCertain = (a: number, b: number, rest: number): boolean => Math.max(a, b) > Math.min(a, b) + rest;
