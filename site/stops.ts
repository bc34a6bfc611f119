import * as Plot from '@observablehq/plot';
import type { Point } from './chart.ts';

/** A datum at its place, in px of the panel or sheet that drew it. */
type Caught = { datum: unknown; x: number; y: number };

/** A place of a drawing where a reader can stop: px of the drawing, and the number of the row behind it. */
export type Stop = { readonly x: number; readonly y: number; readonly row: number };

const caught = new WeakMap<Element, Caught[]>();

type Values = Readonly<Record<string, ArrayLike<number> | undefined>>;
type Render = (index: number[], scales: unknown, values: Values, ...rest: unknown[]) => SVGElement | null;
type Drawn = { data: unknown; render: Render };

/** A mark that also keeps where it drew each of its rows, in `into`. Marks of texts and areas say nothing of their own. */
export function watched(mark: Plot.Markish, into: Caught[]): Plot.Markish {
	if (Array.isArray(mark)) return (mark as Plot.Markish[]).map(one => watched(one, into)) as Plot.Markish;
	if (!(mark instanceof Plot.Mark) || mark instanceof Plot.Area || mark instanceof Plot.Text) return mark;
	const own = mark as unknown as Drawn;
	const render = own.render;
	own.render = function (this: Drawn, index, scales, values, ...rest) {
		const data = Array.isArray(this.data) ? (this.data as unknown[]) : [];
		for (const at of index) {
			const [x, y] = [middle(values, 'x', at), middle(values, 'y', at)];
			if (typeof data[at] === 'object' && Number.isFinite(x) && Number.isFinite(y))
				into.push({ datum: data[at], x, y });
		}
		return render.call(this, index, scales, values, ...rest);
	};
	return mark;
}

/** Where a mark stands on one axis: its place, or the end of a bar, the middle of a range. */
function middle(values: Values, axis: 'x' | 'y', at: number): number {
	const [one, two] = [values[`${axis}1`]?.[at], values[`${axis}2`]?.[at]];
	return values[axis]?.[at] ?? (one !== undefined && two !== undefined ? (one + two) / 2 : Number.NaN);
}

/** What a panel caught, kept beside its element until the figure is made. */
export const keep = (panel: Element, found: Caught[]): void => void caught.set(panel, found);

/** A row drawn by hand: readers stop at `x`, `y` px of the element (the sheet or a panel) that holds the mark. */
export function stopAt(holder: Element, row: Point, x: number, y: number): void {
	const found = caught.get(holder) ?? [];
	found.push({ datum: row, x, y });
	caught.set(holder, found);
}

/** The stops of a drawing in the order of its rows; a row drawn twice is one stop, where it was drawn last. */
export function stopsOf(root: SVGSVGElement, points: readonly Point[]): Stop[] {
	const rows = new Map<unknown, number>(points.map((point, index) => [point, index]));
	const stops = new Map<number, Stop>();
	for (const holder of [root as Element, ...root.querySelectorAll('svg, g')]) {
		const [left, top] = placeOf(holder, root);
		for (const { datum, x, y } of caught.get(holder) ?? []) {
			const row = rows.get(datum) ?? rows.get((datum as { point?: unknown }).point);
			if (row !== undefined) stops.set(row, { x: Math.round(left + x), y: Math.round(top + y), row });
		}
	}
	return [...stops.values()].sort((a, b) => a.row - b.row);
}

/** The offset of a panel in its sheet: every panel around it has its own. */
function placeOf(holder: Element, root: Element): [number, number] {
	let [x, y] = [0, 0];
	for (let node: Element | null = holder; node && node !== root; node = node.parentElement) {
		x += Number(node.getAttribute('x') ?? 0);
		y += Number(node.getAttribute('y') ?? 0);
	}
	return [x, y];
}
