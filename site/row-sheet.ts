import type { Document, Point } from './chart.ts';
import { cut, textWidth } from './label.ts';
import type { Axis } from './panel.ts';
import { stopAt } from './stops.ts';
import { paint } from './style/colours.ts';
import { element, rimmed, sheet } from './svg.ts';

/** A line of a chart of rows: its name, the text at its end, and what it draws; a head names the lines below it. */
export type Line<T> = { readonly label: string; readonly end?: string; readonly colour?: string; readonly item?: T };

export type RowSheet<T> = {
	readonly root: SVGSVGElement;
	x(value: Date | number): number;
	/** The lines that draw, with the height at which they draw. */
	readonly lines: readonly { readonly item: T; readonly y: number }[];
	readonly top: number;
	readonly bottom: number;
};

const foot = 26;

/**
 * A sheet of rows over one scale: names at the left, texts at the right; on a narrow sheet both stand above their row.
 * `rule` is a value with a line of its own: half, no change, the market's rate.
 */
export function rowSheet<T extends Point>(
	document: Document,
	options: {
		width: number;
		lines: readonly Line<T>[];
		axis: Axis;
		rule?: number;
		labelShare?: number;
		/** The value at which a reader stops on a row. */
		at: (item: T) => number;
	},
): RowSheet<T> {
	const { width, lines, axis } = options;
	const isNarrow = width < 500;
	const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map(text => textWidth(text))));
	const named = lines.filter(line => line.item !== undefined);
	const left = isNarrow
		? 10
		: Math.min(width * (options.labelShare ?? 0.36), widest(named.map(line => line.label)) + 16);
	const right = isNarrow ? 10 : widest(lines.map(line => line.end ?? '')) + 16;
	const heights = lines.map(line => (line.item === undefined ? 24 : isNarrow ? 36 : 22));
	const top = 6;
	const bottom = top + heights.reduce((sum, height) => sum + height, 0);
	const root = sheet(document, width, bottom + foot);
	const x = scaleOf(axis, left, width - right);
	grid(document, root, { axis, x, top, bottom, rule: options.rule });
	const write = (text: string, at: number, y: number, look: Record<string, string | number>) =>
		root.append(
			element(
				document,
				'text',
				{ x: at, y, dy: '0.35em', 'data-label': '', ...(isNarrow ? rimmed : {}), ...look },
				text,
			),
		);
	let y = top;
	const drawn: { item: T; y: number }[] = [];
	lines.forEach((line, index) => {
		const height = heights[index] ?? 0;
		const isHead = line.item === undefined;
		const at = isNarrow && !isHead ? y + 9 : y + height / 2;
		const room = isNarrow || isHead ? width - 20 - (line.end ? textWidth(line.end) + 8 : 0) : left - 12;
		const look: Record<string, string | number> = isHead
			? { fill: paint('ink'), 'font-weight': 600, ...rimmed }
			: { fill: line.colour ?? paint('ink') };
		if (line.label) write(cut(line.label, isHead ? room * 0.94 : room), isNarrow ? 2 : 0, at, look);
		if (line.end) {
			const place = isNarrow ? { x: width - 2, anchor: 'end' } : { x: width - right + 14, anchor: 'start' };
			write(line.end, place.x, at, { fill: paint('muted'), 'text-anchor': place.anchor });
		}
		if (line.item !== undefined) {
			const place = { item: line.item, y: isNarrow ? y + 25 : at };
			const stop = x(options.at(line.item));
			drawn.push(place);
			if (Number.isFinite(stop)) stopAt(root, line.item, stop, place.y);
		}
		y += height;
	});
	return { root, x, lines: drawn, top, bottom };
}

/** Where a value of an axis stands between two edges. */
export function scaleOf(axis: Axis, left: number, right: number): (value: Date | number) => number {
	const onScale = (value: Date | number) => (axis.type === 'log' ? Math.log(Number(value)) : Number(value));
	const [low, high] = axis.domain.map(onScale) as [number, number];
	return value => left + ((onScale(value) - low) / (high - low || 1)) * (right - left);
}

function grid(
	document: Document,
	root: SVGSVGElement,
	{ axis, x, top, bottom, rule }: { axis: Axis; x: RowSheet<unknown>['x']; top: number; bottom: number; rule?: number },
): void {
	const stroke = (at: number, colour: string, dash?: string) =>
		root.append(
			element(document, 'line', { x1: at, x2: at, y1: top, y2: bottom, stroke: colour, 'stroke-dasharray': dash }),
		);
	for (const tick of axis.grid ?? axis.ticks) stroke(x(tick), paint('rule'));
	if (rule !== undefined) stroke(x(rule), paint('muted'), '2 3');
	let end = Number.NEGATIVE_INFINITY;
	for (const tick of axis.ticks) {
		const text = axis.format?.(tick) ?? String(tick);
		const half = Math.max(...text.split('\n').map(line => textWidth(line))) / 2;
		const width = Number(root.getAttribute('width'));
		const at = Math.min(Math.max(x(tick), half), width - half);
		if (at - half < end + 6) continue;
		end = at + half;
		text
			.split('\n')
			.forEach((line, index) =>
				root.append(
					element(
						document,
						'text',
						{ x: at, y: bottom + 13 + index * 12, 'text-anchor': 'middle', fill: paint('muted') },
						line,
					),
				),
			);
	}
}
