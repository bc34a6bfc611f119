import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { axisName, day, type Num } from '../format.ts';
import { timeAxis, utc } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Level = Point & {
	axis: string;
	level: Num;
	us_title: string | null;
	us_reached_on: string | null;
	cn_title: string | null;
	cn_reached_on: string | null;
	lag_days: Num | null;
};
type Rows = { levels: Level[]; newest: { day: string | null }[] };

const axes: Record<string, string> = {
	index: 'epoch-capabilities-index',
	anchored: 'anchored-capability',
	gpqa: 'gpqa-diamond',
};

export const firstToReach = {
	id: 'first-to-reach',
	marts: ['mart_capability_lag__benchmark_level', 'mart_capability_gap__country_month'],
	views: ['index', 'anchored', 'gpqa'],
	query: {
		levels: `select axis, level, us_title, us_reached_on, cn_title, cn_reached_on, lag_days
from mart_capability_lag__benchmark_level
where level = reference_level and (us_reached_on is not null or cn_reached_on is not null)
order by axis, level`,
		newest: `select max(reached_on) as day from mart_capability_gap__country_month`,
	},
	width: 720,
	points: ({ levels }, view) => levels.filter(row => row.axis === axes[view]),
	columns: () => [
		{ key: 'axis', label: 'column.axis', show: point => axisName(point.axis) },
		{ key: 'level', label: 'column.level', numeric: true },
		{ key: 'us_title', label: 'column.us_first', show: (point, words) => point.us_title ?? words('value.none') },
		{
			key: 'us_reached_on',
			label: 'column.us_day',
			show: (point, words) => point.us_reached_on ?? words('first-to-reach.open'),
		},
		{ key: 'cn_title', label: 'column.cn_first', show: (point, words) => point.cn_title ?? words('value.none') },
		{
			key: 'cn_reached_on',
			label: 'column.cn_day',
			show: (point, words) => point.cn_reached_on ?? words('first-to-reach.open'),
		},
		{
			key: 'lag_days',
			label: 'column.lag_days',
			numeric: true,
			show: (point, words) => (point.lag_days === null ? words('value.not_printed') : String(point.lag_days)),
		},
	],
	few: ({ points, words }) => (points.length < 2 ? words('first-to-reach.few', { levels: points.length }) : null),
	// The highest level both have reached: what is open above it has no number of days.
	title({ points, words }) {
		const both = points.filter(point => point.lag_days !== null);
		const open = points.length - both.length;
		const top = both.at(-1);
		if (!top) return words('first-to-reach.title-open', { levels: points.length });
		const days = Number(top.lag_days);
		const key = days >= 0 ? 'first-to-reach.title' : 'first-to-reach.title-cn';
		return words(key, { level: Number(top.level), days: Math.abs(days), open });
	},
	subtitle: ({ points, words }) => words('first-to-reach.subtitle', { axis: axisName(points[0]?.axis ?? '') }),
	note: ({ words }) => words('first-to-reach.note'),
	summary: ({ points, words }) =>
		sentences(
			points.map(point =>
				words('first-to-reach.summary', {
					level: Number(point.level),
					us: reached(point, 'us', words),
					cn: reached(point, 'cn', words),
				}),
			),
			words,
		),
	draw(document, { rows, points, words }, width) {
		const newest = rows.newest[0]?.day ?? null;
		const days = points
			.flatMap(point => [point.us_reached_on, point.cn_reached_on, newest])
			.flatMap(iso => (iso ? [utc(iso).getTime()] : []));
		const [from, to] = [Math.min(...days) - 30 * 86_400_000, Math.max(...days) + 30 * 86_400_000];
		const marks = points.map((point, index) => ({ ...point, point, index }));
		const dots = (side: 'us' | 'cn') => {
			const { symbol, stroke } = group(side === 'us' ? 'US' : 'CN');
			return marks
				.filter(point => dayOf(point.point, side) !== null)
				.map(point =>
					Plot.dot([point], {
						x: utc(String(dayOf(point.point, side))),
						// Both on one day: each keeps its half of the row.
						y: point.index + (point.us_reached_on === point.cn_reached_on ? (side === 'us' ? -0.16 : 0.16) : 0),
						symbol,
						r: 5,
						stroke,
						fill: isYoung(dayOf(point.point, side), newest) ? paint('page') : stroke,
					}),
				);
		};
		const drawn = rowsPanel(document, {
			width,
			rows: points.map(point => ({
				label: words('first-to-reach.level', { level: Number(point.level) }),
				end:
					point.lag_days === null
						? words('first-to-reach.open')
						: words('first-to-reach.lag', { days: signed(Number(point.lag_days)) }),
			})),
			x: timeAxis(new Date(from), new Date(to), width < 500 ? 3 : 6, words),
			marks: [
				...marks.map(point => {
					const [a, b] = [point.us_reached_on, point.cn_reached_on];
					const isOpen = a === null || b === null;
					const [start, end] = isOpen ? [a ?? b, newest] : [a, b];
					return start && end
						? Plot.ruleY([point.index], {
								x1: utc(start),
								x2: utc(end),
								stroke: paint('muted'),
								strokeWidth: 1,
								strokeDasharray: isOpen ? '2 3' : undefined,
							})
						: null;
				}),
				...dots('us'),
				...dots('cn'),
			],
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Level>;

const dayOf = (point: Level, side: 'us' | 'cn') => (side === 'us' ? point.us_reached_on : point.cn_reached_on);
const signed = (days: number) => (days > 0 ? `+${days}` : String(days).replace('-', '−'));
/** A score younger than thirty days may still be taken back: hollow. */
const isYoung = (iso: string | null, newest: string | null) =>
	iso !== null && newest !== null && utc(newest).getTime() - utc(iso).getTime() < 30 * 86_400_000;
function reached(point: Level, side: 'us' | 'cn', words: Words): string {
	const [iso, title] = side === 'us' ? [point.us_reached_on, point.us_title] : [point.cn_reached_on, point.cn_title];
	return iso === null
		? words('first-to-reach.open')
		: words('first-to-reach.by', { day: day(iso, words), model: title ?? '' });
}
