import type { Chart, Document, Point } from '../chart.ts';
import { count, day, type Num } from '../format.ts';
import { fixed } from '../frame.ts';
import { cut, textWidth } from '../label.ts';
import { utc } from '../panel.ts';
import { clauses } from '../sentence.ts';
import { stateGlyph } from '../state.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Day = Point & {
	source: string;
	day: string;
	good: number;
	rows_a_look: Num | null;
	good_looks: Num;
	state: string;
	is_held: boolean;
	newest_day: string;
};
type Rows = { days: Day[]; unseen: { sources: Num }[] };

/** Good looks before a fall means anything (site.md 1.13). */
const least = 8;
const pitch = 26;

/** A fall or a zero on a day of looks; a soft fall only where the test has enough looks to stand on. */
function faultOf(row: Day): 'drop' | 'silent zero' | null {
	if (row.state === 'silent zero' || (row.rows_a_look !== null && Number(row.rows_a_look) === 0)) return 'silent zero';
	return row.state === 'drop' && (row.is_held || Number(row.good_looks) >= least) ? 'drop' : null;
}

/** The days of one source on which a fall or a run of zeros begins. */
const marksOf = (own: readonly Day[]) =>
	new Map(
		own.flatMap((row, index) => {
			const [fault, before] = [faultOf(row), own[index - 1]];
			return fault && (!before || faultOf(before) !== fault) ? [[row, fault] as const] : [];
		}),
	);

/** Rows of a good look of each source day by day, from zero to the most it gave: a source that shrinks quietly is seen. */
export const rowCounts = {
	id: 'row-counts',
	marts: ['mart_source_health__source_day'],
	views: ['days'],
	query: {
		days: `with looked as (
    select source, day, good, if(good > 0, (rows / good)::bigint, null) as rows_a_look, state, coalesce(reason like 'drop%', false) as is_held,
        sum(good) over (partition by source order by day)::bigint as good_looks, max(day) over () as newest_day
    from mart_source_health__source_day
    where was_looked_at
)
select * from looked where day > newest_day - interval 90 day order by source, day`,
		unseen: `select count(*) as sources from (
    select source from mart_source_health__source_day group by source
    having count(*) filter (was_looked_at and day > (select max(day) filter (was_looked_at) from mart_source_health__source_day) - interval 90 day) = 0
)`,
	},
	width: 1040,
	points: ({ days }) => days,
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'source', label: 'column.source' },
		{
			key: 'rows_a_look',
			label: 'column.rows_a_look',
			numeric: true,
			show: (row, words) => (row.rows_a_look === null ? words('value.none') : count(row.rows_a_look)),
		},
		{ key: 'good', label: 'column.good', numeric: true },
		{ key: 'good_looks', label: 'column.good_so_far', numeric: true, show: row => count(row.good_looks) },
		{ key: 'state', label: 'column.state', show: (row, words) => words(`state.${row.state}` as Key) },
	],
	few: ({ points, words }) =>
		points.some(row => Number(row.good_looks) >= least) ? null : words('row-counts.few', { least }),
	title({ points, words }) {
		const sources = bySource(points);
		const marks = sources.flatMap(own => [...marksOf(own).values()]);
		const marked = (kind: string) => count(marks.filter(mark => mark === kind).length);
		return words('row-counts.title', {
			drops: marked('drop'),
			zeros: marked('silent zero'),
			sources: count(sources.length),
		});
	},
	subtitle: ({ points, words }) =>
		words('row-counts.subtitle', { least, day: day(points[0]?.newest_day ?? '', words) }),
	note: ({ rows, words }) => words('row-counts.note', { unseen: count(rows.unseen[0]?.sources ?? 0) }),
	summary: ({ points, words }) =>
		words('row-counts.summary', {
			list: clauses(
				bySource(points).map(own => `${own[0]?.source} ${endOf(own, words)}`),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const sources = bySource(points);
		const across = width < 500 || sources.length < 4 ? 1 : 2;
		const lines = Math.ceil(sources.length / across);
		const room = width / across - 24;
		const widest = (texts: readonly string[]) => Math.max(...texts.map(text => textWidth(text)));
		const names = Math.min(room * 0.4, widest(sources.map(own => own[0]?.source ?? '')) + 12);
		const end = Math.min(room * 0.34, widest(sources.map(own => endOf(own, words))) + 10);
		const root = sheet(document, width, lines * pitch + 24);
		const span = { left: names, right: room - end, last: utc(points[0]?.newest_day ?? '') };
		sources.forEach((own, index) => {
			const left = Math.floor(index / lines) * (width / across);
			const top = (index % lines) * pitch + 4;
			const text = { y: top + pitch / 2, dy: '0.35em', 'data-label': '' };
			const name = cut(own[0]?.source ?? '', names - 10);
			root.append(element(document, 'text', { ...text, x: left, fill: paint('ink') }, name));
			const tail = { ...text, x: left + room, 'text-anchor': 'end', fill: paint('muted') };
			root.append(element(document, 'text', tail, cut(endOf(own, words), end)));
			spark(document, root, own, { ...span, left: left + span.left, right: left + span.right, top });
		});
		return root;
	},
} satisfies Chart<Rows, Day>;

type Span = { left: number; right: number; top: number; last: Date };

/** One source: a line over its days with a good look, broken where one had none; its newest day and its marks can be stopped at. */
function spark(document: Document, root: SVGSVGElement, own: readonly Day[], span: Span): void {
	const { left, right, top, last } = span;
	const base = top + pitch - 5;
	const most = Math.max(1, ...own.map(row => Number(row.rows_a_look ?? 0)));
	const x = (row: Day) =>
		fixed(right - ((last.getTime() - utc(row.day).getTime()) / (90 * 86_400_000)) * (right - left));
	const y = (row: Day) => fixed(base - (Number(row.rows_a_look ?? 0) / most) * (pitch - 9));
	const isDrawn = (row: Day | undefined) => row !== undefined && row.rows_a_look !== null;
	const path = own
		.map((row, index) => (isDrawn(row) ? `${isDrawn(own[index - 1]) ? 'L' : 'M'}${x(row)},${y(row)}` : ''))
		.join('');
	root.append(element(document, 'path', { d: `M${left},${base}H${right}`, stroke: paint('rule') }));
	if (path)
		root.append(element(document, 'path', { d: path, fill: 'none', stroke: paint('ink'), 'stroke-width': 1.25 }));
	const marks = marksOf(own);
	own.forEach((row, index) => {
		const mark = marks.get(row);
		const isEnd = index === own.length - 1;
		const isAlone = !isDrawn(own[index - 1]) && !isDrawn(own[index + 1]);
		if (mark) root.append(stateGlyph(document, mark, x(row), y(row), 3.5));
		else if (isDrawn(row) && (isEnd || isAlone))
			root.append(element(document, 'circle', { cx: x(row), cy: y(row), r: 2, fill: paint('ink') }));
		if (mark || isEnd) stopAt(root, row, x(row), y(row));
	});
}

/** Days of one source after the other. */
const bySource = (points: readonly Day[]): Day[][] =>
	[...new Set(points.map(row => row.source))].map(source => points.filter(row => row.source === source));

/** The newest number of rows; the number of good looks where they are too few for the test of a fall. */
function endOf(own: readonly Day[], words: Words): string {
	const newest = own.findLast(row => row.rows_a_look !== null);
	const rows = newest ? count(newest.rows_a_look ?? 0) : words('value.none');
	const looks = Number(own.at(-1)?.good_looks ?? 0);
	return looks < least ? words('row-counts.end-few', { rows, looks }) : rows;
}
