import * as Plot from '@observablehq/plot';
import { besideDots } from '../beside.ts';
import type { Chart, Point } from '../chart.ts';
import { axisName, computedUsd, count, day, type Num } from '../format.ts';
import { labColumn, labZh } from '../lab-name.ts';
import { cut } from '../label.ts';
import { columns, linearAxis, logAxis, panel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Scored = Point & {
	axis: string;
	series: 'list' | 'cheapest_host';
	day: string;
	model: string;
	title: string;
	lab: string;
	country: string;
	effort: string | null;
	score: Num;
	blend_3to1_usd_per_mtok: Num | null;
	run_cost_usd: Num | null;
	is_pareto: boolean;
};
type Rows = { scored: Scored[] };

export const frontier = {
	id: 'frontier',
	marts: ['mart_price_per_capability__model_day'],
	views: ['list', 'host', 'run'],
	query: {
		scored: `select axis, series, day, model, title, lab, ${labZh('mart_price_per_capability__model_day.lab')}, country, effort, score, blend_3to1_usd_per_mtok, run_cost_usd, is_pareto
from mart_price_per_capability__model_day
where axis in (
    (select axis from mart_price_per_capability__model_day group by axis order by count(*) desc, axis limit 1),
    (select axis from mart_price_per_capability__model_day where run_cost_usd > 0 group by axis order by count(*) desc, axis limit 1)
)
order by day, series, score desc, model, effort`,
	},
	width: 1040,
	// A run cost of 0 or none is not stated, never free; the run view has its own frontier.
	points(rows: Rows, view: string): Scored[] {
		const cost = costOf(view);
		const series = view === 'host' ? 'cheapest_host' : 'list';
		const paid = rows.scored.filter(row => cost(row) !== null && Number(cost(row)) > 0);
		const axis = mostOf(paid.map(row => row.axis));
		const own = paid.filter(row => row.series === series && row.axis === axis);
		const enough = (one: string) => own.filter(row => row.day === one).length >= 5;
		const days = everySecond(
			[...new Set(own.map(row => row.day))].filter((one, index, all) => index === all.length - 1 || enough(one)),
		).slice(-4);
		// Panels stand in pairs: of three days the first and the last.
		const paired = days.length === 3 ? days.filter((_, index) => index !== 1) : days;
		return paired.flatMap(one => {
			const at = own.filter(row => row.day === one);
			return at.map(row => ({ ...row, is_pareto: pareto(row, at, cost) }));
		});
	},
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'model', label: 'column.model', show: point => point.title || point.model },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		labColumn,
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'effort', label: 'column.effort', show: (point, words) => point.effort ?? words('value.not_stated') },
		{ key: 'score', label: 'column.score', show: point => Number(point.score).toFixed(1), numeric: true },
		{
			key: 'blend_3to1_usd_per_mtok',
			label: 'column.blend',
			numeric: true,
			show: (point, words) =>
				point.blend_3to1_usd_per_mtok === null ? words('value.not_stated') : computedUsd(point.blend_3to1_usd_per_mtok),
		},
		{
			key: 'run_cost_usd',
			label: 'column.run_cost',
			numeric: true,
			show: (point, words) =>
				point.run_cost_usd === null ? words('value.not_stated') : computedUsd(point.run_cost_usd),
		},
		{
			key: 'is_pareto',
			label: 'column.pareto',
			show: (point, words) => words(point.is_pareto ? 'value.yes' : 'value.no'),
		},
		{ key: 'axis', label: 'column.axis' },
	],
	few: ({ points, words }) => {
		const last = newest(points);
		return last.length < 5 ? words('frontier.few', { models: last.length }) : null;
	},
	title({ points, view, words }) {
		const at = newest(points);
		const steps = at.filter(point => point.is_pareto);
		const chinese = steps.filter(point => point.country === 'CN').length;
		return words('frontier.title', {
			chinese: count(chinese),
			steps: count(steps.length),
			scored: count(at.filter(point => point.country === 'CN').length),
			kind: words(`frontier.kind-${view}` as Key),
		});
	},
	subtitle: ({ points, view, words }) =>
		words('frontier.subtitle', {
			axis: axisName(points[0]?.axis ?? ''),
			unit: words(`frontier.unit-${view}` as Key),
			day: day(newest(points)[0]?.day ?? '', words),
		}),
	note: ({ view, words }) => words(`frontier.note-${view}` as Key),
	summary({ points, view, words }) {
		const at = newest(points);
		const steps = at.filter(point => point.is_pareto).sort((a, b) => Number(a.score) - Number(b.score));
		const [low, high] = [steps[0], steps.at(-1)];
		const cost = costOf(view);
		if (!low || !high) return words('frontier.summary-none', { models: at.length });
		return words('frontier.summary', {
			day: day(at[0]?.day ?? '', words),
			models: count(at.length),
			steps: count(steps.length),
			low: low.title,
			lowScore: Number(low.score).toFixed(1),
			lowCost: computedUsd(cost(low) ?? 0),
			high: high.title,
			highScore: Number(high.score).toFixed(1),
			highCost: computedUsd(cost(high) ?? 0),
		});
	},
	draw(document, { points, view, words }, width, few) {
		const days = [...new Set(points.map(point => point.day))];
		const shown = width < 500 ? days.slice(-1) : days;
		const grid = columns(width, Math.min(2, shown.length));
		const height = width < 500 ? 320 : 330;
		const lines = Math.ceil(shown.length / grid.across);
		const root = sheet(document, width, height * lines);
		const cost = costOf(view);
		const scores = points.map(point => Number(point.score));
		const y = linearAxis(scores);
		const x = logAxis(points.map(point => Number(cost(point))));
		shown.forEach((one, index) => {
			const at = points.filter(point => point.day === one);
			const steps = at.filter(point => point.is_pareto).sort((a, b) => Number(cost(a)) - Number(cost(b)));
			const place_ = { x: (point: Scored) => Number(cost(point)), y: (point: Scored) => Number(point.score) };
			const margin = { top: 34, right: 20, bottom: 40, left: 48 };
			const drawn = panel(document, {
				width: grid.width,
				height,
				margin,
				x: { ...x, grid: undefined },
				heading: words('frontier.panel', { day: day(one, words), models: at.length }),
				y,
				marks: [
					few || steps.length < 2
						? null
						: Plot.line(steps, { ...place_, stroke: paint('muted'), strokeWidth: 1, curve: 'step-after' }),
					...['other', 'unknown', 'EU', 'US', 'CN'].map(country =>
						Plot.dot(
							at.filter(point => point.country === country),
							{
								...place_,
								symbol: group(country).symbol,
								r: 3.5,
								stroke: group(country).stroke,
								fill: (point: Scored) => (point.is_pareto ? group(country).stroke : paint('page')),
							},
						),
					),
				],
			});
			const dot = (point: Scored) => ({ x: drawn.x(Number(cost(point))), y: drawn.y(Number(point.score)) });
			for (const { label, x, y, anchor } of named(steps, at, dot, {
				left: 48,
				right: grid.width - 20,
				top: 30,
				bottom: height - 46,
			})) {
				drawn.svg.append(
					element(document, 'text', { x, y, 'text-anchor': anchor, fill: label.colour, 'data-label': '' }, label.text),
				);
			}
			place(root, drawn.svg, (index % grid.across) * grid.width, Math.floor(index / grid.across) * height);
		});
		return root;
	},
} satisfies Chart<Rows, Scored>;

const costOf = (view: string) => (point: Scored) =>
	view === 'run' ? point.run_cost_usd : point.blend_3to1_usd_per_mtok;

/** The axis with the most rows; scores of two axes never share a picture. */
function mostOf(axes: readonly string[]): string | undefined {
	const counts = new Map<string, number>();
	for (const axis of axes) counts.set(axis, (counts.get(axis) ?? 0) + 1);
	return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en'))[0]?.[0];
}

/** No other model is as able and cheaper, or abler and as cheap. */
function pareto(one: Scored, all: readonly Scored[], cost: (point: Scored) => Num | null): boolean {
	return !all.some(other => {
		const [price, score] = [Number(cost(other)) - Number(cost(one)), Number(other.score) - Number(one.score)];
		return price <= 0 && score >= 0 && (price < 0 || score > 0);
	});
}

/** The newest day and every second quarter end before it: neighbours differ too little to be worth a panel. */
function everySecond(days: readonly string[]): string[] {
	const last = days.at(-1);
	const earlier = days
		.slice(0, -1)
		.filter(day => last !== undefined && Date.parse(last) - Date.parse(day) > 100 * 86_400_000);
	return [...earlier.filter((_, index) => (earlier.length - 1 - index) % 2 === 0), ...days.slice(-1)];
}

function newest(points: readonly Scored[]): Scored[] {
	const last = points.at(-1)?.day;
	return points.filter(point => point.day === last);
}

/** Names on the frontier, the abler first. */
function named(
	steps: readonly Scored[],
	all: readonly Scored[],
	at: (point: Scored) => { x: number; y: number },
	frame: Parameters<typeof besideDots>[2],
) {
	const labels = [...steps].reverse().map(point => ({
		...at(point),
		text: cut(`${point.title || point.model} ${Number(point.score).toFixed(1)}`, 190),
		colour: group(point.country).text,
	}));
	return besideDots(labels, all.map(at), frame);
}
