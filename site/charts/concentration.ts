import * as Plot from '@observablehq/plot';
import { bandMarks } from '../band.ts';
import type { Chart, Point } from '../chart.ts';
import { count, day, dayOfYear, share, tenths, type Num } from '../format.ts';
import { columns, endLabels, labelRoom, linearAxis, panel, timeAxis, utc, type Axis, type EndLabel } from '../panel.ts';
import { clauses, sentences } from '../sentence.ts';
import { paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { lastYear, weekRuns } from '../weeks.ts';
import type { Words } from '../words.ts';
import { shareColumns } from '../share-columns.ts';

type Measure = 'tokens' | 'spend' | 'tokens_same_models';
type Shared = {
	week: string;
	basis: 'top50_daily' | 'top10_models';
	denominator: string;
	coverage: Num | null;
	members: Num;
	hhi_low: Num;
	hhi_high: Num;
	effective_low: Num;
	effective_high: Num;
	cr4_low: Num;
	cr4_high: Num;
	is_provisional: boolean;
};
type Week = Point & Shared & { measure: Measure };
type Rows = { weeks: (Point & Shared & { measure: 'tokens' | 'spend' })[] };
const panels = { tokens: ['tokens'], spend: ['spend', 'tokens_same_models'] } as const;

export const concentration = {
	id: 'concentration',
	marts: ['mart_concentration__week'],
	scope: 'share.scope',
	views: ['year', 'whole-series'],
	query: {
		weeks: `select week, measure, basis, denominator, coverage, members, hhi_low, hhi_high, effective_low, effective_high, cr4_low, cr4_high,
    is_provisional
from mart_concentration__week
where unit = 'lab' and is_complete and basis in ('top50_daily', 'top10_models')
order by week, basis, measure`,
	},
	width: 1040,
	// Tokens of the ten models are there to stand beside their spend: a measure of its own, never joined to all tokens.
	points: (rows, view) =>
		lastYear(
			rows.weeks.map((row): Week => {
				const isSame = row.basis === 'top10_models' && row.measure === 'tokens';
				return { ...row, measure: isSame ? 'tokens_same_models' : row.measure };
			}),
			view === 'whole-series',
		),
	columns: () => [
		shareColumns.week,
		shareColumns.measure,
		shareColumns.basis,
		shareColumns.denominator,
		shareColumns.coverage,
		{ key: 'members', label: 'column.labs', numeric: true },
		{ key: 'hhi_low', label: 'column.hhi_low', numeric: true, show: point => count(point.hhi_low) },
		{ key: 'hhi_high', label: 'column.hhi_high', numeric: true, show: point => count(point.hhi_high) },
		{ key: 'effective_low', label: 'column.effective_low', numeric: true, show: point => tenths(point.effective_low) },
		{
			key: 'effective_high',
			label: 'column.effective_high',
			numeric: true,
			show: point => tenths(point.effective_high),
		},
		{ key: 'cr4_low', label: 'column.cr4_low', numeric: true, show: point => share(point.cr4_low) },
		{ key: 'cr4_high', label: 'column.cr4_high', numeric: true, show: point => share(point.cr4_high) },
		{
			key: 'is_provisional',
			label: 'column.provisional',
			show: (point, words) => words(point.is_provisional ? 'value.provisional' : 'value.final'),
		},
	],
	few({ points, words }) {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('concentration.few', { weeks }) : null;
	},
	// Tokens and spend are compared over the same ten models only, in the newest week that has both.
	title({ points, words }) {
		const spent = lineOf(points, 'spend').at(-1);
		const same = lineOf(points, 'tokens_same_models').find(point => point.week === spent?.week);
		if (spent && same)
			return words('concentration.title', { tokens: tenths(same.effective_low), spend: tenths(spent.effective_low) });
		const last = points.at(-1) as Week;
		return words(last.measure === 'spend' ? 'concentration.title-spend' : 'concentration.title-tokens', {
			labs: range(last.effective_low, last.effective_high, tenths),
		});
	},
	subtitle: ({ points, words }) =>
		words('concentration.subtitle', {
			week: day((lineOf(points, 'spend').at(-1) ?? (points.at(-1) as Week)).week, words),
		}),
	note: ({ words }) => words('concentration.note'),
	summary: ({ points, words }) =>
		sentences(
			linesOf(points).map(line => {
				const by = [...line].sort((a, b) => Number(a.hhi_low) - Number(b.hhi_low));
				const [low, high, last] = [by[0] as Week, by.at(-1) as Week, line.at(-1) as Week];
				const series = clauses([words(`measure.${last.measure}`), words(`basis.${last.basis}`)], words);
				return words('concentration.summary', {
					series,
					week: day(last.week, words),
					hhi: range(last.hhi_low, last.hhi_high, count),
					labs: range(last.effective_low, last.effective_high, tenths),
					low: range(low.hhi_low, low.hhi_high, count),
					lowWeek: day(low.week, words),
					high: range(high.hhi_low, high.hhi_high, count),
					highWeek: day(high.week, words),
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const grid = columns(width, 2);
		const isNarrow = grid.across === 1;
		const height = isNarrow ? 280 : 340;
		const root = sheet(document, width, height * (2 / grid.across));
		const weeks = points.map(point => utc(point.week).getTime());
		const newest = new Date(Math.max(...weeks)).toISOString().slice(0, 10);
		const x = timeAxis(new Date(Math.min(...weeks)), new Date(Math.max(...weeks)), isNarrow ? 4 : 6, words);
		const y: Axis = {
			...linearAxis([0, ...points.map(point => Number(point.hhi_high))]),
			format: tick => count(Number(tick)),
		};
		(['tokens', 'spend'] as const).forEach((name, index) => {
			const lines = panels[name].map(measure => lineOf(points, measure)).filter(line => line.length > 0);
			const labels = lines.map(line => labelOf(line.at(-1) as Week, words, newest, isNarrow));
			const right = labelRoom(labels, isNarrow ? 150 : 230);
			const drawn = panel(document, {
				width: grid.width,
				height,
				margin: { top: 34, right, bottom: 40, left: 48 },
				x,
				y,
				heading: words(`concentration.panel-${name}`),
				marks: lines.flatMap(line => marksOf(line, few)),
			});
			endLabels(document, drawn, labels, { top: 40, bottom: height - 46, right, width: grid.width });
			place(root, drawn.svg, isNarrow ? 0 : index * grid.width, isNarrow ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Week>;

const lineOf = (points: readonly Week[], measure: Measure) => points.filter(point => point.measure === measure);
const linesOf = (points: readonly Week[]) =>
	[...panels.tokens, ...panels.spend].map(measure => lineOf(points, measure)).filter(line => line.length > 0);
const range = (low: Num, high: Num, show: (value: Num) => string) =>
	show(low) === show(high) ? show(low) : `${show(low)}–${show(high)}`;
const isThin = (point: Week) => point.measure === 'tokens_same_models';

const labelOf = (point: Week, words: Words, newest: string, isNarrow: boolean): EndLabel => {
	const name = words(isNarrow ? `concentration.label-${point.measure}` : `concentration.long-${point.measure}`);
	const seen = point.week < newest && !isNarrow ? words('label.seen', { day: dayOfYear(point.week, words) }) : '';
	return {
		id: point.measure,
		text: `${name} ${range(point.hhi_low, point.hhi_high, count)}${seen}`,
		colour: paint(isThin(point) ? 'muted' : 'ink'),
		at: utc(point.week),
		value: Number(point.hhi_low),
	};
};

/** The named labs alone as a line, broken where a week is missing; above it the band of what the rest could add. */
function marksOf(line: readonly Week[], few: boolean): Plot.Markish[] {
	const last = line.at(-1) as Week;
	const stroke = paint(isThin(last) ? 'muted' : 'ink');
	const x = (point: Week) => utc(point.week);
	const y = (point: Week) => Number(point.hhi_low);
	const end = { x, y, r: isThin(last) ? 2.5 : 3.5, stroke };
	if (few) return [Plot.dot(line, end)];
	const look = isThin(last) ? { strokeWidth: 1, strokeDasharray: '2 3' } : { strokeWidth: 2.25 };
	const open = line.filter(point => Number(point.hhi_high) > Number(point.hhi_low));
	return [
		...weekRuns(open).flatMap(run => bandMarks(run, { x, low: y, high: point => Number(point.hhi_high), stroke })),
		...weekRuns(line).map(run => Plot.line(run, { x, y, stroke, ...look })),
		Plot.dot([last], { ...end, fill: last.is_provisional ? paint('page') : stroke }),
	];
}
