import { cellName, channelName, sheetName } from '../cell.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { factorAxis } from '../factor-axis.ts';
import { change, count, type Num } from '../format.ts';
import { bar, shape } from '../marks.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

type Item = 'cells' | 'blend_3to1' | 'chat' | 'agent';
/** A headline against one measure of one list: all its cells from least to most, or what a mix of tokens costs. */
type Measure = Point & {
	headline_change: Num;
	is_announced: boolean;
	title: string;
	channel: string;
	currency: string;
	item: Item;
	cell: string;
	low_change: Num;
	high_change: Num;
	cells: Num | null;
	hits: Num | null;
};
type Rows = { measures: Measure[] };

export const headlineAudit = {
	id: 'headline-audit',
	of: 'event',
	marts: ['mart_headline_audit__event', 'mart_headline_audit__event_cell', 'mart_price_event__event'],
	views: ['measures'],
	query: {
		measures: `with named as (
    select $id as event_id
    union select unnest(string_split(event_ids, ' ')) from mart_price_event__event where event = $id
),
headline as (
    from mart_headline_audit__event
    where event_id in (from named) and headline_change is not null
    order by is_announced desc, headline_rank nulls last, event_id limit 1
),
announcement as (
    select told.event_id
    from mart_headline_audit__event as told, headline
    where told.event_id = headline.event_id or (told.is_announced and headline.is_announced and told.org = headline.org
        and told.stated_day = headline.stated_day and told.headline_change = headline.headline_change)
),
cells as (from mart_headline_audit__event_cell where event_id in (from announcement) and change is not null)
from (
    select headline_change, is_announced, coalesce(title, model) as title, channel, currency, 'cells' as item, 'all' as cell, arg_min(change, abs(change)) as low_change,
        arg_max(change, abs(change)) as high_change, count(*) as cells, count(*) filter (is_hit) as hits,
        max(first_seen_on) as changed_by
    from cells where item = 'cell'
    group by headline_change, is_announced, coalesce(title, model), channel, currency
    union all
    select headline_change, is_announced, coalesce(title, model), channel, currency, item, cell, change, change, null, null,
        first_seen_on
    from cells where item in ('blend_3to1', 'chat', 'agent')
)
order by currency desc, title, channel, if(item = 'cells', 0, 1), cell`,
	},
	width: 720,
	points: ({ measures }) => measures,
	columns: () => [
		{ key: 'title', label: 'column.model' },
		{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
		{ key: 'currency', label: 'column.currency' },
		{ key: 'item', label: 'column.measure', show: (point, words) => itemText(point, words) },
		{
			key: 'headline_change',
			label: 'column.headline_change',
			numeric: true,
			show: point => change(point.headline_change, 1),
		},
		{ key: 'low_change', label: 'column.smallest_change', numeric: true, show: point => change(point.low_change, 1) },
		{ key: 'high_change', label: 'column.largest_change', numeric: true, show: point => change(point.high_change, 1) },
		{
			key: 'cells',
			label: 'column.cells',
			numeric: true,
			show: point => (point.cells === null ? '' : count(point.cells)),
		},
		{ key: 'hits', label: 'column.hits', numeric: true, show: point => (point.hits === null ? '' : count(point.hits)) },
	],
	few: ({ points, words }) => (sums(points).cells < 2 ? words('headline-audit.few') : null),
	title({ points, words }) {
		const first = points[0];
		const { cells, hits, currency } = sums(points);
		return words(first?.is_announced ? 'headline-audit.title' : 'headline-audit.title-stated', {
			headline: change(first?.headline_change ?? 0),
			hits: count(hits),
			cells: count(cells),
			money: words(currency === 'USD' ? 'money.USD' : 'money.CNY'),
		});
	},
	subtitle: ({ words }) => words('headline-audit.subtitle'),
	note: ({ words }) => words('headline-audit.note'),
	summary: ({ points, words }) => points.map(point => summaryOf(point, words)).join(' '),
	draw(document, { points, words }, width, few) {
		const headline = 1 + Number(points[0]?.headline_change ?? 0);
		const factors = points.flatMap(point => [1 + Number(point.low_change), 1 + Number(point.high_change)]);
		const heads = new Set<string>();
		const lines = points.flatMap((point): Line<Measure>[] => {
			const head = words('event-cells.head', {
				model: point.title,
				sheet: sheetName(point.channel, point.currency, words),
			});
			const row = { label: itemText(point, words), end: endText(point, words), item: point };
			const isNew = !heads.has(head);
			heads.add(head);
			return isNew ? [{ label: head }, row] : [row];
		});
		const axis = factorAxis([...factors, headline].filter(factor => factor > 0));
		const sheet = rowSheet(document, {
			width,
			lines,
			axis,
			rule: headline,
			at: point => Math.max(1 + Number(point.high_change), 1e-3),
		});
		for (const { item, y } of sheet.lines)
			if (!few || item.item === 'cells') sheet.root.append(...marks(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Measure>;

/** Cells and hits on the dollar lists of the announcement, on the yuan lists where there is no other. */
function sums(points: readonly Measure[]): { cells: number; hits: number; currency: string } {
	const currency = points.some(point => point.currency === 'USD') ? 'USD' : (points[0]?.currency ?? 'USD');
	const own = points.filter(point => point.item === 'cells' && point.currency === currency);
	const sum = (key: 'cells' | 'hits') => own.reduce((all, point) => all + Number(point[key] ?? 0), 0);
	return { cells: sum('cells'), hits: sum('hits'), currency };
}

function itemText(point: Measure, words: Words): string {
	if (point.item === 'cells') return words('audit.cells');
	const band = point.cell.split('.').slice(1).join('.');
	return band
		? words('audit.banded', { item: words(`audit.${point.item}`), band: cellName(band, words) })
		: words(`audit.${point.item}`);
}

function endText(point: Measure, words: Words): string {
	const [low, high] = [change(point.low_change, 1), change(point.high_change, 1)];
	if (point.item !== 'cells') return low;
	const range = low === high ? low : words('value.from-to', { before: low, after: high });
	return words('headline-audit.end', { range, hits: count(point.hits ?? 0), cells: count(point.cells ?? 0) });
}

const summaryOf = (point: Measure, words: Words): string =>
	words('headline-audit.part', {
		model: point.title,
		sheet: sheetName(point.channel, point.currency, words),
		item: itemText(point, words),
		end: endText(point, words),
	});

/** All cells as a bar from the least to the most changed; a mix as one mark. The headline is the dotted rule. */
function marks(document: Document, point: Measure, x: (value: number) => number, y: number): SVGElement[] {
	const ends = [point.low_change, point.high_change].map(part => Math.max(1 + Number(part), 1e-3));
	const [low, high] = [x(ends[0] ?? 1), x(ends[1] ?? 1)];
	if (point.item !== 'cells')
		return [shape(document, 'circle', low, y, { stroke: paint('ink'), hollow: point.currency !== 'USD' })];
	return [
		bar(document, low, high, y, { stroke: paint('muted'), width: 6, opacity: 0.5 }),
		shape(document, 'square', low, y, { stroke: paint('muted'), r: 3, hollow: point.currency !== 'USD' }),
		shape(document, 'square', high, y, { stroke: paint('muted'), r: 3, hollow: point.currency !== 'USD' }),
	];
}
