import * as Plot from '@observablehq/plot';

/** The band of an unbroken run: its colour at 24% with edges at full strength (site.md 3.3). */
export function bandMarks<P>(
	run: readonly P[],
	{
		x,
		low,
		high,
		stroke,
	}: { x: (point: P) => Date; low: (point: P) => number; high: (point: P) => number; stroke: string },
): Plot.Markish[] {
	const edge = { x, stroke, strokeWidth: 0.75 };
	const all = [...run];
	return [
		Plot.areaY(all, { x, y1: low, y2: high, fill: stroke, fillOpacity: 0.24 }),
		Plot.line(all, { ...edge, y: low }),
		Plot.line(all, { ...edge, y: high }),
	];
}
