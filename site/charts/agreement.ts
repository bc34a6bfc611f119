import type { Chart, Point } from '../chart.ts';
import { count, day, share } from '../format.ts';
import { listed } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';

const parts = ['agree', 'explained', 'disputed', 'single'] as const;
type Part = (typeof parts)[number];
type Row = { week: string; country: string; agreement: Part; cells: number };
type Week = Point & { week: string; country: string; cells: number } & Readonly<Record<Part, number>>;
type Rows = { weeks: Row[] };

const looks: Readonly<Record<Part, { fill: string; 'fill-opacity': number }>> = {
	agree: { fill: paint('ink'), 'fill-opacity': 0.8 },
	explained: { fill: paint('rest'), 'fill-opacity': 0.8 },
	disputed: { fill: paint('alert'), 'fill-opacity': 1 },
	single: { fill: paint('rest'), 'fill-opacity': 0.24 },
};
const countries: Readonly<Record<string, string>> = { us: 'US', cn: 'CN' };

/** Whether sources agree on prices: shares of the cells of each week, one source alone being a piece of its own. */
export const agreement = {
	id: 'agreement',
	marts: ['mart_agreement__week'],
	views: ['all', 'us', 'cn'],
	query: {
		weeks: `select week, country, agreement, cells::integer as cells
from mart_agreement__week
where week > (select max(week) from mart_agreement__week) - interval 52 week
order by week, country, agreement`,
	},
	width: 720,
	points: ({ weeks }, view) => {
		const own = weeks.filter(row => countries[view] === undefined || row.country === countries[view]);
		return [...new Set(own.map(row => row.week))].map(week => {
			const of = (part: Part) =>
				own.filter(row => row.week === week && row.agreement === part).reduce((sum, row) => sum + Number(row.cells), 0);
			const [agree, explained, disputed, single] = [of('agree'), of('explained'), of('disputed'), of('single')];
			const cells = agree + explained + disputed + single;
			return { week, country: countries[view] ?? 'all', cells, agree, explained, disputed, single };
		});
	},
	columns: () => [
		{ key: 'week', label: 'column.week' },
		{
			key: 'country',
			label: 'column.country',
			show: (point, words) => words(`country.${point.country}` as 'country.US'),
		},
		{ key: 'cells', label: 'column.cells', numeric: true, show: point => count(point.cells) },
		{ key: 'agree', label: 'agreement.agree', numeric: true, show: point => count(point.agree) },
		{ key: 'explained', label: 'agreement.explained', numeric: true, show: point => count(point.explained) },
		{ key: 'disputed', label: 'agreement.disputed', numeric: true, show: point => count(point.disputed) },
		{ key: 'single', label: 'agreement.single', numeric: true, show: point => count(point.single) },
	],
	few: () => null,
	title({ points, words }) {
		const last = points.at(-1);
		return words('agreement.title', { single: part(last, 'single', 0), disputed: part(last, 'disputed', 1) });
	},
	subtitle: ({ points, words }) =>
		words('agreement.subtitle', {
			cells: count(points.at(-1)?.cells ?? 0),
			week: day(points.at(-1)?.week ?? '', words),
		}),
	summary: ({ points, words }) =>
		words('agreement.summary', {
			week: day(points.at(-1)?.week ?? '', words),
			list: listed(
				parts.map(one => `${words(`agreement.${one}`)} ${part(points.at(-1), one, 1)}`),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const isNarrow = width < 500;
		const [left, top, tall] = [38, isNarrow ? 62 : 26, 220];
		const root = sheet(document, width, top + tall + 26);
		const pitch = (width - left - 8) / points.length;
		const write = (text: string, x: number, y: number, anchor = 'start') =>
			root.append(element(document, 'text', { x, y, 'text-anchor': anchor, fill: paint('muted') }, text));
		parts.forEach((one, index) => {
			const [x, y] = isNarrow ? [left + (index % 2) * 150, 10 + Math.floor(index / 2) * 22] : [left + index * 165, 8];
			root.append(element(document, 'rect', { x, y: y - 5, width: 10, height: 10, ...looks[one] }));
			const text = { x: x + 16, y, dy: '0.35em', fill: paint('ink'), 'data-label': '' };
			root.append(element(document, 'text', text, words(`agreement.${one}`)));
		});
		for (const tick of [0, 0.5, 1]) {
			const y = top + tall * (1 - tick);
			root.append(element(document, 'path', { d: `M${left},${y}H${width - 8}`, stroke: paint('rule') }));
			write(share(tick, 0), left - 4, y + 4, 'end');
		}
		points.forEach((point, index) => {
			const x = left + index * pitch;
			let under = top + tall;
			for (const one of parts) {
				const height = point.cells > 0 ? (tall * point[one]) / point.cells : 0;
				under -= height;
				if (height > 0)
					root.append(element(document, 'rect', { x, y: under, width: Math.max(1, pitch - 1), height, ...looks[one] }));
			}
			stopAt(root, point, x + pitch / 2, top + 8);
		});
		write(day(points[0]?.week ?? '', words), left, top + tall + 18);
		if (points.length > 1) write(day(points.at(-1)?.week ?? '', words), width - 8, top + tall + 18, 'end');
		return root;
	},
} satisfies Chart<Rows, Week>;

const part = (week: Week | undefined, one: Part, places: number): string =>
	share(week && week.cells > 0 ? week[one] / week.cells : 0, places);
