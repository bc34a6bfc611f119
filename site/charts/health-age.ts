import type { Chart, Point } from '../chart.ts';
import { count, figures, type Num } from '../format.ts';
import { fixed } from '../frame.ts';
import type { Axis } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { clauses } from '../sentence.ts';
import { stateGlyph } from '../state.ts';
import { paint } from '../style/colours.ts';
import { element } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Source = Point & {
	source: string;
	kind: string;
	state: string;
	newest_at: string | null;
	age_days: Num | null;
	cadence_days: Num;
	age_by_cadence: Num | null;
};
type Rows = { sources: Source[] };

const seen = (source: Source) => source.age_by_cadence !== null;
/** Sources never looked at that have a line each. */
const most = 8;
/** Late by its age alone: an archive of shipped rows ages too. */
const isLate = (source: Source) => Number(source.age_by_cadence ?? 0) > 1;

/** How old the newest good look of each source is, as a multiple of the days between its looks. */
export const healthAge = {
	id: 'health-age',
	marts: ['mart_source_health__source_day'],
	views: ['now'],
	query: {
		sources: `select source, kind, state, newest_at, age_days, cadence_days, age_days / greatest(cadence_days, 1) as age_by_cadence
from mart_source_health__source_day
qualify row_number() over (partition by source order by day desc) = 1
order by source`,
	},
	width: 720,
	points: ({ sources }) =>
		[...sources].sort(
			(a, b) =>
				Number(seen(b)) - Number(seen(a)) ||
				Number(b.age_by_cadence) - Number(a.age_by_cadence) ||
				a.source.localeCompare(b.source, 'en'),
		),
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{ key: 'kind', label: 'column.kind', show: (point, words) => words(`source-kind.${point.kind}` as Key) },
		{ key: 'state', label: 'column.state', show: (point, words) => words(`state.${point.state}` as Key) },
		{
			key: 'newest_at',
			label: 'column.newest',
			show: (point, words) => point.newest_at?.slice(0, 10) ?? words('value.none'),
		},
		{
			key: 'age_days',
			label: 'column.age',
			numeric: true,
			show: (point, words) => (point.age_days === null ? words('state.never') : count(point.age_days)),
		},
		{ key: 'cadence_days', label: 'column.cadence', numeric: true, show: point => figures(point.cadence_days) },
		{
			key: 'age_by_cadence',
			label: 'column.age_by_cadence',
			numeric: true,
			show: (point, words) => (point.age_by_cadence === null ? words('state.never') : figures(point.age_by_cadence)),
		},
	],
	few: () => null,
	title({ points, words }) {
		const looked = points.filter(seen);
		const never = count(points.length - looked.length);
		if (looked.length === 0) return words('health-age.title-never', { never });
		return words('health-age.title', { late: count(looked.filter(isLate).length), all: count(looked.length), never });
	},
	subtitle: ({ words }) => words('health-age.subtitle'),
	summary: ({ points, words }) =>
		words('health-age.summary', {
			list:
				clauses(
					points.filter(isLate).map(point => `${point.source} ${endOf(point, words)}`),
					words,
				) || words('value.none'),
		}),
	draw(document, { points, words }, width) {
		const reach = width < 500 ? 9 : 11;
		const sheet = rowSheet(document, {
			width,
			axis: axisOf(points, words),
			lines: linesOf(points, words),
			at: point => placeOf(point, points),
		});
		for (const { item, y } of sheet.lines) {
			for (const rule of [1, 2]) {
				const d = `M${fixed(sheet.x(rule))},${y - reach}v${2 * reach}`;
				const look = { stroke: paint('muted'), 'stroke-dasharray': rule === 1 ? undefined : '2 3' };
				sheet.root.append(element(document, 'path', { d, ...look }));
			}
			sheet.root.append(stateGlyph(document, item.state, sheet.x(placeOf(item, points)), y, 4.5));
		}
		return sheet.root;
	},
} satisfies Chart<Rows, Source>;

/** A line a source; many that were never looked at stand on one line, and in the table each. */
function linesOf(points: readonly Source[], words: Words): Line<Source>[] {
	const never = points.filter(point => !seen(point));
	const lines = points.map(point => ({ label: point.source, end: endOf(point, words), item: point }));
	const [first] = never;
	if (never.length <= most || !first) return lines;
	const label = words('health-age.others', { never: count(never.length) });
	return [...lines.filter(({ item }) => seen(item)), { label, end: endOf(first, words), item: first }];
}

/** The age in days and the state: a source never looked at has no age. */
const endOf = (point: Source, words: Words): string => {
	const state = words(`state.${point.state}` as Key);
	return point.age_days === null ? state : words('health-age.end', { days: count(point.age_days), state });
};

/** The ends of the scale are places of their own: a source of the build's own day at the left, one never looked at at the right. */
function edges(points: readonly Source[]): [number, number] {
	const above = points.map(point => Number(point.age_by_cadence ?? 0)).filter(value => value > 0);
	return [Math.min(0.1, ...above.map(value => value / 2)), Math.max(10, ...above.map(value => value * 2))];
}

function placeOf(point: Source, points: readonly Source[]): number {
	const [low, high] = edges(points);
	if (point.age_by_cadence === null) return high;
	return Number(point.age_by_cadence) > 0 ? Number(point.age_by_cadence) : low;
}

function axisOf(points: readonly Source[], words: Words): Axis {
	const [low, high] = edges(points);
	const powers = [0.1, 1, 2, 10, 100, 1000].filter(tick => tick > low * 1.2 && tick < high / 1.6);
	return {
		type: 'log',
		domain: [low, high],
		ticks: [low, ...powers, high],
		grid: [low, ...powers.filter(tick => tick !== 1 && tick !== 2), high],
		format: tick => (tick === low ? words('health-age.same-day') : tick === high ? words('state.never') : String(tick)),
	};
}
