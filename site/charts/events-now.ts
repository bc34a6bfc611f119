import { cellName, sheetName } from '../cell.ts';
import type { Chart, Document } from '../chart.ts';
import { cutColumns } from '../event-columns.ts';
import { count, day } from '../format.ts';
import { cutsQuery, intervalText, lastLookQuery, moveText, type Cut } from '../cuts.ts';
import { bar, mark, shape } from '../marks.ts';
import { logAxis, utc } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { group, paint } from '../style/colours.ts';

type Rows = { cuts: Cut[]; look: { day: string | null }[] };
const most = 12;
const weekBefore = (iso: string) => new Date(utc(iso).getTime() - 7 * 86_400_000).toISOString().slice(0, 10);

export const eventsNow = {
	id: 'events-now',
	marts: ['mart_price_cut__model_meter_day', 'mart_list_price__cell_spell'],
	views: ['now'],
	query: { cuts: cutsQuery, look: lastLookQuery },
	width: 1040,
	// The week to the newest look; where nothing moved in it, the last week in which something did, and the title says so.
	points: rows => largest(weekOf(rows)).slice(0, most),
	columns: () => cutColumns,
	few: () => null,
	title({ rows, words }) {
		const { to, isThisWeek } = spanOf(rows);
		if (!isThisWeek) return words('events-now.title-none', { day: day(to, words) });
		const all = weekOf(rows);
		const cuts = all.filter(row => row.kind === 'cut').length;
		return words('events-now.title', { cuts: count(cuts), rises: count(all.length - cuts), day: day(to, words) });
	},
	subtitle({ rows, points, words }) {
		const { isThisWeek } = spanOf(rows);
		return words(isThisWeek ? 'events-now.subtitle' : 'events-now.subtitle-last', {
			shown: count(points.length),
			all: count(weekOf(rows).length),
			last: day(newest(points), words),
		});
	},
	note: ({ words }) => words('events-now.note'),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('events-now.part', {
					model: point.title,
					cell: cellName(point.cell, words),
					move: moveText(point, words),
					interval: intervalText(point, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const priced = points.flatMap(point => [point.usd_before, point.usd_after].map(Number)).filter(usd => usd > 0);
		const lines: Line<Cut>[] = points.map(point => ({
			label: words('value.model-cell', {
				model: point.title,
				cell: cellName(point.cell, words),
				sheet: point.currency === 'USD' ? '' : sheetName(point.channel, point.currency, words),
			}),
			end: moveText(point, words),
			colour: group(point.country).text,
			item: point,
		}));
		const sheet = rowSheet(document, {
			width,
			lines,
			axis: logAxis(priced.length ? priced : [1]),
			labelShare: 0.3,
			at: point => Number(point.usd_after) || Number(point.usd_before) || Number.NaN,
		});
		for (const { item, y } of sheet.lines) sheet.root.append(...dumbbell(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Cut>;

/** Before and after of one cell; hollow where one source alone shows it or the dollars are converted. */
function dumbbell(document: Document, point: Cut, x: (value: number) => number, y: number): SVGElement[] {
	const [before, after] = [Number(point.usd_before), Number(point.usd_after)];
	const { stroke } = group(point.country);
	const nodes: SVGElement[] = [];
	if (before > 0 && after > 0) nodes.push(bar(document, x(before), x(after), y, { stroke }));
	if (before > 0) nodes.push(shape(document, 'square', x(before), y, { stroke: paint('rest'), r: 2.5 }));
	if (after > 0)
		nodes.push(
			mark(document, point.country, x(after), y, { hollow: point.is_provisional || point.currency !== 'USD' }),
		);
	return nodes;
}

const newest = (points: readonly Cut[]) =>
	points.reduce((last, point) => (point.changed_by > last ? point.changed_by : last), '');

function spanOf(rows: Rows): { from: string; to: string; isThisWeek: boolean } {
	const last = newest(rows.cuts);
	const look = rows.look[0]?.day ?? last;
	const to = look > last ? look : last;
	return { from: weekBefore(to), to, isThisWeek: last > weekBefore(to) };
}

function weekOf(rows: Rows): Cut[] {
	if (rows.cuts.length === 0) return [];
	const { from, isThisWeek } = spanOf(rows);
	const since = isThisWeek ? from : weekBefore(newest(rows.cuts));
	return rows.cuts.filter(row => row.changed_by > since);
}

const size = (row: Cut) => Math.abs(Math.log(Math.max(1 + Number(row.change), 1e-6)));
const largest = (rows: readonly Cut[]) =>
	[...rows].sort(
		(a, b) => size(b) - size(a) || a.model.localeCompare(b.model, 'en') || a.cell.localeCompare(b.cell, 'en'),
	);
