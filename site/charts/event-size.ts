import type { Chart, Document } from '../chart.ts';
import { cutsQuery, type Cut } from '../cuts.ts';
import { cutColumns } from '../event-columns.ts';
import { factorAxis } from '../factor-axis.ts';
import { change, count, day } from '../format.ts';
import { box, shape } from '../marks.ts';
import { median } from '../median.ts';
import { scaleOf } from '../row-sheet.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Rows = { cuts: Cut[] };
const meters = ['output', 'input', 'cache_read'] as const;
const [enough, tall] = [20, 150];

export const eventSize = {
	id: 'event-size',
	marts: ['mart_price_cut__model_meter_day'],
	views: ['meters'],
	query: { cuts: cutsQuery },
	width: 1040,
	points: ({ cuts }) => cuts.filter(row => meters.some(meter => meter === row.meter) && Number(row.change) > -1),
	columns: () => cutColumns,
	few: ({ points, words }) =>
		meters.some(meter => of(points, meter).length >= enough)
			? null
			: words('event-size.few', { cells: points.length, enough }),
	title({ points, words }) {
		const parts = meters.flatMap(meter => {
			const cuts = of(points, meter).filter(point => point.kind === 'cut');
			return cuts.length >= enough
				? [
						words('event-size.median', {
							meter: words(`meter.${meter}`),
							change: change(median(cuts.map(cut => Number(cut.change)))),
						}),
					]
				: [];
		});
		if (parts.length === 0) return words('event-size.title-few', { cells: count(points.length) });
		return words('event-size.title', { parts: parts.join(words('event-size.comma')) });
	},
	subtitle: ({ points, words }) =>
		words('event-size.subtitle', {
			cells: count(points.length),
			from: day(points[0]?.changed_by ?? '', words),
			to: day(points.at(-1)?.changed_by ?? '', words),
			enough,
		}),
	note: ({ words }) => words('event-size.note'),
	summary: ({ points, words }) =>
		meters
			.map(meter => {
				const own = of(points, meter);
				const rises = own.filter(point => point.kind === 'rise').length;
				return words('event-size.part', {
					meter: words(`meter.${meter}`),
					cuts: count(own.length - rises),
					rises: count(rises),
				});
			})
			.join(' '),
	draw(document, { points, words }, width) {
		const axis = factorAxis(points.map(point => 1 + Number(point.change)));
		const root = sheet(document, width, meters.length * tall + 22);
		const x = scaleOf(axis, 44, width - 16);
		meters.forEach((meter, index) =>
			panel(document, root, of(points, meter), {
				top: index * tall,
				width,
				x,
				heading: words(`meter.${meter}`),
				words,
			}),
		);
		let end = Number.NEGATIVE_INFINITY;
		for (const tick of axis.ticks) {
			if (x(tick) < end + 44) continue;
			end = x(tick);
			const look = { x: end, y: meters.length * tall + 14, 'text-anchor': 'middle', fill: paint('muted') };
			root.append(element(document, 'text', look, axis.format?.(tick) ?? ''));
		}
		return root;
	},
} satisfies Chart<Rows, Cut>;

const of = (points: readonly Cut[], meter: string) => points.filter(point => point.meter === meter);

const bounds = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 10];

type Place = { top: number; width: number; x: (value: number) => number; heading: string; words: Words };

/** Cells by the size of their change: bars from zero, or a dot each where there are too few. */
function panel(
	document: Document,
	root: SVGSVGElement,
	points: readonly Cut[],
	{ top, width, x, heading, words }: Place,
): void {
	const floor = top + tall - 8;
	const text = words('event-size.panel', { meter: heading, cells: count(points.length) });
	root.append(
		element(document, 'text', { x: 44, y: top + 14, fill: paint('ink'), 'font-weight': 600, 'data-label': '' }, text),
	);
	root.append(element(document, 'line', { x1: 44, x2: width - 16, y1: floor, y2: floor, stroke: paint('ink') }));
	const factor = (point: Cut) => 1 + Number(point.change);
	if (points.length < enough) {
		for (const [index, point] of points.entries()) {
			const y = floor - 8 - (index % 12) * 8;
			root.append(
				shape(document, 'circle', x(factor(point)), y, { stroke: paint('muted'), r: 3, hollow: point.is_provisional }),
			);
			stopAt(root, point, x(factor(point)), y);
		}
		return;
	}
	const edges = [Math.min(...points.map(factor), 0.01), ...bounds.slice(1), Math.max(...points.map(factor), 10) + 1e-9];
	const bins = edges
		.slice(1)
		.map((high, index) => points.filter(point => factor(point) >= (edges[index] ?? 0) && factor(point) < high));
	const unit = (tall - 50) / Math.max(1, ...bins.map(bin => bin.length));
	bins.forEach((bin, index) => {
		if (bin.length === 0) return;
		const [left, right] = [x(edges[index] ?? 1), x(edges[index + 1] ?? 1)];
		root.append(box(document, [left + 1, right - 1], [floor, floor - bin.length * unit], { fill: paint('muted') }));
		const look = {
			x: (left + right) / 2,
			y: floor - bin.length * unit - 5,
			'text-anchor': 'middle',
			fill: paint('muted'),
		};
		root.append(element(document, 'text', look, count(bin.length)));
		for (const point of bin) stopAt(root, point, (left + right) / 2, floor - bin.length * unit);
	});
}
