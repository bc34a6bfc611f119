import type { AnyRow } from './source.ts';

/** Total of one closed period of one measure, over everything a body lists. */
export type PeriodTotal = { measure: string; day: string; total: number };

/** A total must stay within these multiples of the trailing median (sources.md 15, breakage 2). */
export const totalBounds = { low: 0.4, high: 2.5 };
/** Periods of the trailing median: use grows fivefold in 18 weeks, so that half a year of them is no measure. */
const windowOf = (measure: string): number => (measure.includes(' by day ') ? 28 : 8);
/** How many periods it takes before there is a median. */
const least = 4;

/** Units that add up; a share or a median bill does not. */
export const counts: ReadonlySet<string> = new Set(['tokens', 'requests', 'downloads']);

/** Totals by measure and day of the rows that count something. */
export function totalsOf(rows: readonly AnyRow[]): PeriodTotal[] {
	const totals = new Map<string, PeriodTotal>();
	for (const row of rows) {
		if (row.record !== 'usage' || row.subject === 'total' || !counts.has(row.unit)) continue;
		const measure = `${row.metric} by ${row.period} of ${row.subject === 'other' ? 'model' : row.subject}`;
		const key = `${measure} ${row.day}`;
		const total = totals.get(key) ?? { measure, day: row.day, total: 0 };
		total.total += Number(row.amount);
		totals.set(key, total);
	}
	return [...totals.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * The first period whose total is no total of its measure: outside 0.4x to 2.5x of what it was said to be before, or of
 * the median of the 28 days or 8 longer periods before it. Earlier periods come from `before` and from the body itself. Null when none is.
 */
export function totalProblem(totals: readonly PeriodTotal[], before: readonly PeriodTotal[]): string | null {
	const said = new Map(before.map(known => [`${known.measure} ${known.day}`, known.total]));
	for (const { measure, day, total } of totals) {
		const once = said.get(`${measure} ${day}`);
		// another chart of the same days would else be its own witness
		if (once !== undefined && once > 0 && (total < once * totalBounds.low || total > once * totalBounds.high))
			return `total: ${measure} on ${day}: ${Number((total / once).toPrecision(2))}x of what it was`;
		const earlier = new Map<string, number>();
		for (const known of [...before, ...totals]) {
			if (known.measure === measure && known.day < day) earlier.set(known.day, known.total);
		}
		const trailing = [...earlier.keys()]
			.sort()
			.slice(-windowOf(measure))
			.map(key => earlier.get(key)!);
		if (trailing.length < least) continue;
		const ratio = total / median(trailing);
		if (ratio >= totalBounds.low && ratio <= totalBounds.high) continue;
		return `total: ${measure} on ${day}: ${Number(ratio.toPrecision(2))}x the median of ${trailing.length} before`;
	}
	return null;
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
