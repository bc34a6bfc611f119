const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const falling = (shares: readonly number[]): number[] => [...shares].sort((a, b) => b - a);

/** Herfindahl and Hirschman's index of fractions, 0 to 10,000 (methods.md 5.1). */
export const hhi = (shares: readonly number[]): number => 1e4 * sum(falling(shares).map(share => share * share));

/** How many equal parts would be as concentrated: `1e4 / HHI`. */
export const effectiveNumber = (index: number): number => 1e4 / index;

/** Shannon's entropy in nats; a share of 0 adds nothing. */
export const entropy = (shares: readonly number[]): number =>
	-sum(falling(shares.filter(share => share > 0)).map(share => share * Math.log(share)));

/** Sum of the `k` largest shares. */
export const largest = (shares: readonly number[], k: number): number => sum(falling(shares).slice(0, k));

/** Part of the names of before that are not among those of now. */
export function churn(before: readonly string[], now: readonly string[]): number | null {
	const left = new Set(now);
	return before.length === 0 ? null : before.filter(name => !left.has(name)).length / before.length;
}

/**
 * Periods until at most half of the first list's names are still listed; null where more than half are to the last. Each
 * later list is given with how many periods after the first it lies: a list that is missing is no list without names.
 */
export function halfLife(
	first: readonly string[],
	later: readonly { periods: number; names: readonly string[] }[],
): number | null {
	for (const { periods, names } of later) {
		const left = churn(first, names);
		if (left !== null && left >= 0.5) return periods;
	}
	return null;
}
