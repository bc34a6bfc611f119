import * as Plot from '@observablehq/plot';
import type { Document } from './chart.ts';
import { axisUsd, dayOfYear, monthName } from './format.ts';
import { cut, spread, textWidth } from './label.ts';
import { keep, watched } from './stops.ts';
import { paint } from './style/colours.ts';
import { element } from './svg.ts';
import type { Words } from './words.ts';

export type Axis = {
	type: 'linear' | 'log' | 'utc';
	domain: readonly [number | Date, number | Date];
	/** Labelled ticks; grid lines stand at `grid`, or at the ticks. */
	ticks: readonly (number | Date)[];
	grid?: readonly number[];
	format?: (tick: number | Date) => string;
};

export type Margin = { top: number; right: number; bottom: number; left: number };
export type Panel = { svg: SVGElement; x: (value: Date | number) => number; y: (value: number) => number };
/** A text at the end of a series; `at` and `value` place it. */
export type EndLabel = { text: string; colour: string; at: Date | number; value: number; id: string };

/** A panel in the house style (site.md 3.5): horizontal grid, no frame, few labels; `marks` lie over the grid. */
export function panel(
	document: Document,
	options: {
		width: number;
		height: number;
		margin: Margin;
		x: Axis;
		y: Axis;
		heading?: string;
		marks: readonly Plot.Markish[];
	},
): Panel {
	const { width, height, margin, x, y } = options;
	const found: Parameters<typeof keep>[1] = [];
	const scale = (axis: Axis) => ({ type: axis.type, domain: [...axis.domain], axis: null, label: null });
	const plot = Plot.plot({
		document,
		width,
		height,
		marginTop: margin.top,
		marginRight: margin.right,
		marginBottom: margin.bottom,
		marginLeft: margin.left,
		x: scale(x),
		y: scale(y),
		marks: [
			Plot.gridY([...(y.grid ?? y.ticks)], { stroke: paint('rule'), strokeOpacity: 1 }),
			y.type === 'linear' && Number(y.domain[0]) === 0 ? Plot.ruleY([0], { stroke: paint('ink') }) : null,
			Plot.axisY([...y.ticks], {
				tickSize: 0,
				tickPadding: 6,
				fontSize: 12,
				fill: paint('muted'),
				tickFormat: (tick: number) => y.format?.(tick) ?? String(tick),
			}),
			Plot.axisX([...x.ticks], {
				tickSize: 0,
				tickPadding: 8,
				fontSize: 12,
				fill: paint('muted'),
				tickFormat: (tick: number | Date) => x.format?.(tick) ?? String(tick),
			}),
			...options.marks.map(mark => watched(mark, found)),
		],
	}) as unknown as SVGElement & { scale(name: string): { apply(value: unknown): number } };
	keep(plot, found);
	const [across, up] = [plot.scale('x'), plot.scale('y')];
	for (const name of ['class', 'style', 'font-family', 'font-size', 'fill']) plot.removeAttribute(name);
	if (options.heading) {
		plot.append(
			element(
				document,
				'text',
				{ x: margin.left, y: 13, 'text-anchor': 'start', 'font-weight': 600, fill: paint('ink') },
				options.heading,
			),
		);
	}
	return { svg: plot, x: value => across.apply(value), y: value => up.apply(value) };
}

/** Room that end labels need at the right, in px. */
export const labelRoom = (labels: readonly { text: string }[], most = 400): number =>
	Math.min(most, Math.ceil(Math.max(0, ...labels.map(label => textWidth(label.text))) + 16));

/** End labels beside their points, moved apart where they would touch, with a leader where moved far (site.md 3.7). */
export function endLabels(
	document: Document,
	{ svg, x, y }: Panel,
	labels: readonly EndLabel[],
	frame: { top: number; bottom: number; right: number; width: number; pitch?: number },
): void {
	const sorted = [...labels].sort((a, b) => y(a.value) - y(b.value) || a.id.localeCompare(b.id, 'en'));
	const wanted = sorted.map(label => y(label.value));
	const places = spread(wanted, frame.pitch ?? 14, frame.top, frame.bottom);
	const left = frame.width - frame.right;
	sorted.forEach((label, index) => {
		const [from, to] = [wanted[index] ?? 0, places[index] ?? 0];
		const start = Math.max(x(label.at), 0) + 5;
		if (Math.abs(from - to) > 4 || left - start > 12) {
			const path = `M${start},${from}L${left + 4},${from}L${left + 8},${to}`;
			svg.append(
				element(document, 'path', {
					d: path,
					fill: 'none',
					stroke: label.colour,
					'stroke-width': 0.75,
					'stroke-opacity': 0.6,
				}),
			);
		}
		const text = cut(label.text, frame.right - 12);
		svg.append(
			element(
				document,
				'text',
				{ x: left + 11, y: to, dy: '0.35em', 'text-anchor': 'start', fill: label.colour, 'data-label': '' },
				text,
			),
		);
	});
}

/** A time axis of at most `most` labels, on firsts of months; the year stands on a second line where it begins. */
export function timeAxis(from: Date, to: Date, most: number, words: Words): Axis {
	const monthsApart = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
	const step = [1, 2, 3, 6, 12, 24].find(size => monthsApart / size <= most) ?? 24;
	const ticks: Date[] = [];
	for (let month = Math.ceil(from.getUTCMonth() / step) * step; ; month += step) {
		const tick = new Date(Date.UTC(from.getUTCFullYear(), month, 1));
		if (tick > to) break;
		if (tick >= from) ticks.push(tick);
	}
	if (ticks.length < 2) ticks.splice(0, ticks.length, from, to);
	const format = (tick: number | Date) => {
		const date = new Date(tick);
		const before = ticks.filter(other => other < date).at(-1);
		const newYear = !before || before.getUTCFullYear() !== date.getUTCFullYear();
		const isDay = ticks.length === 2 && ticks[0] === from;
		const name = isDay ? dayOfYear(date.toISOString(), words) : monthName(date.getUTCMonth(), words);
		return `${name}${newYear ? `\n${date.getUTCFullYear()}` : ''}`;
	};
	return { type: 'utc', domain: [from, to], ticks, format };
}

/** A log axis around positive values: labels at powers of ten, or at 1, 2, 5 where the span is short; grid at 1, 2, 5. */
export function logAxis(values: readonly number[], format: (value: number) => string = axisUsd): Axis {
	const positive = values.filter(value => value > 0);
	const low = Math.min(...positive) / 1.25;
	const high = Math.max(...positive) * 1.25;
	const steps: number[] = [];
	for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
		for (const digit of [1, 2, 5]) steps.push(Number(`${digit}e${power}`));
	}
	const inside = steps.filter(step => step >= low && step <= high);
	const powers = inside.filter(step => /^1(e|0*$)|^0\.0*1$/.test(String(step)));
	const ticks = powers.length >= 2 ? powers : inside;
	const grid = powers.length > 3 ? powers : inside;
	return { type: 'log', domain: [low, high], ticks, grid, format: tick => format(Number(tick)) };
}

/** Shares from 0 to 100% with a grid at quarters; the unit stands on the top tick. */
export const shareAxis: Axis = {
	type: 'linear',
	domain: [0, 1],
	ticks: [0, 0.25, 0.5, 0.75, 1],
	format: tick => (tick === 1 ? '100%' : String(Number(tick) * 100)),
};

/** A linear axis over values, with three to six round ticks; the unit stands in the subtitle. */
export function linearAxis(values: readonly number[]): Axis {
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const rough = Math.max((high - low) / 4, 1e-9);
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map(digit => digit * power).find(size => size >= rough) ?? rough;
	const first = Math.floor(low / step);
	const last = Math.max(Math.ceil(high / step), first + 1);
	const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
		Number(((first + index) * step).toPrecision(12)),
	);
	return { type: 'linear', domain: [ticks[0] ?? low, ticks.at(-1) ?? high], ticks, format: tick => String(tick) };
}

/** Side by side where there is room, else one below the other. */
export function columns(width: number, panels: number): { across: number; width: number } {
	const across = width < 500 ? 1 : panels;
	return { across, width: width / across };
}

export const utc = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
