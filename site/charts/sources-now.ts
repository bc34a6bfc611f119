import { reasonText } from '../reason.ts';
import { clauses, listed } from '../sentence.ts';
import type { Chart, Point } from '../chart.ts';
import { count, day } from '../format.ts';
import { cut } from '../label.ts';
import { spoken } from '../spoken.ts';
import { newestDay } from '../newest.ts';
import { sourceStates, stateGlyph } from '../state.ts';
import { paint } from '../style/colours.ts';
import { stopAt } from '../stops.ts';
import { element, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Source = Point & {
	source: string;
	title: string;
	title_zh: string | null;
	kind: string;
	day: string;
	state: string;
	rows: number | null;
	rejected: number | null;
	newest_at: string | null;
	cadence_days: number;
	forgets_in_days: number | null;
	reason: string | null;
};
type Rows = { sources: Source[] };

export const sourcesNow = {
	id: 'sources-now',
	marts: ['mart_source_health__source_day', 'mart_source__source'],
	views: ['now'],
	query: {
		sources: `select source, health.title, title_zh, health.kind, day, state, health.rows, rejected, newest_at, health.cadence_days,
    forgets_in_days, reason
from mart_source_health__source_day as health left join mart_source__source using (source)
qualify row_number() over (partition by source order by day desc) = 1
order by source`,
	},
	width: 1040,
	points: rows => [...rows.sources].sort((a, b) => rank(a) - rank(b) || a.source.localeCompare(b.source, 'en')),
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{ key: 'title', label: 'column.title', show: (point, words) => spoken(point, 'title', words) },
		{ key: 'kind', label: 'column.kind', show: (point, words) => words(`source-kind.${point.kind}` as Key) },
		{ key: 'state', label: 'column.state', show: (point, words) => words(`state.${point.state}` as Key) },
		{ key: 'day', label: 'column.day' },
		{
			key: 'rows',
			label: 'column.rows',
			numeric: true,
			show: (point, words) => (point.rows === null ? words('value.none') : count(point.rows)),
		},
		{ key: 'rejected', label: 'column.rejected', numeric: true, show: point => count(point.rejected ?? 0) },
		{
			key: 'newest_at',
			label: 'column.newest',
			show: (point, words) => (point.newest_at === null ? words('value.none') : point.newest_at.slice(0, 10)),
		},
		{ key: 'cadence_days', label: 'column.cadence', numeric: true },
		{
			key: 'forgets_in_days',
			label: 'column.forgets',
			numeric: true,
			show: (point, words) => (point.forgets_in_days === null ? words('value.keeps') : String(point.forgets_in_days)),
		},
		{ key: 'reason', label: 'column.reason', show: (point, words) => reasonText(point.reason, words) },
	],
	few: () => null,
	title({ points, words }) {
		const good = points.filter(point => point.state === 'fresh').length;
		const held = points.filter(point => ['held', 'silent zero', 'shape', 'drop'].includes(point.state)).length;
		return words(held ? 'sources-now.title-held' : 'sources-now.title', {
			good: count(good),
			all: count(points.length),
			held: count(held),
		});
	},
	subtitle: ({ points, words }) =>
		words('sources-now.subtitle', {
			day: day(newestDay(points), words),
		}),
	summary: ({ points, words }) => {
		const by = sourceStates.flatMap(state => {
			const own = points.filter(point => point.state === state);
			return own.length
				? [
						words('sources-now.part', {
							state: words(`state.${state}`),
							sources: listed(
								own.map(point => point.source),
								words,
							),
						}),
					]
				: [];
		});
		return words('sources-now.summary', { states: clauses(by, words) });
	},
	draw(document, { points, words }, width) {
		const across = width < 500 ? 1 : 3;
		const pitch = 24;
		const lines = Math.ceil(points.length / across);
		const root = sheet(document, width, lines * pitch + 8);
		points.forEach((point, index) => {
			const left = Math.floor(index / lines) * (width / across);
			const y = (index % lines) * pitch + 16;
			root.append(stateGlyph(document, point.state, left + 8, y, 5));
			stopAt(root, point, left + 8, y);
			const state = words(`state.${point.state}` as Key);
			root.append(
				element(
					document,
					'text',
					{ x: left + 22, y, dy: '0.35em', fill: paint('ink'), 'data-label': '' },
					cut(point.source, width / across - 100),
				),
			);
			root.append(
				element(
					document,
					'text',
					{
						x: left + width / across - 12,
						y,
						dy: '0.35em',
						'text-anchor': 'end',
						fill: paint('muted'),
						'data-label': '',
					},
					state,
				),
			);
		});
		return root;
	},
} satisfies Chart<Rows, Source>;

const rank = (source: Source) => sourceStates.indexOf(source.state as (typeof sourceStates)[number]);
