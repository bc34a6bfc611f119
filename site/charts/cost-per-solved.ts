import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { axisName, computedUsd, day, ratio, share, type Num } from '../format.ts';
import { logAxis } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { listed, sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { byModel, modelsOf, nameOf } from '../used.ts';
import type { Key, Words } from '../words.ts';

type Told = {
	title: string | null;
	country: string;
	printed_name: string;
	effort: string | null;
	axis: string;
	share_solved: Num;
	run_cost_usd: Num;
	tasks: number;
	scored_on: string;
	is_suspect: boolean | null;
	snapshot: string | null;
};
type Run = Point & Told & { model: string; usd_per_solved_task: Num };
type Rows = {
	runs: (Told & { model: string | null; usd_per_solved_task: Num | null })[];
	all: { runs: number }[];
};
const half = 0.5;

export const costPerSolved = {
	id: 'cost-per-solved',
	marts: ['mart_run_cost__run', 'mart_score__model_benchmark'],
	views: ['half-solved', 'all'],
	query: {
		runs: `select model, title, country, printed_name, effort, axis, usd_per_solved_task, score / 100 as share_solved, run_cost_usd, tasks, scored_on,
    is_suspect, snapshot
from mart_run_cost__run
where axis = (select axis from mart_run_cost__run group by axis order by count(*) desc, axis limit 1)
order by usd_per_solved_task, printed_name`,
		all: `select count(*)::integer as runs
from mart_score__model_benchmark
where axis = (select axis from mart_run_cost__run group by axis order by count(*) desc, axis limit 1)`,
	},
	width: 720,
	// A model's cheapest run places it; a bill of nothing is no bill, and a run of two models is a price of neither.
	points({ runs }, view) {
		const own = runs.filter(
			(row): row is Run =>
				row.model !== null &&
				Number(row.usd_per_solved_task ?? 0) > 0 &&
				(view === 'all' || Number(row.share_solved) >= half),
		);
		const cost = (row: Run) => Number(row.usd_per_solved_task);
		return byModel(own, all => Math.min(...all.map(cost)), cost);
	},
	columns: () => [
		{ key: 'model', label: 'column.model', show: nameOf },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'printed_name', label: 'column.name' },
		{ key: 'effort', label: 'column.effort' },
		{
			key: 'usd_per_solved_task',
			label: 'column.usd_per_solved',
			numeric: true,
			show: point => computedUsd(point.usd_per_solved_task),
		},
		{ key: 'share_solved', label: 'column.share_solved', numeric: true, show: point => share(point.share_solved) },
		{ key: 'run_cost_usd', label: 'column.run_cost', numeric: true, show: point => computedUsd(point.run_cost_usd) },
		{ key: 'tasks', label: 'column.tasks', numeric: true },
		{ key: 'scored_on', label: 'column.run_on' },
		{
			key: 'is_suspect',
			label: 'column.bill_fits',
			show: ({ is_suspect }, words) =>
				words(is_suspect === null ? 'bill.unknown' : is_suspect ? 'bill.not' : 'bill.fits'),
		},
	],
	few: ({ points, words }) =>
		modelsOf(points).length < 3 ? words('cost-per-solved.few', { models: modelsOf(points).length }) : null,
	title({ points, view, words }) {
		const costsOf = (all: readonly Run[]) => all.map(point => Number(point.usd_per_solved_task));
		const [us, cn] = ['US', 'CN'].map(country => points.filter(point => point.country === country));
		if (view !== 'all' && us?.length && cn?.length)
			return words('cost-per-solved.title-half', {
				us: computedUsd(Math.min(...costsOf(us))),
				cn: computedUsd(Math.min(...costsOf(cn))),
			});
		const [low, high] = [Math.min(...costsOf(points)), Math.max(...costsOf(points))];
		return words('cost-per-solved.title-all', {
			low: computedUsd(low),
			high: computedUsd(high),
			times: ratio(high / low, words),
		});
	},
	subtitle: ({ points, view, words }) =>
		words(`cost-per-solved.subtitle-${view === 'all' ? 'all' : 'half'}`, {
			axis: axisName(points[0]?.axis ?? ''),
			tasks: Math.max(...points.map(point => point.tasks)),
			from: day(
				points.reduce((first, point) => (point.scored_on < first ? point.scored_on : first), '9999-12-31'),
				words,
			),
			to: day(
				points.reduce((last, point) => (point.scored_on > last ? point.scored_on : last), ''),
				words,
			),
		}),
	note({ rows, points, view, words }) {
		const all = rows.all[0]?.runs ?? rows.runs.length;
		const billed = rows.runs.filter(row => Number(row.usd_per_solved_task ?? 0) > 0);
		const joined = billed.filter(row => row.model === null).length;
		return sentences(
			[
				words('cost-per-solved.note', { left: Math.max(0, all - billed.length), all, joined }),
				view === 'all' ? '' : words('cost-per-solved.note-half', { below: billed.length - joined - points.length }),
				points.some(point => point.is_suspect) ? words('cost-per-solved.note-suspect') : '',
			],
			words,
		);
	},
	summary: ({ points, words }) =>
		sentences(
			modelsOf(points).map(model => {
				const own = points.filter(point => point.model === model);
				return words('cost-per-solved.summary', {
					model: nameIn(points, own[0] as Run),
					costs: listed(
						own.map(point => endOf(point, words)),
						words,
					),
				});
			}),
			words,
		),
	draw(document, { points, words }, width) {
		const models = modelsOf(points);
		const marks = points.map(point => ({
			point,
			index: models.indexOf(point.model),
			usd: Number(point.usd_per_solved_task),
		}));
		const drawn = rowsPanel(document, {
			width,
			rows: models.map(model => {
				const first = points.find(point => point.model === model) as Run;
				return { label: nameIn(points, first), colour: group(first.country).text, end: endOf(first, words) };
			}),
			x: logAxis(marks.map(mark => mark.usd)),
			marks: marks.map(mark => {
				const { stroke, symbol } = group(mark.point.country);
				return Plot.dot([mark], {
					x: 'usd',
					y: 'index',
					symbol,
					r: 4.5,
					stroke,
					fill: mark.point.is_suspect ? paint('page') : stroke,
				});
			}),
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Run>;

/** The title, or the id where two models share one. */
const nameIn = (points: readonly Run[], run: Run) =>
	points.some(other => other.title === run.title && other.model !== run.model) ? run.model : nameOf(run);
const endOf = (point: Run, words: Words) =>
	words('cost-per-solved.end', {
		cost: computedUsd(point.usd_per_solved_task),
		solved: share(point.share_solved, 0),
	});
