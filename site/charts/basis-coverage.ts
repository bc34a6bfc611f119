import { totalBasis } from '../certainty.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { day, dayOfYear, share, type Num } from '../format.ts';
import { endLabels, labelRoom, panel, shareAxis, timeAxis, utc, type EndLabel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { lastYear, weekRuns } from '../weeks.ts';
import type { Key } from '../words.ts';
import { shareColumns } from '../share-columns.ts';

type Week = Point & { week: string; basis: string; coverage: Num; total_basis: string | null; is_provisional: boolean };
type Rows = { weeks: (Week & { coverage: Num | null; is_complete: boolean })[] };

const look: Record<string, { strokeWidth: number; strokeDasharray?: string }> = {
	top9_models: { strokeWidth: 1.5 },
	top50_daily: { strokeWidth: 2, strokeDasharray: '6 3' },
};

export const basisCoverage = {
	id: 'basis-coverage',
	marts: ['mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['year', 'whole-series'],
	query: {
		weeks: `select week, basis, coverage, total_basis, is_complete, is_provisional
from mart_token_share__country_week
where country = 'CN' and basis in ('top9_models', 'top50_daily')
order by week, basis`,
	},
	width: 720,
	points: (rows, view): Week[] =>
		lastYear(
			rows.weeks
				.filter(row => row.is_complete && row.coverage !== null)
				.map(row => {
					const { week, basis, coverage, total_basis, is_provisional } = row as Week;
					return { week, basis, coverage, total_basis, is_provisional };
				}),
			view === 'whole-series',
		),
	columns: () => [
		shareColumns.week,
		shareColumns.basis,
		{ key: 'coverage', label: 'column.coverage', numeric: true, show: point => share(point.coverage) },
		{ key: 'total_basis', label: 'column.total_basis', show: totalBasis },
		{
			key: 'is_provisional',
			label: 'column.provisional',
			show: (point, words) => words(point.is_provisional ? 'value.provisional' : 'value.final'),
		},
	],
	few: ({ points, words }) => {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('basis-coverage.few', { weeks }) : null;
	},
	// Two bases are compared in one week only: the newest that both have.
	title({ points, words }) {
		const common = commonWeek(points);
		const at = (basis: string) => points.find(point => point.basis === basis && point.week === common);
		const [nine, fifty] = [at('top9_models'), at('top50_daily')];
		if (nine && fifty)
			return words('basis-coverage.title', { nine: share(nine.coverage, 0), fifty: share(fifty.coverage, 0) });
		const last = points.at(-1) as Week;
		return words('basis-coverage.title-one', {
			basis: words(`basis.${last.basis}` as Key),
			share: share(last.coverage, 0),
		});
	},
	subtitle: ({ points, words }) =>
		words('basis-coverage.subtitle', { week: day(commonWeek(points) ?? points.at(-1)?.week ?? '', words) }),
	note: ({ words }) => words('basis-coverage.note'),
	summary: ({ points, words }) =>
		sentences(
			lines(points).map(line => {
				const by = [...line].sort((a, b) => Number(a.coverage) - Number(b.coverage));
				const [low, high, last] = [by[0] as Week, by.at(-1) as Week, line.at(-1) as Week];
				return words('basis-coverage.summary', {
					basis: words(`basis.${last.basis}` as Key),
					last: share(last.coverage),
					lastWeek: day(last.week, words),
					low: share(low.coverage),
					lowWeek: day(low.week, words),
					high: share(high.coverage),
					highWeek: day(high.week, words),
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 320;
		const root = sheet(document, width, height);
		const weeks = points.map(point => utc(point.week).getTime());
		const [from, to] = [Math.min(...weeks), Math.max(...weeks)];
		const newest = new Date(to).toISOString().slice(0, 10);
		const labels: EndLabel[] = lines(points).map(line => {
			const last = line.at(-1) as Week;
			const seen = last.week < newest ? words('label.seen', { day: dayOfYear(last.week, words) }) : '';
			return {
				id: last.basis,
				text: `${words(`basis.${last.basis}` as Key)} ${share(last.coverage, 0)}${seen}`,
				colour: paint('ink'),
				at: utc(last.week),
				value: Number(last.coverage),
			};
		});
		const right = labelRoom(labels, 150);
		const place_ = {
			x: (point: Week) => utc(point.week),
			y: (point: Week) => Number(point.coverage),
			stroke: paint('ink'),
		};
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 48 },
			x: timeAxis(new Date(from), new Date(to), width < 500 ? 4 : 6, words),
			y: shareAxis,
			marks: lines(points).flatMap(line => {
				const last = line.at(-1) as Week;
				// A total that is itself an estimate: hollow, whatever the line.
				const open = line.filter(point => point.total_basis === 'estimate');
				const end = Plot.dot([last], { ...place_, r: 3.5, fill: last.is_provisional ? paint('page') : paint('ink') });
				if (few) return [Plot.dot(line, { ...place_, r: 3.5 })];
				return [
					...weekRuns(line).map(run => Plot.line(run, { ...place_, ...look[last.basis] })),
					Plot.dot(open, { ...place_, r: 2.5, fill: paint('page') }),
					end,
				];
			}),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Week>;

const lines = (points: readonly Week[]) =>
	[...new Set(points.map(point => point.basis))].map(basis => points.filter(point => point.basis === basis));

/** The newest week that both bases have. */
function commonWeek(points: readonly Week[]): string | undefined {
	const [first = [], second = []] = lines(points);
	const weeks = new Set(first.map(point => point.week));
	return second.filter(point => weeks.has(point.week)).at(-1)?.week;
}
