import { sans, serif } from './type/widths.ts';

/** Width of a text in px by the advance widths of the shipped faces; a sign they lack counts 1 em, as Chinese does. */
export function textWidth(text: string, size = 12, face: 'sans' | 'serif' = 'sans'): number {
	const table = face === 'sans' ? sans : serif;
	let units = 0;
	for (const sign of text) units += table.get(sign) ?? 1000;
	return (units * size) / 1000;
}

/**
 * Positions at least `pitch` apart inside `[low, high]` with the least total squared displacement, in the order given
 * (pool adjacent violators; site.md 3.7). `wanted` must be ascending. Where the frame is too small the pitch shrinks.
 */
export function spread(wanted: readonly number[], pitch: number, low: number, high: number): number[] {
	const step = wanted.length > 1 ? Math.min(pitch, (high - low) / (wanted.length - 1)) : pitch;
	const pools: { sum: number; size: number }[] = [];
	wanted.forEach((value, index) => {
		let pool = { sum: value - index * step, size: 1 };
		for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
			pools.pop();
			pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
		}
		pools.push(pool);
	});
	const most = high - (wanted.length - 1) * step;
	const offsets = pools.flatMap(pool => Array<number>(pool.size).fill(pool.sum / pool.size));
	return offsets.map((offset, index) => Math.min(Math.max(offset, low), most) + index * step);
}

/** The text cut to at most `width` px, ending in an ellipsis where cut. */
export function cut(text: string, width: number, size = 12): string {
	if (textWidth(text, size) <= width) return text;
	let short = text;
	while (short && textWidth(`${short}…`, size) > width) short = short.slice(0, -1);
	return `${short.trimEnd()}…`;
}
