import { cellName } from '../cell.ts';
import type { Chart, Document } from '../chart.ts';
import { cutsQuery, type Cut } from '../cuts.ts';
import { cutColumns } from '../event-columns.ts';
import { change, count, day } from '../format.ts';
import { textWidth } from '../label.ts';
import { shape, type Shape } from '../marks.ts';
import { factorAxis } from '../factor-axis.ts';
import { timeAxis, utc, type Axis } from '../panel.ts';
import { scaleOf } from '../row-sheet.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Rows = { cuts: Cut[] };
const countries = ['US', 'CN', 'EU', 'other', 'unknown'];
const margin = { top: 22, right: 12, bottom: 34, left: 52 };

export const eventStrip = {
	id: 'event-strip',
	marts: ['mart_price_cut__model_meter_day'],
	views: ['year', 'whole-series'],
	query: { cuts: cutsQuery },
	width: 1040,
	points(rows, view) {
		const last = rows.cuts.at(-1)?.changed_by;
		if (last === undefined) return [];
		const first = view === 'year' ? shift(last, -364) : '';
		return rows.cuts.filter(row => row.changed_by >= first && Number(row.change) > -1);
	},
	columns: () => cutColumns,
	few: () => null,
	title({ points, words }) {
		const cuts = points.filter(point => point.kind === 'cut');
		const [week, inWeek] = busiest(cuts);
		if (inWeek < 2)
			return words('event-strip.title-quiet', { cuts: count(cuts.length), rises: count(points.length - cuts.length) });
		return words('event-strip.title', { inWeek: count(inWeek), cuts: count(cuts.length), week: day(week, words) });
	},
	subtitle: ({ points, words }) =>
		words('event-strip.subtitle', {
			from: day(points[0]?.changed_by ?? '', words),
			to: day(points.at(-1)?.changed_by ?? '', words),
			cells: count(points.length),
		}),
	note: ({ points, words }) =>
		words('event-strip.note', { provisional: count(points.filter(point => point.is_provisional).length) }),
	summary({ points, words }) {
		const by = [...points].sort((a, b) => Number(a.change) - Number(b.change));
		return [by[0], by.length > 1 ? by.at(-1) : undefined]
			.flatMap(point => (point ? [words('event-strip.part', partOf(point, words))] : []))
			.join(' ');
	},
	draw(document, { points, words }, width) {
		const own = countries.filter(country => points.some(point => point.country === country));
		const height = width < 500 ? 200 : 220;
		const root = sheet(document, width, own.length * height);
		const dates = points.flatMap(point => [point.changed_by]).sort();
		const x = timeAxis(utc(shift(dates[0] ?? '', -7)), utc(shift(dates.at(-1) ?? '', 7)), width < 500 ? 4 : 6, words);
		const y = factorAxis(points.map(point => 1 + Number(point.change)));
		own.forEach((country, index) => {
			const cells = points.filter(point => point.country === country);
			strip(document, root, { cells, top: index * height, height, width, x, y, words });
		});
		return root;
	},
} satisfies Chart<Rows, Cut>;

const shift = (iso: string, days: number) =>
	new Date(utc(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const monday = (iso: string) => shift(iso, -((utc(iso).getUTCDay() + 6) % 7));
const partOf = (point: Cut, words: Words) => ({
	model: point.title,
	cell: cellName(point.cell, words),
	change: change(point.change, 1),
	day: day(point.changed_by, words),
});

/** The week with the most cells cut, the earlier of equals. */
function busiest(cuts: readonly Cut[]): [week: string, cells: number] {
	const weeks = new Map<string, number>();
	for (const { changed_by } of cuts) weeks.set(monday(changed_by), (weeks.get(monday(changed_by)) ?? 0) + 1);
	return [...weeks].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0] ?? ['', 0];
}

const shapes: Record<string, Shape> = { output: 'circle', input: 'square', cache_read: 'diamond' };

type Strip = { cells: readonly Cut[]; top: number; height: number; width: number; x: Axis; y: Axis; words: Words };

function strip(document: Document, root: SVGSVGElement, { cells, top, height, width, x, y, words }: Strip): void {
	const across = scaleOf(x, margin.left, width - margin.right);
	const up = scaleOf(y, top + height - margin.bottom, top + margin.top);
	const add = (name: 'line' | 'text', attributes: Record<string, string | number>, text?: string) =>
		root.append(element(document, name, attributes, text));
	const country = cells[0]?.country ?? 'unknown';
	const { stroke, text } = group(country);
	const heading = words('event-strip.panel', {
		country: words(`country.${country}` as Key),
		cells: count(cells.length),
	});
	add('text', { x: margin.left, y: top + 12, fill: text, 'font-weight': 600, 'data-label': '' }, heading);
	for (const tick of y.ticks) {
		const isNone = tick === 1;
		const at = up(tick);
		add('line', { x1: margin.left, x2: width - margin.right, y1: at, y2: at, stroke: paint(isNone ? 'ink' : 'rule') });
		const label = isNone ? '0%' : (y.format?.(tick) ?? '');
		add('text', { x: margin.left - 6, y: at, dy: '0.35em', 'text-anchor': 'end', fill: paint('muted') }, label);
	}
	for (const tick of x.ticks)
		(x.format?.(tick) ?? '').split('\n').forEach((line, index) => {
			const place = { x: across(tick), y: top + height - margin.bottom + 16 + index * 12 };
			add('text', { ...place, 'text-anchor': 'middle', fill: paint('muted') }, line);
		});
	const marks = marksOf(cells, across, up);
	for (const { x, y, from } of marks)
		if (from !== null)
			add('line', { x1: from, x2: x, y1: y, y2: y, stroke, 'stroke-width': 3, 'stroke-opacity': 0.24 });
	for (const { cell, x, y } of marks) {
		root.append(shape(document, shapes[cell.meter] ?? 'triangle', x, y, { stroke, hollow: cell.is_provisional, r: 3 }));
		stopAt(root, cell, x, y);
	}
	const inside = { left: margin.left, right: width - 4, most: width < 500 ? 2 : 5 };
	for (const { title, x, y } of namesOf(marks, inside))
		add('text', { x, y, dy: '0.35em', fill: text, 'data-label': '' }, title);
}

type Mark = { cell: Cut; x: number; y: number; from: number | null };

/** Where each cell stands; cells that moved alike stand on one spot, so each further one is set beside the last. */
function marksOf(cells: readonly Cut[], across: (value: Date) => number, up: (value: number) => number): Mark[] {
	const taken = new Map<string, number>();
	return cells.map(cell => {
		const [x, y] = [across(utc(cell.changed_by)), up(1 + Number(cell.change))];
		const place = `${Math.round(x / 4)} ${Math.round(y / 4)}`;
		const before = taken.get(place) ?? 0;
		taken.set(place, before + 1);
		const from = cell.changed_after === null ? null : Math.max(across(utc(cell.changed_after)), margin.left);
		return { cell, x: x + before * 5, y, from };
	});
}

/** Names of the models that changed most, each once, right of their marks where nothing is in the way. */
function namesOf(marks: readonly Mark[], inside: { left: number; right: number; most: number }) {
	const size = ({ cell }: Mark) => Math.abs(Math.log(1 + Number(cell.change)));
	const named: { title: string; x: number; y: number; right: number }[] = [];
	const ordered = [...marks].sort((a, b) => size(b) - size(a) || a.cell.model.localeCompare(b.cell.model, 'en'));
	for (const { cell, y } of ordered) {
		if (named.length >= inside.most || named.some(one => one.title === cell.title)) continue;
		const level = marks.filter(other => Math.abs(other.y - y) < 11);
		const wide = textWidth(cell.title);
		const x = Math.max(...level.filter(other => other.cell.changed_by === cell.changed_by).map(other => other.x)) + 9;
		const right = x + wide;
		const isHit = level.some(other => other.x > x - 4 && (other.from ?? other.x) < right + 6);
		const isNamed = named.some(one => Math.abs(one.y - y) < 13 && one.x < right + 4 && x < one.right + 4);
		if (wide > 180 || right > inside.right || isHit || isNamed) continue;
		named.push({ title: cell.title, x, y, right });
	}
	return named;
}
