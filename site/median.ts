/** The middle of some values, the mean of the two in the middle of an even number; not a number without any. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
	return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
