import { reasonText } from '../reason.ts';
import type { Chart, Point } from '../chart.ts';
import { count, day } from '../format.ts';
import { clauses } from '../sentence.ts';

type Held = Point & {
	snapshot: string;
	source: string;
	fetched_at: string;
	reason: string;
	decision: string | null;
	last_good: string | null;
};
type Rows = { held: Held[] };

const waiting = (row: Held) => row.decision === null;

/** What is held back, since when, why, and what was decided: nothing of it is published. */
export const quarantineList = {
	id: 'quarantine-list',
	marts: ['mart_quarantine__snapshot', 'mart_source_health__source_day'],
	views: ['now'],
	query: {
		held: `select held.snapshot, held.source, held.fetched_at, held.reason, held.decision, max(health.newest_at)::date as last_good
from mart_quarantine__snapshot as held
left join mart_source_health__source_day as health using (source)
group by all
order by held.fetched_at desc, held.source, held.snapshot`,
	},
	width: 720,
	points: ({ held }) => held,
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{ key: 'fetched_at', label: 'column.fetched', show: row => row.fetched_at.slice(0, 16) },
		{ key: 'reason', label: 'column.reason', show: (row, words) => reasonText(row.reason, words) },
		{ key: 'last_good', label: 'column.last-good', show: (row, words) => row.last_good ?? words('value.none') },
		{ key: 'decision', label: 'column.decision', show: (row, words) => row.decision ?? words('value.undecided') },
		{ key: 'snapshot', label: 'column.snapshot' },
	],
	few: () => null,
	title: ({ points, words }) =>
		words('quarantine-list.title', {
			held: count(points.length),
			sources: count(new Set(points.map(row => row.source)).size),
			waiting: count(points.filter(waiting).length),
		}),
	subtitle: ({ points, words }) =>
		words('quarantine-list.subtitle', { day: day(points.map(row => row.fetched_at).sort()[0] ?? '', words) }),
	summary: ({ points, words }) =>
		clauses(
			points
				.slice(0, 12)
				.map(row =>
					words('quarantine-list.part', { source: row.source, day: day(row.fetched_at, words), reason: row.reason }),
				),
			words,
		),
} satisfies Chart<Rows, Held>;
