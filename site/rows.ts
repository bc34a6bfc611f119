import * as Plot from '@observablehq/plot';
import type { Document } from './chart.ts';
import { cut, textWidth } from './label.ts';
import { panel, type Axis, type Panel } from './panel.ts';
import { paint } from './style/colours.ts';
import { element, rimmed } from './svg.ts';

/** A line of a drawing by rows: what it is called, and what is printed at its end. */
export type Row = { readonly label: string; readonly colour?: string; readonly end?: string };

const narrowest = 500;

/**
 * A panel of rows: names at the left, marks along a common axis, texts at the right. Row `n` of the marks lies at y = n.
 * Below 500 px the names stand above their rows. Returns the panel and its height.
 */
export function rowsPanel(
	document: Document,
	options: {
		width: number;
		rows: readonly Row[];
		x: Axis;
		marks: readonly Plot.Markish[];
		heading?: string;
		top?: number;
	},
): Panel & { height: number } {
	const { width, rows, x, marks, heading } = options;
	const isNarrow = width < narrowest;
	const pitch = isNarrow ? 38 : 24;
	const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map(text => textWidth(text))));
	const left = isNarrow ? 14 : Math.min(250, widest(rows.map(row => row.label)) + 16);
	const room = Math.min(270, widest(rows.map(row => row.end ?? '')));
	const right = isNarrow ? 18 : Math.max(24, room + 20);
	const top = options.top ?? (heading ? 30 : 10);
	const height = top + Math.max(1, rows.length) * pitch + 40;
	const lines = rows.map((_, index) => index);
	const drawn = panel(document, {
		width,
		height,
		margin: { top, right, bottom: 40, left },
		x,
		y: { type: 'linear', domain: [rows.length - 0.5, -0.5], ticks: [] },
		heading,
		marks: [
			Plot.ruleX([...(x.grid ?? x.ticks)] as number[], { stroke: paint('rule') }),
			Plot.ruleY(lines, { stroke: paint('rule'), strokeDasharray: '1 3' }),
			x.type === 'linear' && Number(x.domain[0]) === 0 ? Plot.ruleX([0], { stroke: paint('ink') }) : null,
			...marks,
		],
	});
	const text = (x: number, y: number, anchor: 'start' | 'end', fill: string, words: string) =>
		element(
			document,
			'text',
			{ x, y, dy: '0.35em', 'text-anchor': anchor, fill, 'data-label': '', ...(isNarrow ? rimmed : {}) },
			words,
		);
	rows.forEach((row, index) => {
		const at = drawn.y(index);
		const end = row.end ?? '';
		const colour = row.colour ?? paint('ink');
		if (isNarrow) {
			const shown = cut(end, width * 0.5);
			drawn.svg.append(text(left, at - 15, 'start', colour, cut(row.label, width - left - textWidth(shown) - 20)));
			if (shown) drawn.svg.append(text(width - 8, at - 15, 'end', paint('muted'), shown));
		} else {
			drawn.svg.append(text(left - 10, at, 'end', colour, cut(row.label, left - 12)));
			if (end) drawn.svg.append(text(width - right + 10, at, 'start', paint('muted'), cut(end, right - 12)));
		}
	});
	return { ...drawn, height };
}
