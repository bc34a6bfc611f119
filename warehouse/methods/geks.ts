import { bilateral, type Formula, type Item } from './price-index.ts';

/** How a window that moves by one period is joined to what was published. */
export type Splice = 'movement' | 'window' | 'mean';
type Periods = readonly (readonly Item[])[];

/** Formulas with time reversal, `P(a, b) P(b, a) = 1`, which GEKS needs. */
export const reversible: readonly Formula[] = ['fisher', 'tornqvist', 'walsh', 'jevons'];

/**
 * GEKS over all periods (methods.md 4): `I_t = prod_l [P(0, l) P(l, t)]^(1/n)`, transitive, 1 in the first period. Null
 * when any two of the periods have no item in common. Throws for a formula without time reversal.
 */
export function geks(formula: Formula, periods: Periods): number[] | null {
	if (!reversible.includes(formula)) throw new RangeError(`geks: unsupported formula: ${formula}`);
	const logs: number[][] = [];
	for (const from of periods) {
		const row: number[] = [];
		for (const to of periods) {
			const relative = bilateral(formula, from, to);
			if (relative === null) return null;
			row.push(Math.log(relative));
		}
		logs.push(row);
	}
	const n = periods.length;
	return periods.map((_, t) => {
		const total = logs.reduce((sum, row, l) => sum + logs[0]![l]! + row[t]!, 0);
		return Math.exp(total / n);
	});
}

/**
 * Rolling GEKS with a window of `window` periods: the first window stands whole, later periods are spliced and nothing
 * already published is revised. Null from a window on in which two periods have no item in common.
 */
export function rollingGeks(formula: Formula, periods: Periods, window: number, splice: Splice): (number | null)[] {
	if (!(window >= 2)) throw new RangeError(`geks: invalid window: ${window}`);
	const first = geks(formula, periods.slice(0, window));
	const index: (number | null)[] = periods.slice(0, window).map((_, place) => first?.[place] ?? null);
	for (let t = window; t < periods.length; t++) {
		const moved = geks(formula, periods.slice(t - window + 1, t + 1));
		index.push(moved ? spliced(index, moved, splice) : null);
	}
	return index;
}

/** The new period's index: movements of the new window from a period of the old, each on what was published for it. */
function spliced(published: readonly (number | null)[], moved: readonly number[], splice: Splice): number | null {
	const window = moved.length;
	const last = moved[window - 1]!;
	const places = { movement: [window - 2], window: [0], mean: moved.slice(0, -1).map((_, place) => place) }[splice];
	let logs = 0;
	for (const place of places) {
		const known = published[published.length - (window - 1) + place] ?? null;
		if (known === null) return null;
		logs += Math.log((known * last) / moved[place]!);
	}
	return Math.exp(logs / places.length);
}
