import { cellName, channelName, sheetName } from '../cell.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { moveText } from '../cuts.ts';
import { change, count, native, type Num } from '../format.ts';
import { bar, mark, shape } from '../marks.ts';
import { logAxis } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { group, paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

/** One cell of a list before and after an event, moved or not; null = not on the list. */
type Cell = Point & {
	title: string;
	country: string;
	channel: string;
	currency: string;
	cell: string;
	native_before: Num | null;
	native_after: Num | null;
	usd_before: Num | null;
	usd_after: Num | null;
	change: Num | null;
	is_moved: boolean;
	changed_after: string | null;
	changed_by: string | null;
	sources: Num | null;
	source: string | null;
	snapshot_before: string | null;
	snapshot_after: string | null;
};
type Rows = { cells: Cell[] };

export const eventCells = {
	id: 'event-cells',
	of: 'event',
	marts: ['mart_price_event__cell', 'mart_headline_audit__event_cell', 'mart_price_cut__model_meter_day'],
	views: ['cells'],
	query: {
		cells: `with lists as (
    select $id as price_event_id
    union select price_event_id from mart_headline_audit__event_cell where event_id = $id
),
looks as (
    select event_id || '-' || channel || '-' || lower(currency) as price_event_id, cell,
        first(changed_after order by changed_by, source) as changed_after, first(changed_by order by changed_by, source) as changed_by,
        first(source order by changed_by, source) as source, count(distinct source) as sources,
        first(snapshot_before order by changed_by, source) as snapshot_before,
        first(snapshot_after order by changed_by, source) as snapshot_after
    from mart_price_cut__model_meter_day
    where channel in ('lab-direct', 'lab-cn')
    group by all
)
select coalesce(title, model) as title, coalesce(country, 'unknown') as country, channel, currency, cell, native_before, native_after,
    usd_before, usd_after, change, is_moved, changed_after, changed_by, sources, source, snapshot_before, snapshot_after
from mart_price_event__cell
left join looks using (price_event_id, cell)
where item = 'cell' and price_event_id in (from lists)
order by model, currency desc, channel, min_input_tokens, cell`,
	},
	width: 720,
	points: ({ cells }) => cells,
	columns: () => [
		{ key: 'title', label: 'column.model' },
		{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
		{ key: 'currency', label: 'column.currency' },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{
			key: 'native_before',
			label: 'column.price_before',
			numeric: true,
			show: (point, words) => money(point.native_before, point, words),
		},
		{
			key: 'native_after',
			label: 'column.price_after',
			numeric: true,
			show: (point, words) => money(point.native_after, point, words),
		},
		{
			key: 'change',
			label: 'column.change',
			numeric: true,
			show: (point, words) => (point.change === null ? words('value.not_stated') : change(point.change, 1)),
		},
		{
			key: 'changed_after',
			label: 'column.changed_after',
			show: (point, words) => dayText(point, 'changed_after', words),
		},
		{ key: 'changed_by', label: 'column.changed_by', show: (point, words) => dayText(point, 'changed_by', words) },
		{
			key: 'sources',
			label: 'column.evidence',
			numeric: true,
			show: point => (point.sources === null ? '' : count(point.sources)),
		},
		{ key: 'source', label: 'column.source', show: point => point.source ?? '' },
		{
			key: 'snapshot_before',
			label: 'column.snapshot_before',
			show: point => point.snapshot_before?.slice(0, 12) ?? '',
		},
		{ key: 'snapshot_after', label: 'column.snapshot_after', show: point => point.snapshot_after?.slice(0, 12) ?? '' },
	],
	few: () => null,
	title({ points, words }) {
		const moved = points.filter(point => point.is_moved);
		const [low, high] = ends(moved);
		if (low === undefined || high === undefined)
			return words('event-cells.title-none', { cells: count(points.length) });
		const args = {
			moved: count(moved.length),
			cells: count(points.length),
			low: change(low, 1),
			high: change(high, 1),
		};
		return words(args.low === args.high ? 'event-cells.title-one' : 'event-cells.title', args);
	},
	subtitle: ({ points, words }) =>
		words(points.some(point => point.currency !== 'USD') ? 'event-cells.subtitle-converted' : 'event-cells.subtitle'),
	note: ({ words }) => words('event-cells.note'),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('event-cells.part', {
					model: point.title,
					sheet: sheetName(point.channel, point.currency, words),
					cell: cellName(point.cell, words),
					move: moveText(point, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const priced = points.flatMap(point => [point.usd_before, point.usd_after].map(Number)).filter(usd => usd > 0);
		const heads = new Set<string>();
		const lines = points.flatMap((point): Line<Cell>[] => {
			const head = words('event-cells.head', {
				model: point.title,
				sheet: sheetName(point.channel, point.currency, words),
			});
			const row = {
				label: cellName(point.cell, words),
				end: point.is_moved
					? moveText(point, words)
					: words('event-cells.unmoved', { price: money(point.native_after, point, words) }),
				item: point,
			};
			const isNew = !heads.has(head);
			heads.add(head);
			return isNew ? [{ label: head }, row] : [row];
		});
		const sheet = rowSheet(document, {
			width,
			lines,
			axis: logAxis(priced.length ? priced : [1]),
			at: point => Number(point.usd_after) || Number(point.usd_before) || Number.NaN,
		});
		for (const { item, y } of sheet.lines) sheet.root.append(...marks(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Cell>;

const money = (amount: Num | null, point: Cell, words: Words) =>
	amount === null
		? words('value.not_listed')
		: Number(amount) === 0
			? words('value.free')
			: native(amount, point.currency);

const dayText = (point: Cell, key: 'changed_after' | 'changed_by', words: Words) =>
	point[key] ?? (point.is_moved ? words('value.first_look') : '');

function ends(moved: readonly Cell[]): number[] {
	const changes = moved.flatMap(point => (point.change === null ? [] : [Number(point.change)]));
	const by = changes.sort((a, b) => Math.abs(a) - Math.abs(b));
	return by.length ? [by[0] ?? 0, by.at(-1) ?? 0] : [];
}

/** Before and after; an unmoved cell is one grey mark, converted dollars are hollow. */
function marks(document: Document, point: Cell, x: (value: number) => number, y: number): SVGElement[] {
	const [before, after] = [Number(point.usd_before), Number(point.usd_after)];
	const { stroke } = group(point.country);
	const nodes: SVGElement[] = [];
	if (point.is_moved && before > 0 && after > 0) nodes.push(bar(document, x(before), x(after), y, { stroke }));
	if (before > 0) nodes.push(shape(document, 'square', x(before), y, { stroke: paint('rest'), r: 2.5 }));
	if (after > 0 && point.is_moved)
		nodes.push(mark(document, point.country, x(after), y, { hollow: point.currency !== 'USD' }));
	return nodes;
}
