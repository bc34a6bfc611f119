import type { Chart, Document, Point } from '../chart.ts';
import { axisName, computedUsd, count, figures, share, type Num } from '../format.ts';
import { fixed, mark } from '../frame.ts';
import { cut, textWidth } from '../label.ts';
import type { Score as Run } from '../model-facts.ts';
import { scaleOf } from '../row-sheet.ts';
import { clauses } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Score = Point &
	Run & {
		model: string;
		country: string;
		is_self_reported: boolean;
		place: Num;
		models: Num;
		lowest: Num;
		middle: Num;
		highest: Num;
	};
type Rows = { scores: Score[] };

/** Models with a score that make a rank and a median (P5). */
const least = 8;
/** Rows that a drawing has room for; the table holds them all. */
const most = 30;
const [left, right, head, pitch] = [92, 56, 26, 18] as const;

const isRanked = (row: Score) => Number(row.models) >= least;
const effortText = (row: Score, words: Words) => row.effort ?? words('value.not_stated');
const rankText = (row: Score, words: Words) =>
	words(isRanked(row) ? 'model-scores.rank' : 'model-scores.no-rank', {
		place: count(row.place),
		models: count(row.models),
	});

/** A score with its unit: per cent where the benchmark counts right answers, else points of its own scale. */
const scoreText = (row: Score): string =>
	row.unit === 'percent'
		? share(Number(row.score) / 100)
		: row.unit === 'fraction'
			? share(row.score)
			: figures(row.score);

/** Scores of one model, a row for each benchmark and effort, over the range of all scored models. */
export const modelScores = {
	id: 'model-scores',
	of: 'model',
	marts: ['mart_score__model_benchmark'],
	views: ['all'],
	query: {
		scores: `with best as (
    select model, axis, max(score) as best from mart_score__model_benchmark where model is not null group by model, axis
),
field as (
    select model, axis, rank() over (partition by axis order by best desc) as place, count(*) over (partition by axis) as models,
        min(best) over (partition by axis) as lowest, median(best) over (partition by axis) as middle, max(best) over (partition by axis) as highest
    from best
)
select score.model, score.country, axis, score.effort, score.score, score.unit, score.scored_on, score.run_cost_usd, score.is_self_reported,
    field.place, field.models, field.lowest, field.middle, field.highest, score.source, score.snapshot
from mart_score__model_benchmark as score
join field using (model, axis)
where score.model = $id
qualify row_number() over (partition by score.model, axis, score.effort order by score.score desc, score.scored_on, score.printed_name) = 1
order by score.model, field.models desc, axis, score.score desc, score.effort`,
	},
	width: 340,
	points: ({ scores }) => scores,
	columns: () => [
		{ key: 'axis', label: 'column.axis', show: row => axisName(row.axis) },
		{ key: 'effort', label: 'column.effort', show: effortText },
		{ key: 'score', label: 'column.score', numeric: true, show: scoreText },
		{ key: 'place', label: 'column.place', show: rankText },
		{
			key: 'is_self_reported',
			label: 'column.self_reported',
			show: (row, words) => words(row.is_self_reported ? 'value.yes' : 'value.no'),
		},
		{ key: 'scored_on', label: 'column.day', show: (row, words) => row.scored_on ?? words('value.not_stated') },
		{
			key: 'run_cost_usd',
			label: 'column.run_cost',
			numeric: true,
			show: (row, words) => (row.run_cost_usd === null ? words('value.not_stated') : computedUsd(row.run_cost_usd)),
		},
		{ key: 'source', label: 'column.source' },
	],
	few: ({ points, words }) => (points.some(isRanked) ? null : words('model-scores.few', { least })),
	title({ points, words }) {
		const row = points[0] as Score;
		const axis = cut(axisName(row.axis), 170);
		return isRanked(row)
			? words('model-scores.title', { axis, score: scoreText(row), place: count(row.place), models: count(row.models) })
			: words('model-scores.title-few', { axis, score: scoreText(row) });
	},
	subtitle: ({ words }) => words('model-scores.subtitle'),
	note: ({ points, words }) =>
		points.length > most
			? words('model-scores.note-more', { least, more: points.length - most })
			: words('model-scores.note', { least }),
	summary: ({ points, words }) =>
		words('model-scores.summary', {
			list: clauses(
				points.slice(0, 12).map(row =>
					words('model-scores.part', {
						axis: axisName(row.axis),
						effort: effortText(row, words),
						score: scoreText(row),
						rank: rankText(row, words),
					}),
				),
				words,
			),
		}),
	draw(document, { points, words }, width, few) {
		const shown = points.slice(0, most);
		const axes = [...new Set(shown.map(row => row.axis))];
		const root = sheet(document, width, axes.length * head + shown.length * pitch + 6);
		let y = 0;
		for (const axis of axes) {
			const own = shown.filter(row => row.axis === axis);
			benchmark(document, root, own, { top: y, width, few }, words);
			y += head + own.length * pitch;
		}
		return root;
	},
} satisfies Chart<Rows, Score>;

/** One benchmark: its name and rank above, then a line over the range of all models with their median, and the score, by effort. */
function benchmark(
	document: Document,
	root: SVGSVGElement,
	own: readonly Score[],
	place: { top: number; width: number; few: boolean },
	words: Words,
): void {
	const [first] = own;
	if (!first) return;
	const { top, width } = place;
	const write = (text: string, x: number, y: number, look: Record<string, string | number>) =>
		root.append(element(document, 'text', { x, y, 'data-label': '', ...look }, text));
	const rank = rankText(first, words);
	write(cut(axisName(first.axis), width - textWidth(rank) - 12), 0, top + 16, {
		'font-weight': 500,
		fill: paint('ink'),
	});
	write(rank, width, top + 16, { 'text-anchor': 'end', fill: paint('muted') });
	const x = scaleOf({ type: 'linear', domain: domainOf(own), ticks: [] }, left, width - right);
	const { stroke, symbol } = group(first.country);
	own.forEach((row, index) => {
		const y = top + head + index * pitch + 6;
		const range = `M${fixed(x(Number(row.lowest)))},${y}H${fixed(x(Number(row.highest)))}`;
		root.append(element(document, 'path', { d: `M${left},${y}H${width - right}`, stroke: paint('rule') }));
		if (isRanked(row)) {
			root.append(element(document, 'path', { d: range, stroke: paint('rest'), 'stroke-width': 1.5 }));
			const middle = `M${fixed(x(Number(row.middle)))},${y - 5}v10`;
			root.append(element(document, 'path', { d: middle, stroke: paint('muted'), 'stroke-width': 1.5 }));
		}
		const look = { stroke, 'stroke-width': 1.25, fill: row.is_self_reported ? paint('page') : stroke };
		root.append(element(document, 'path', { d: mark(symbol, x(Number(row.score)), y, 4), ...look }));
		write(cut(effortText(row, words), left - 14), 8, y + 4, { fill: paint('muted') });
		write(scoreText(row), width, y + 4, { 'text-anchor': 'end', fill: paint('ink') });
		stopAt(root, row, x(Number(row.score)), y);
	});
}

/** Per cent from 0 to 100; a scale of its own over all its models. */
function domainOf(own: readonly Score[]): [number, number] {
	const [first] = own;
	if (first?.unit === 'percent') return [0, 100];
	if (first?.unit === 'fraction') return [0, 1];
	const all = own.flatMap(row => [Number(row.score), Number(row.lowest), Number(row.highest)]);
	const [low, high] = [Math.min(...all), Math.max(...all)];
	return low === high ? [low - 1, high + 1] : [low, high];
}
