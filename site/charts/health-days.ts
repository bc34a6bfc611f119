import type { Chart, Point } from '../chart.ts';
import { count, day } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { stateGlyph } from '../state.ts';
import { paint } from '../style/colours.ts';
import { stopAt } from '../stops.ts';
import { element, sheet } from '../svg.ts';
import { newestDay } from '../newest.ts';
import { utc } from '../panel.ts';
import type { Key } from '../words.ts';

type Day = Point & {
	source: string;
	day: string;
	looks: number;
	good: number;
	rows: number | null;
	rejected: number | null;
	state: string;
};
type Rows = { days: Day[] };
const shown = 90;

export const healthDays = {
	id: 'health-days',
	marts: ['mart_source_health__source_day'],
	views: ['days'],
	query: {
		days: `select source, day, looks, good, rows, rejected, state
from mart_source_health__source_day
where day > (select max(day) from mart_source_health__source_day) - interval 90 day
order by source, day`,
	},
	width: 1040,
	points: rows => rows.days,
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'source', label: 'column.source' },
		{ key: 'looks', label: 'column.looks', numeric: true },
		{ key: 'good', label: 'column.good', numeric: true },
		{
			key: 'rows',
			label: 'column.rows',
			numeric: true,
			show: (point, words) => (point.rows === null ? words('value.none') : count(point.rows)),
		},
		{ key: 'rejected', label: 'column.rejected', numeric: true, show: point => count(point.rejected ?? 0) },
		{ key: 'state', label: 'column.state', show: (point, words) => words(`state.${point.state}` as Key) },
	],
	few: () => null,
	title({ points, words }) {
		const watched = points.filter(point => Number(point.looks) > 0);
		const good = watched.filter(point => Number(point.good) === Number(point.looks)).length;
		return words('health-days.title', { good: count(good), all: count(watched.length) });
	},
	subtitle: ({ points, words }) => words('health-days.subtitle', { day: day(newestDay(points), words) }),
	summary: ({ points, words }) =>
		words('health-days.summary', {
			sources: new Set(points.map(point => point.source)).size,
			from: day(
				points.reduce((first, point) => (point.day < first ? point.day : first), newestDay(points)),
				words,
			),
			to: day(newestDay(points), words),
		}),
	draw(document, { points, words }, width) {
		const sources = [...new Set(points.map(point => point.source))];
		const pitch = 20;
		const names = Math.min(width * 0.4, Math.max(...sources.map(source => textWidth(source))) + 12);
		const root = sheet(document, width, sources.length * pitch + 34);
		const last = utc(newestDay(points)).getTime();
		const days = width < 500 ? 30 : shown;
		const cell = (width - names - 8) / days;
		const column = (iso: string) => days - 1 - Math.round((last - utc(iso).getTime()) / 86_400_000);
		sources.forEach((source, index) => {
			const y = index * pitch + pitch / 2 + 2;
			root.append(
				element(
					document,
					'text',
					{ x: names - 8, y, dy: '0.35em', 'text-anchor': 'end', fill: paint('ink'), 'data-label': '' },
					cut(source, names - 10),
				),
			);
			for (const point of points.filter(one => one.source === source && column(one.day) >= 0)) {
				const x = names + column(point.day) * cell;
				const isAlert = ['held', 'silent zero', 'shape'].includes(point.state);
				const strength = Number(point.looks) === 0 ? 0.18 : Number(point.good) > 0 ? 0.75 : 0.35;
				root.append(
					element(document, 'rect', {
						x,
						y: y - 7,
						width: Math.max(1, cell - 1),
						height: 14,
						fill: paint(isAlert ? 'alert' : 'rest'),
						'fill-opacity': strength,
					}),
				);
				stopAt(root, point, x + cell / 2, y);
				if (isAlert) root.append(stateGlyph(document, point.state, x + cell / 2, y, Math.min(3, cell / 3)));
			}
		});
		const base = sources.length * pitch + 20;
		const first = new Date(last - (days - 1) * 86_400_000).toISOString().slice(0, 10);
		root.append(element(document, 'text', { x: names, y: base, fill: paint('muted') }, day(first, words)));
		root.append(
			element(
				document,
				'text',
				{ x: width - 8, y: base, 'text-anchor': 'end', fill: paint('muted') },
				day(newestDay(points), words),
			),
		);
		return root;
	},
} satisfies Chart<Rows, Day>;
