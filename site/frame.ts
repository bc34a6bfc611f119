import type { Document } from './chart.ts';
import type { Axis, Margin, Panel } from './panel.ts';
import { paint } from './style/colours.ts';
import { element } from './svg.ts';

/**
 * A small panel in the house style, for the thousand drawings of models: the same frame as `panel`, laid out by hand,
 * twenty times faster. Marks are appended to its `svg`.
 */
export function frame(
	document: Document,
	options: { width: number; height: number; margin: Margin; x: Axis; y: Axis | null; heading?: string },
): Panel {
	const { width, height, margin, x, y, heading } = options;
	const [left, right, top, bottom] = [margin.left, width - margin.right, margin.top, height - margin.bottom];
	const across = scale(x, left, right);
	const up = y ? scale(y, bottom, top) : () => (top + bottom) / 2;
	const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	if (heading) svg.append(element(document, 'text', { x: 0, y: 13, 'font-weight': 600, fill: paint('ink') }, heading));
	if (y) {
		const grid = [...(y.grid ?? y.ticks.map(Number))].map(value => `M${left},${fixed(up(value))}H${right}`).join('');
		svg.append(element(document, 'path', { d: grid, stroke: paint('rule'), fill: 'none' }));
		if (y.type === 'linear' && Number(y.domain[0]) === 0)
			svg.append(element(document, 'path', { d: `M${left},${bottom}H${right}`, stroke: paint('ink') }));
		const ticks = element(document, 'g', { fill: paint('muted'), 'text-anchor': 'end' });
		for (const tick of y.ticks)
			ticks.append(
				element(document, 'text', { x: left - 6, y: fixed(up(Number(tick)) + 4) }, y.format?.(tick) ?? String(tick)),
			);
		svg.append(ticks);
	}
	const days = element(document, 'g', { fill: paint('muted'), 'text-anchor': 'middle' });
	for (const tick of x.ticks)
		(x.format?.(tick) ?? String(tick)).split('\n').forEach((text, line) => {
			days.append(element(document, 'text', { x: fixed(across(tick)), y: bottom + 16 + line * 13 }, text));
		});
	svg.append(days);
	return { svg, x: across, y: up };
}

/** Where a value stands on an axis between two edges in px. */
function scale(axis: Axis, from: number, to: number): (value: number | Date) => number {
	const on = axis.type === 'log' ? (value: number | Date) => Math.log(Number(value)) : Number;
	const [low, high] = [on(axis.domain[0]), on(axis.domain[1])];
	return value => from + ((on(value) - low) / (high - low || 1)) * (to - from);
}

/** A place in px with at most two decimals, so that a drawing is small and the same everywhere. */
export const fixed = (value: number): number => Number(value.toFixed(2));

/** The mark of a group at a place, as a path: circle, diamond, triangle or square. */
export function mark(symbol: string, x: number, y: number, radius: number): string {
	const [a, b, r] = [fixed(x), fixed(y), fixed(radius)];
	if (symbol === 'circle') return `M${fixed(a - r)},${b}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
	if (symbol === 'diamond')
		return `M${a},${fixed(b - 1.25 * r)}l${r},${1.25 * r}l${-r},${1.25 * r}l${-r},${-1.25 * r}Z`;
	if (symbol === 'triangle') return `M${a},${fixed(b - 1.2 * r)}l${1.15 * r},${2 * r}h${-2.3 * r}Z`;
	return `M${fixed(a - 0.9 * r)},${fixed(b - 0.9 * r)}h${1.8 * r}v${1.8 * r}h${-1.8 * r}Z`;
}
