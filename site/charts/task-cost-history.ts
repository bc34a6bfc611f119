import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, day, dayOfYear, tokens, type Num } from '../format.ts';
import { endLabels, labelRoom, logAxis, panel, timeAxis, utc } from '../panel.ts';
import { productLine } from '../product-line.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { nameOf } from '../used.ts';
import { weeksBefore } from '../weeks.ts';
import type { Key } from '../words.ts';

type Told = {
	line: string;
	model: string;
	title: string | null;
	country: string;
	workload: string;
	tokens_per_task: Num;
	/** First day of the spell, and the day it ends: of a price that holds, the day after it was last seen. */
	from_day: string;
	until_day: string;
	snapshot: string | null;
};
type Spell = Point & Told & { usd_per_task: Num };
type Rows = { spells: (Told & { usd_per_task: Num | null })[] };

const workloads: Record<string, string> = {
	agent: 'agent',
	'agent-cold': 'agent_cold',
	'agent-warm': 'agent_warm',
	chatbot: 'chatbot',
};

export const taskCostHistory = {
	id: 'task-cost-history',
	marts: ['mart_task_cost__model_task_day', 'mart_model__version', 'mart_tokens__model_day'],
	views: ['agent', 'agent-cold', 'agent-warm', 'chatbot'],
	query: {
		spells: `with listed as (
    select ${productLine('model')} as line, cost.*, coalesce(cost.to_day, cost.last_seen_on + 1) as until_day, version.dated_on
    from mart_task_cost__model_task_day as cost
    join mart_model__version as version using (model)
    where workload in ('chatbot', 'agent_cold', 'agent', 'agent_warm')
),
used as (
    select ${productLine('model')} as line, sum(tokens) as tokens
    from mart_tokens__model_day
    where day > (select max(day) from mart_tokens__model_day) - 364
    group by line
),
picked as (
    select line from listed join used using (line)
    group by line, lab, tokens
    having count(distinct model) >= 4
    qualify row_number() over (partition by lab order by tokens desc, line) = 1
    order by tokens desc, line
    limit 7
),
edge as (
    select line, workload, from_day as day from listed union select line, workload, until_day from listed
),
stretch as (
    select *, lead(day) over (partition by line, workload order by day) as next_day from edge
)
select trim(replace(line, '--', '-'), '-') as line, listed.model, title, country, workload, tokens_per_task,
    if(agreement is distinct from 'disputed', usd_per_task, null) as usd_per_task, stretch.day as from_day, stretch.next_day as until_day, snapshot
from stretch
join listed using (line, workload)
join picked using (line)
where listed.from_day <= stretch.day and listed.until_day > stretch.day
qualify row_number() over (partition by line, workload, stretch.day order by dated_on desc nulls last, listed.from_day desc, listed.model desc) = 1
order by line, workload, stretch.day`,
	},
	width: 720,
	points({ spells }, view) {
		const newest = spells.reduce((last, row) => (row.until_day > last ? row.until_day : last), '');
		const first = newest === '' ? '' : weeksBefore(newest, 52);
		return spells
			.filter((row): row is Spell => row.workload === workloads[view] && Number(row.usd_per_task ?? 0) > 0)
			.filter(row => row.until_day > first)
			.reduce<Spell[]>((all, row) => {
				const before = all.at(-1);
				const isSame = before?.line === row.line && before.model === row.model && before.until_day === row.from_day;
				if (before && isSame && Number(before.usd_per_task) === Number(row.usd_per_task))
					all[all.length - 1] = { ...before, until_day: row.until_day };
				else all.push({ ...row, from_day: row.from_day < first ? first : row.from_day });
				return all;
			}, []);
	},
	columns: () => [
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'until_day', label: 'column.until' },
		{ key: 'line', label: 'column.product_line' },
		{ key: 'model', label: 'column.model', show: nameOf },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'workload', label: 'column.workload', show: (point, words) => words(`workload.${point.workload}` as Key) },
		{
			key: 'usd_per_task',
			label: 'column.usd_per_task',
			numeric: true,
			show: point => computedUsd(point.usd_per_task),
		},
	],
	few: ({ points, words }) => {
		const lines = linesOf(points).length;
		return lines < 3 ? words('task-cost-history.few', { lines }) : null;
	},
	title({ points, view, words }) {
		const moves = linesOf(points).map(line => Number(line.at(-1)?.usd_per_task) - Number(line[0]?.usd_per_task));
		return words('task-cost-history.title', {
			task: words(`task-cost-history.task-${view === 'chatbot' ? 'chatbot' : 'agent'}`),
			all: moves.length,
			dearer: moves.filter(move => move > 0).length,
			cheaper: moves.filter(move => move < 0).length,
		});
	},
	subtitle: ({ points, words }) =>
		words('task-cost-history.subtitle', {
			tokens: tokens(points[0]?.tokens_per_task ?? 0, words, 2),
			workload: words(`workload.${points[0]?.workload}` as Key),
			from: day(firstOf(points), words),
			to: day(lastOf(points), words),
		}),
	note: ({ points, words }) => {
		const lines = linesOf(points);
		const late = lines.filter(line => (line[0]?.from_day ?? '') > firstOf(points)).length;
		return words('task-cost-history.note', { late, all: lines.length });
	},
	summary: ({ points, words }) =>
		sentences(
			linesOf(points).map(line => {
				const [first, last] = [line[0], line.at(-1)] as [Spell, Spell];
				const costs = line.map(point => Number(point.usd_per_task));
				return words('task-cost-history.summary', {
					line: last.line,
					first: computedUsd(first.usd_per_task),
					firstDay: day(first.from_day, words),
					firstModel: nameOf(first),
					last: computedUsd(last.usd_per_task),
					lastDay: day(before(last.until_day), words),
					lastModel: nameOf(last),
					low: computedUsd(Math.min(...costs)),
					high: computedUsd(Math.max(...costs)),
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 380;
		const root = sheet(document, width, height);
		const lines = linesOf(points);
		const newest = lastOf(points);
		const labels = lines.map(line => {
			const last = line.at(-1) as Spell;
			const seen = before(last.until_day) < newest && width >= 500;
			return {
				id: last.line,
				text: `${nameOf(last)} ${computedUsd(last.usd_per_task)}${seen ? words('label.seen', { day: dayOfYear(before(last.until_day), words) }) : ''}`,
				colour: group(last.country).text,
				at: utc(last.until_day),
				value: Number(last.usd_per_task),
			};
		});
		const right = labelRoom(labels, width < 500 ? 165 : 250);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 56 },
			x: timeAxis(utc(firstOf(points)), utc(newest), width < 500 ? 3 : 6, words),
			y: logAxis(points.map(point => Number(point.usd_per_task))),
			marks: lines.flatMap(line => marksOf(line, few)),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Spell>;

const linesOf = (points: readonly Spell[]) =>
	[...new Set(points.map(point => point.line))].map(line => points.filter(point => point.line === line));
const firstOf = (points: readonly Spell[]) =>
	points.reduce((first, point) => (point.from_day < first ? point.from_day : first), '9999-12-31');
/** The last day on which a price is known to hold. */
const before = (until: string) => new Date(utc(until).getTime() - 86_400_000).toISOString().slice(0, 10);
const lastOf = (points: readonly Spell[]) =>
	before(points.reduce((last, point) => (point.until_day > last ? point.until_day : last), '0001-01-02'));

/** Steps that a gap breaks, a small mark where a model takes over, a large one at the end. */
function marksOf(line: readonly Spell[], few: boolean): Plot.Markish[] {
	const { stroke, symbol } = group(line[0]?.country ?? 'unknown');
	const corners = line.flatMap((point, index) => {
		const usd = Number(point.usd_per_task);
		const next = line[index + 1];
		const gap = next && next.from_day !== point.until_day ? [{ at: utc(point.until_day), usd: Number.NaN }] : [];
		return [{ at: utc(point.from_day), usd, point }, { at: utc(point.until_day), usd }, ...gap];
	});
	const taken = line.filter((point, index) => point.model !== line[index - 1]?.model);
	const at = {
		x: (point: Spell) => utc(point.from_day),
		y: (point: Spell) => Number(point.usd_per_task),
		stroke,
		symbol,
	};
	return [
		few ? null : Plot.line(corners, { x: 'at', y: 'usd', stroke, strokeWidth: 2.25 }),
		Plot.dot(taken, { ...at, r: 3, fill: paint('page') }),
		Plot.dot(line.slice(-1), { ...at, x: point => utc(before(point.until_day)), r: 4, fill: stroke }),
	];
}
