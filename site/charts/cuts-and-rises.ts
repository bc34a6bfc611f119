import type { Chart, Point } from '../chart.ts';
import { count, monthName, monthOf, share, type Num } from '../format.ts';
import { box } from '../marks.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

/** A month of the record; without a model on any sheet it was not watched and its counts are null. */
type Month = Point & {
	month: string;
	models: Num | null;
	cut: number | null;
	raised: number | null;
	provisional: number | null;
};
type Read = { month: string; models: Num; cut: Num; raised: Num; provisional: Num };
type Rows = { months: Read[] };
const enough = 20;
const margin = { top: 22, right: 12, bottom: 34, left: 44 };

export const cutsAndRises = {
	id: 'cuts-and-rises',
	marts: ['mart_price_cut__model_meter_day', 'mart_list_price__cell_spell'],
	views: ['months'],
	query: {
		months: `with moves as (
    select strftime(changed_by, '%Y-%m') as month, kind, is_provisional
    from mart_price_cut__model_meter_day
    where kind in ('cut', 'rise') and channel in ('lab-direct', 'lab-cn') and model is not null
    qualify row_number() over (partition by model, channel, currency, cell, event_id order by changed_by, source) = 1
),
span as (select strftime(unnest(generate_series(date_trunc('month', min(from_day)), max(last_seen_on), interval 1 month)), '%Y-%m') as month
    from mart_list_price__cell_spell where from_day >= date '2024-01-01'),
watched as (
    select span.month, count(distinct model) as models
    from span
    join mart_list_price__cell_spell as spell
        on strftime(spell.from_day, '%Y-%m') <= span.month and strftime(spell.last_seen_on, '%Y-%m') >= span.month
    where spell.channel in ('lab-direct', 'lab-cn')
    group by all
)
select span.month, coalesce(any_value(models), 0) as models, count(*) filter (kind = 'cut') as cut, count(*) filter (kind = 'rise') as raised,
    count(*) filter (is_provisional) as provisional
from span left join watched using (month) left join moves using (month)
group by span.month
order by span.month`,
	},
	width: 1040,
	points: ({ months }): Month[] =>
		months.map(row => {
			const isWatched = Number(row.models) > 0 || Number(row.cut) + Number(row.raised) > 0;
			return {
				month: row.month,
				models: isWatched ? row.models : null,
				cut: isWatched ? Number(row.cut) : null,
				raised: isWatched ? Number(row.raised) : null,
				provisional: isWatched ? Number(row.provisional) : null,
			};
		}),
	columns: () => [
		{ key: 'month', label: 'column.month' },
		{
			key: 'models',
			label: 'column.models_watched',
			numeric: true,
			show: (point, words) => watched(point.models, words),
		},
		{ key: 'cut', label: 'column.cells_cut', numeric: true, show: (point, words) => watched(point.cut, words) },
		{
			key: 'raised',
			label: 'column.cells_raised',
			numeric: true,
			show: (point, words) => watched(point.raised, words),
		},
		{
			key: 'provisional',
			label: 'column.cells_provisional',
			numeric: true,
			show: (point, words) => watched(point.provisional, words),
		},
	],
	few: () => null,
	title({ points, words }) {
		const { cut, raised } = sums(points);
		if (cut + raised === 0) return words('cuts-and-rises.title-none');
		return words('cuts-and-rises.title', {
			raised: count(raised),
			all: count(cut + raised),
			share: share(raised / (cut + raised), 0),
		});
	},
	subtitle: ({ words }) => words('cuts-and-rises.subtitle', { enough }),
	note: ({ points, words }) =>
		words('cuts-and-rises.note', {
			provisional: count(points.reduce((sum, point) => sum + Number(point.provisional ?? 0), 0)),
		}),
	summary({ points, words }) {
		const top = [...points].sort((a, b) => Number(b.cut) - Number(a.cut) || (a.month < b.month ? -1 : 1))[0];
		return top
			? words('cuts-and-rises.summary', {
					month: monthOf(top.month, words),
					cut: count(top.cut ?? 0),
					raised: count(top.raised ?? 0),
				})
			: '';
	},
	draw(document, { points, words }, width) {
		const height = width < 500 ? 300 : 340;
		const root = sheet(document, width, height);
		const shown = points.slice(width < 500 ? -18 : -36);
		const [up, down] = [
			Math.max(1, ...shown.map(point => point.raised ?? 0)),
			Math.max(1, ...shown.map(point => point.cut ?? 0)),
		];
		const step = (width - margin.left - margin.right) / shown.length;
		const unit = (height - margin.top - margin.bottom - 12) / (up + down);
		const zero = margin.top + up * unit;
		const add = (name: 'line' | 'text', attributes: Record<string, string | number>, text?: string) =>
			root.append(element(document, name, attributes, text));
		const every = [1, 2, 5, 10, 20, 50].find(size => (up + down) / size <= 7) ?? 100;
		for (let tick = -Math.floor(down / every) * every; tick <= up; tick += every) {
			const y = zero - tick * unit;
			add('line', {
				x1: margin.left,
				x2: width - margin.right,
				y1: y,
				y2: y,
				stroke: paint(tick === 0 ? 'ink' : 'rule'),
			});
			const place = { x: margin.left - 6, y, dy: '0.35em', 'text-anchor': 'end', fill: paint('muted') };
			add('text', place, String(Math.abs(tick)));
		}
		add(
			'text',
			{ x: margin.left, y: 12, fill: paint('ink'), 'font-weight': 600, 'data-label': '' },
			words('cuts-and-rises.up'),
		);
		const below = {
			x: margin.left + 4,
			y: height - margin.bottom - 2,
			fill: paint('ink'),
			'font-weight': 600,
			'data-label': '',
		};
		add('text', below, words('cuts-and-rises.down'));
		shown.forEach((point, index) => {
			const x: [number, number] = [margin.left + index * step + 2, margin.left + (index + 1) * step - 2];
			const isThin = Number(point.models ?? 0) < enough;
			const look = (opacity: number) => ({ fill: paint('muted'), opacity: isThin ? opacity * 0.4 : opacity });
			if (point.raised) root.append(box(document, x, [zero, zero - point.raised * unit], look(0.55)));
			if (point.cut) root.append(box(document, x, [zero, zero + point.cut * unit], look(1)));
			stopAt(root, point, (x[0] + x[1]) / 2, zero);
			if (point.cut === null) {
				const middle = (x[0] + x[1]) / 2;
				add('line', { x1: middle - 3, x2: middle + 3, y1: zero - 3, y2: zero + 3, stroke: paint('muted') });
				add('line', { x1: middle - 3, x2: middle + 3, y1: zero + 3, y2: zero - 3, stroke: paint('muted') });
			}
			const month = Number(point.month.slice(5)) - 1;
			if (month % (width < 500 ? 6 : 3) !== 0) return;
			const place = { x: (x[0] + x[1]) / 2, 'text-anchor': 'middle', fill: paint('muted') };
			add('text', { ...place, y: height - 18 }, monthName(month, words));
			if (month === 0 || index < 3) add('text', { ...place, y: height - 5 }, point.month.slice(0, 4));
		});
		return root;
	},
} satisfies Chart<Rows, Month>;

const watched = (value: Num | null, words: Words) =>
	value === null ? words('cuts-and-rises.unwatched') : count(value);
const sums = (points: readonly Month[]) => ({
	cut: points.reduce((sum, point) => sum + (point.cut ?? 0), 0),
	raised: points.reduce((sum, point) => sum + (point.raised ?? 0), 0),
});
