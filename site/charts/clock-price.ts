import { cellName, channelName } from '../cell.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { computedUsd, count, day, native, ratio, type Num } from '../format.ts';
import { bar, mark, shape } from '../marks.ts';
import { logAxis } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { group, paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

/** One cell of one sheet whose price follows the clock: peak, off peak and mean of the newest such day of each kind. */
type Clock = Point & {
	title: string;
	country: string;
	channel: string;
	currency: string;
	cell: string;
	day: string;
	day_kind: string;
	time_zone: string;
	hours: Num;
	peak_hours: Num;
	peak_native_per_mtok: Num;
	off_peak_native_per_mtok: Num;
	mean_native_per_mtok: Num;
	worst_from_local: string | null;
	source: string;
};
type Rows = { clocks: Clock[] };
const kinds: Record<string, readonly string[]> = { weekday: ['weekday', 'workday'], weekend: ['weekend', 'day_off'] };

export const clockPrice = {
	id: 'clock-price',
	marts: ['mart_price_clock__cell_day'],
	views: ['weekday', 'weekend'],
	query: {
		clocks: `select coalesce(title, model) as title, coalesce(country, 'unknown') as country, channel, currency, cell, day, day_kind, time_zone, hours,
    peak_hours, peak_native_per_mtok, off_peak_native_per_mtok, mean_native_per_mtok, worst_from_local, source
from mart_price_clock__cell_day
where currency = 'USD' and day >= (select max(day) from mart_price_clock__cell_day) - 60 and peak_native_per_mtok > 0 and off_peak_native_per_mtok > 0
qualify row_number() over (partition by model, channel, cell, day_kind in ('weekday', 'workday') order by day desc) = 1
order by model, channel, cell`,
	},
	width: 1040,
	points: ({ clocks }, view) => clocks.filter(row => kinds[view]?.includes(row.day_kind)),
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'title', label: 'column.model' },
		{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{ key: 'currency', label: 'column.currency' },
		{
			key: 'day_kind',
			label: 'column.kind',
			show: (point, words) => words(kinds['weekend']?.includes(point.day_kind) ? 'view.weekend' : 'view.weekday'),
		},
		{ key: 'time_zone', label: 'column.time_zone' },
		{ key: 'peak_hours', label: 'column.peak_hours', numeric: true, show: point => count(point.peak_hours) },
		{ key: 'hours', label: 'column.hours', numeric: true, show: point => count(point.hours) },
		{
			key: 'peak_native_per_mtok',
			label: 'column.peak_price',
			numeric: true,
			show: point => native(point.peak_native_per_mtok, point.currency),
		},
		{
			key: 'off_peak_native_per_mtok',
			label: 'column.off_peak_price',
			numeric: true,
			show: point => native(point.off_peak_native_per_mtok, point.currency),
		},
		{
			key: 'mean_native_per_mtok',
			label: 'column.mean_price',
			numeric: true,
			show: point => computedUsd(point.mean_native_per_mtok),
		},
		{ key: 'worst_from_local', label: 'column.dearest_from', show: point => point.worst_from_local ?? '' },
		{ key: 'source', label: 'column.source' },
	],
	few: () => null,
	title({ points, words }) {
		const times = points.map(point => Number(point.peak_native_per_mtok) / Number(point.off_peak_native_per_mtok));
		const peak = Math.max(...points.map(point => Number(point.peak_hours)));
		if (peak === 0) return words('clock-price.title-flat', { cells: count(points.length) });
		return words('clock-price.title', { times: ratio(Math.max(...times), words), hours: count(peak) });
	},
	subtitle: ({ points, words }) =>
		words('clock-price.subtitle', {
			day: day(
				points.reduce((last, point) => (point.day > last ? point.day : last), ''),
				words,
			),
		}),
	note: ({ words }) => words('clock-price.note'),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('clock-price.part', {
					model: point.title,
					cell: cellName(point.cell, words),
					end: endText(point, words),
					day: day(point.day, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const lines: Line<Clock>[] = points.map(point => ({
			label: words('value.model-cell', { model: point.title, cell: cellName(point.cell, words), sheet: '' }).trim(),
			end: width < 500 ? shortText(point, words) : endText(point, words),
			colour: group(point.country).text,
			item: point,
		}));
		const axis = logAxis(
			points.flatMap(point => [Number(point.peak_native_per_mtok), Number(point.off_peak_native_per_mtok)]),
		);
		const sheet = rowSheet(document, { width, lines, axis, at: point => Number(point.peak_native_per_mtok) });
		for (const { item, y } of sheet.lines) sheet.root.append(...marks(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Clock>;

/** A narrow sheet has room for the two prices; the hours stand in the title and in the table. */
const shortText = (point: Clock, words: Words) =>
	words('clock-price.end-short', {
		peak: native(point.peak_native_per_mtok, point.currency),
		off: native(point.off_peak_native_per_mtok, point.currency),
	});

const endText = (point: Clock, words: Words) =>
	words('clock-price.end', {
		peak: native(point.peak_native_per_mtok, point.currency),
		off: native(point.off_peak_native_per_mtok, point.currency),
		hours: count(point.peak_hours),
		all: count(point.hours),
	});

/** Off peak to peak; the mark is the peak, which is the headline, the tick the mean of the day. */
function marks(document: Document, point: Clock, x: (value: number) => number, y: number): SVGElement[] {
	const { stroke } = group(point.country);
	const [off, peak, mean] = [
		point.off_peak_native_per_mtok,
		point.peak_native_per_mtok,
		point.mean_native_per_mtok,
	].map(value => x(Number(value)));
	return [
		bar(document, off ?? 0, peak ?? 0, y, { stroke }),
		mark(document, point.country, off ?? 0, y, { hollow: true, r: 3 }),
		shape(document, 'square', mean ?? 0, y, { stroke: paint('ink'), r: 2 }),
		mark(document, point.country, peak ?? 0, y),
	];
}
