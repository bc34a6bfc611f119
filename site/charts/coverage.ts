import { reasonText } from '../reason.ts';
import type { Chart, Point } from '../chart.ts';
import { count } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';

type Month = Point & {
	source: string;
	record: string;
	month: string;
	rows: number;
	days: number;
	is_break: boolean;
	reason: string | null;
};
type Rows = { months: Month[] };

const nameOf = (row: Month) => `${row.source} ${row.record}`;

/** What was watched when: a tile for each month with rows, a cross for a month that a source left out. */
export const coverage = {
	id: 'coverage',
	marts: ['mart_coverage__source_month'],
	views: ['all'],
	query: {
		months: `select source, record, month, rows, days, is_break, reason
from mart_coverage__source_month
where month > strftime((select max(month || '-01')::date from mart_coverage__source_month) - interval 36 month, '%Y-%m')
order by source, record, month`,
	},
	width: 720,
	points: ({ months }) => months,
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{ key: 'record', label: 'column.record' },
		{ key: 'month', label: 'column.month_of' },
		{ key: 'rows', label: 'column.rows', numeric: true, show: row => count(row.rows) },
		{ key: 'days', label: 'column.days_seen', numeric: true },
		{ key: 'is_break', label: 'column.is_break', show: (row, words) => words(row.is_break ? 'value.yes' : 'value.no') },
		{ key: 'reason', label: 'column.reason', show: (row, words) => reasonText(row.reason, words) },
	],
	few: () => null,
	title({ points, words }) {
		const breaks = points.filter(row => row.is_break).length;
		const watched = points.filter(row => Number(row.rows) > 0).length;
		return words('coverage.title', { watched: count(watched), breaks: count(breaks) });
	},
	subtitle: ({ words }) => words('coverage.subtitle'),
	summary: ({ points, words }) =>
		words('coverage.summary', {
			series: new Set(points.map(nameOf)).size,
			from: points.reduce((first, row) => (row.month < first ? row.month : first), '9999'),
			to: points.reduce((last, row) => (row.month > last ? row.month : last), ''),
		}),
	draw(document, { points }, width) {
		const isNarrow = width < 500;
		const series = [...new Set(points.map(nameOf))];
		const first = points.reduce((low, row) => (row.month < low ? row.month : low), '9999-12');
		const last = points.reduce((high, row) => (row.month > high ? row.month : high), '0000-01');
		const place = (month: string) => monthsOf(month) - monthsOf(first);
		const across = place(last) + 1;
		const names = isNarrow ? 4 : Math.min(300, Math.max(...series.map(name => textWidth(name))) + 14);
		const pitch = isNarrow ? 38 : 22;
		const cell = (width - names - 8) / across;
		const root = sheet(document, width, series.length * pitch + 26);
		series.forEach((name, index) => {
			const y = index * pitch + (isNarrow ? 20 : 2);
			const spot = isNarrow ? { x: 4, y: y - 9 } : { x: names - 8, y: y + 8, 'text-anchor': 'end' };
			const text = { ...spot, dy: '0.35em', fill: paint('ink'), 'data-label': '' };
			root.append(element(document, 'text', text, cut(name, isNarrow ? width - 8 : names - 10)));
			for (const row of points.filter(one => nameOf(one) === name)) {
				const x = names + place(row.month) * cell;
				const box = { x, y, width: Math.max(1, cell - 1), height: 16 };
				if (Number(row.rows) > 0)
					root.append(
						element(document, 'rect', {
							...box,
							fill: paint('ink'),
							'fill-opacity': Number(row.days) >= 20 ? 0.8 : Number(row.days) >= 5 ? 0.5 : 0.28,
						}),
					);
				if (row.is_break) {
					const [cx, cy, r] = [x + cell / 2, y + 8, Math.min(4, cell / 3)];
					const d = `M${cx - r},${cy - r}L${cx + r},${cy + r}M${cx - r},${cy + r}L${cx + r},${cy - r}`;
					root.append(element(document, 'path', { d, stroke: paint('alert'), 'stroke-width': 1.5, fill: 'none' }));
				}
				stopAt(root, row, x + cell / 2, y + 8);
			}
		});
		const base = series.length * pitch + 18;
		root.append(element(document, 'text', { x: names, y: base, fill: paint('muted') }, first));
		if (across > 8)
			root.append(
				element(document, 'text', { x: width - 8, y: base, 'text-anchor': 'end', fill: paint('muted') }, last),
			);
		return root;
	},
} satisfies Chart<Rows, Month>;

const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
