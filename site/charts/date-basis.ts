import type { Chart, Point } from '../chart.ts';
import { count, share, type Num } from '../format.ts';
import { box } from '../marks.ts';
import { linearAxis } from '../panel.ts';
import { rowSheet } from '../row-sheet.ts';
import { clauses } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

type Basis = Point & {
	observed_on_basis: string;
	observed_on_quality: string;
	rows: Num;
	sources: Num;
	records: string;
	first_day: string;
	last_day: string;
};
type Rows = { bases: Basis[] };

/** Bases with words of their own, the best known day first (sources.md 13). */
const named = ['fetched', 'version', 'changelog', 'git', 'registry', 'content', 'citation'] as const;
const qualities = ['exact', 'bounded', 'unknown'] as const;
const opacity: Readonly<Record<string, number>> = { exact: 0.85, bounded: 0.4 };

/** Rows by what their day rests on, and whether it is exact or only known to lie between two. */
export const dateBasis = {
	id: 'date-basis',
	marts: ['mart_date_basis__source_record'],
	views: ['all'],
	query: {
		bases: `select observed_on_basis, observed_on_quality, sum(rows)::bigint as rows, count(distinct source) as sources,
    string_agg(distinct record, ' ' order by record) as records, min(first_day) as first_day, max(last_day) as last_day
from mart_date_basis__source_record
group by observed_on_basis, observed_on_quality
order by observed_on_basis, observed_on_quality`,
	},
	width: 720,
	points: ({ bases }) =>
		bases
			.filter(row => Number(row.rows) > 0)
			.sort(
				(a, b) =>
					rank(a.observed_on_basis) - rank(b.observed_on_basis) ||
					a.observed_on_basis.localeCompare(b.observed_on_basis, 'en') ||
					a.observed_on_quality.localeCompare(b.observed_on_quality, 'en') * -1,
			),
	columns: () => [
		{ key: 'observed_on_basis', label: 'column.date_basis', show: (row, words) => basisText(row, words) },
		{ key: 'observed_on_quality', label: 'column.date_quality', show: (row, words) => qualityText(row, words) },
		{ key: 'rows', label: 'column.rows', numeric: true, show: row => count(row.rows) },
		{ key: 'sources', label: 'column.sources', numeric: true, show: row => count(row.sources) },
		{ key: 'records', label: 'column.record' },
		{ key: 'first_day', label: 'column.first_day' },
		{ key: 'last_day', label: 'column.last_day' },
	],
	few: () => null,
	title: ({ points, words }) =>
		words('date-basis.title', {
			exact: share(rowsOf(points, 'exact') / rowsOf(points), 0),
			bounded: share(rowsOf(points, 'bounded') / rowsOf(points), 0),
		}),
	subtitle: ({ points, words }) => words('date-basis.subtitle', { rows: count(rowsOf(points)) }),
	note: ({ words }) => words('date-basis.note'),
	summary: ({ points, words }) =>
		words('date-basis.summary', {
			list: clauses(
				points.map(row =>
					words('date-basis.part', {
						basis: basisText(row, words),
						quality: qualityText(row, words),
						rows: count(row.rows),
						share: share(Number(row.rows) / rowsOf(points)),
					}),
				),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const groups = [...new Set(points.map(row => row.observed_on_basis))].map(basis =>
			points.filter(row => row.observed_on_basis === basis),
		);
		const most = Math.max(...groups.map(own => rowsOf(own)));
		const { ticks, ...linear } = linearAxis([0, most]);
		const last = Number(linear.domain[1]);
		const drawn = rowSheet(document, {
			width,
			axis: {
				...linear,
				ticks: width < 500 ? [0, last] : ticks,
				grid: ticks.map(Number),
				format: tick => count(Number(tick)),
			},
			lines: groups.flatMap(own => {
				const [item] = own;
				const end = words('date-basis.end', {
					rows: count(rowsOf(own)),
					share: share(rowsOf(own) / rowsOf(points)),
				});
				return item ? [{ label: basisText(item, words), end, item }] : [];
			}),
			at: row => Number(row.rows),
		});
		drawn.lines.forEach(({ y }, index) => {
			let from = 0;
			for (const row of groups[index] ?? []) {
				const to = from + Number(row.rows);
				const look = { fill: paint('ink'), opacity: opacity[row.observed_on_quality] ?? 0.12 };
				drawn.root.append(box(document, [drawn.x(from), drawn.x(to)], [y - 7, y + 7], look));
				stopAt(drawn.root, row, drawn.x(to), y);
				from = to;
			}
		});
		return drawn.root;
	},
} satisfies Chart<Rows, Basis>;

const rank = (basis: string) => {
	const place = (named as readonly string[]).indexOf(basis);
	return place < 0 ? named.length : place;
};

const rowsOf = (points: readonly Basis[], quality?: string): number =>
	points.reduce((sum, row) => sum + (!quality || row.observed_on_quality === quality ? Number(row.rows) : 0), 0);

function basisText({ observed_on_basis: basis }: Basis, words: Words): string {
	const known = named.find(name => name === basis);
	return known ? words(`day-basis.${known}`) : basis;
}

function qualityText({ observed_on_quality: quality }: Basis, words: Words): string {
	const known = qualities.find(name => name === quality);
	return known ? words(`day-quality.${known}`) : quality;
}
