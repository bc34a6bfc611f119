import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, day, tokens, type Num } from '../format.ts';
import { labColumn, labZh } from '../lab-name.ts';
import { logAxis } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { listed, sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { byModel, modelsOf, nameOf } from '../used.ts';
import type { Key, Words } from '../words.ts';

type Task = Point & {
	model: string;
	title: string | null;
	lab: string;
	country: string;
	workload: string;
	tokens_per_task: Num;
	input_share: Num;
	cache_share: Num;
	usd_per_task: Num;
	from_day: string;
	last_seen_on: string;
};
type Rows = { tasks: (Task & { usd_per_task: Num | null; is_used: boolean })[] };

const workloads: Record<string, readonly string[]> = {
	agent: ['agent_cold', 'agent', 'agent_warm'],
	chatbot: ['chatbot'],
};

export const taskCost = {
	id: 'task-cost',
	marts: ['mart_task_cost__model_task_day', 'mart_tokens__model_day'],
	views: ['agent', 'chatbot'],
	query: {
		tasks: `with used as (
    select model, sum(tokens) as tokens
    from mart_tokens__model_day
    where day > (select max(day) from mart_tokens__model_day) - 28 and model is not null
    group by model
),
listed as (
    select model from mart_task_cost__model_task_day join used using (model)
    where to_day is null and agreement is distinct from 'disputed' and workload = 'agent_cold'
        and last_seen_on >= (select max(last_seen_on) from mart_task_cost__model_task_day) - 60
    order by used.tokens desc, model
    limit 14
)
select model, title, lab, ${labZh('mart_task_cost__model_task_day.lab')}, country, workload, tokens_per_task, input_share, cache_share, usd_per_task, from_day, last_seen_on
from mart_task_cost__model_task_day
join listed using (model)
where to_day is null and workload in ('chatbot', 'agent_cold', 'agent', 'agent_warm')
order by model, cache_share`,
	},
	width: 720,
	points({ tasks }, view) {
		const own = tasks
			.filter((row): row is Task & { is_used: boolean } => row.usd_per_task !== null && Number(row.usd_per_task) > 0)
			.filter(row => workloads[view]?.includes(row.workload));
		const cold = (all: readonly Task[]) => Number(all.find(row => Number(row.cache_share) === 0)?.usd_per_task ?? 0);
		return byModel(
			own,
			all => -cold(all),
			row => Number(row.cache_share),
		);
	},
	columns: () => [
		{ key: 'model', label: 'column.model', show: nameOf },
		labColumn,
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'workload', label: 'column.workload', show: (point, words) => words(`workload.${point.workload}` as Key) },
		{
			key: 'tokens_per_task',
			label: 'column.tokens_per_task',
			numeric: true,
			show: (point, words) => tokens(point.tokens_per_task, words, 2),
		},
		{
			key: 'cache_share',
			label: 'column.cache_share',
			numeric: true,
			show: point => `${Number(point.cache_share) * 100}%`,
		},
		{
			key: 'usd_per_task',
			label: 'column.usd_per_task',
			numeric: true,
			show: point => computedUsd(point.usd_per_task),
		},
		{ key: 'from_day', label: 'column.price_since' },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) =>
		modelsOf(points).length < 3 ? words('task-cost.few', { models: modelsOf(points).length }) : null,
	title({ points, view, words }) {
		const cold = points.filter(point => Number(point.cache_share) === 0).map(point => Number(point.usd_per_task));
		const costs = cold.length ? cold : points.map(point => Number(point.usd_per_task));
		return words(`task-cost.title-${view}` as Key, {
			low: computedUsd(Math.min(...costs)),
			high: computedUsd(Math.max(...costs)),
		});
	},
	subtitle: ({ points, view, words }) =>
		words(`task-cost.subtitle-${view}` as Key, {
			tokens: tokens(points[0]?.tokens_per_task ?? 0, words, 2),
			day: day(
				points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), ''),
				words,
			),
		}),
	note: ({ rows, words }) => {
		const without = new Set(rows.tasks.filter(row => row.usd_per_task === null).map(row => row.model)).size;
		return sentences([words('task-cost.note'), without > 0 ? words('task-cost.note-without', { without }) : ''], words);
	},
	summary: ({ points, words }) =>
		sentences(
			modelsOf(points).map(model => {
				const own = points.filter(point => point.model === model);
				return words('task-cost.summary', {
					model: nameOf(own[0] as Task),
					costs: listed(
						own.map(point => costAt(point, words)),
						words,
					),
				});
			}),
			words,
		),
	draw(document, { points }, width) {
		const models = modelsOf(points);
		const marks = points.map(point => ({
			...point,
			point,
			index: models.indexOf(point.model),
			usd: Number(point.usd_per_task),
		}));
		const drawn = rowsPanel(document, {
			width,
			rows: models.map(model => {
				const own = points.filter(point => point.model === model);
				const first = own[0] as Task;
				return {
					label: nameOf(first),
					colour: group(first.country).text,
					end: own.map(point => computedUsd(point.usd_per_task)).join(' · '),
				};
			}),
			x: logAxis(marks.map(mark => mark.usd)),
			marks: [
				...models.map((model, index) => {
					const own = marks.filter(mark => mark.model === model).map(mark => mark.usd);
					return Plot.ruleY([index], {
						x1: Math.min(...own),
						x2: Math.max(...own),
						stroke: group(marks.find(mark => mark.model === model)?.country ?? 'unknown').stroke,
						strokeWidth: 1,
					});
				}),
				...marks.map(mark => {
					const { stroke, symbol } = group(mark.country);
					// Hollow without cache, full at nine tenths: how warm a dot is shows in its fill.
					const fillOpacity = Number(mark.cache_share) === 0 ? 1 : Number(mark.cache_share) < 0.8 ? 0.45 : 1;
					return Plot.dot([mark], {
						x: 'usd',
						y: 'index',
						symbol,
						r: 4.5,
						stroke,
						fill: Number(mark.cache_share) === 0 ? paint('page') : stroke,
						fillOpacity,
					});
				}),
			],
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Task>;

const costAt = (point: Task, words: Words) =>
	words('task-cost.at', { cost: computedUsd(point.usd_per_task), cache: `${Number(point.cache_share) * 100}%` });
