import { cellName } from '../cell.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { change, count, day, sheetUsd, type Num } from '../format.ts';
import { labColumn, labZh } from '../lab-name.ts';
import { bar, box, mark } from '../marks.ts';
import { logAxis, utc } from '../panel.ts';
import { productLine } from '../product-line.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { group, paint } from '../style/colours.ts';
import type { Key, Words } from '../words.ts';

type Read = {
	/** The name but for its version: models of one name follow each other. */
	family: string;
	model: string;
	title: string;
	lab: string;
	country: string;
	cell: string;
	released_on: string;
	launch_usd: Num;
	now_usd: Num | null;
	last_seen_on: string;
};
/** One model of a family: its list price at launch and now, and the launch price of the model before it. */
type Launch = Point & Read & { before_usd: Num | null; before_title: string | null };
type Rows = { models: Read[] };
const cells: Record<string, string> = { output: 'output', input: 'input', 'cache-read': 'cache_read' };
const [most, youngest] = [24, 30];

export const launchToNow = {
	id: 'launch-to-now',
	marts: ['mart_list_price__cell_spell', 'mart_model__model', 'mart_price_cut__model_meter_day'],
	views: ['output', 'input', 'cache-read'],
	query: {
		models: `with prices as (
    select model, any_value(coalesce(title, model)) as title, any_value(lab) as lab, any_value(coalesce(country, 'unknown')) as country, cell,
        min(from_day) as first_seen_on, max(last_seen_on) as last_seen_on, arg_min(usd_per_mtok, from_day) as launch_usd,
        arg_max(usd_per_mtok, from_day) as now_usd
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and cell in ('output', 'input', 'cache_read') and usd_per_mtok > 0
        and agreement <> 'disputed'
    group by model, cell
),
moved as (
    select distinct model, cell from mart_price_cut__model_meter_day
    where kind in ('cut', 'rise') and channel = 'lab-direct' and currency = 'USD'
)
select ${productLine('prices.model')} as family, prices.model, prices.title, prices.lab, ${labZh('prices.lab')}, prices.country, prices.cell, released_on, launch_usd, now_usd,
    prices.last_seen_on
from prices
join mart_model__model as model on model.model = prices.model
left join moved on moved.model = prices.model and moved.cell = prices.cell
where try_cast(released_on as date) is not null and length(released_on) = 10
    and first_seen_on <= released_on::date + 30 and prices.last_seen_on >= (select max(last_seen_on) from prices) - 60
    and (launch_usd = now_usd or moved.model is not null)
order by prices.cell, family, released_on, prices.model`,
	},
	width: 1040,
	points: (rows, view) => newestFirst(told(rows, view)).slice(0, most),
	columns: () => [
		{ key: 'title', label: 'column.model' },
		labColumn,
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{ key: 'released_on', label: 'column.released' },
		{ key: 'launch_usd', label: 'column.launch_price', numeric: true, show: point => sheetUsd(point.launch_usd) },
		{
			key: 'now_usd',
			label: 'column.price_now',
			numeric: true,
			show: (point, words) => (point.now_usd === null ? words('launch-to-now.young') : sheetUsd(point.now_usd)),
		},
		{
			key: 'before_usd',
			label: 'column.launch_before',
			numeric: true,
			show: point => (point.before_usd === null ? '' : sheetUsd(point.before_usd)),
		},
		{ key: 'before_title', label: 'column.model_before', show: point => point.before_title ?? '' },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: () => null,
	title({ rows, view, words }) {
		const all = told(rows, view);
		return words('launch-to-now.title', {
			cell: words(`cell.${cells[view] ?? view}` as Key),
			cut: count(all.filter(isCut).length),
			cheaper: count(all.filter(isCheaper).length),
			dearer: count(all.filter(isDearer).length),
		});
	},
	subtitle: ({ points, view, words }) =>
		words('launch-to-now.subtitle', {
			cell: words(`meter.${cells[view] ?? view}` as Key),
			shown: count(points.length),
			day: day(
				points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), ''),
				words,
			),
		}),
	note: ({ rows, view, words }) => {
		const all = told(rows, view);
		return words('launch-to-now.note', {
			models: count(rows.models.filter(row => row.cell === cells[view]).length),
			raised: count(all.filter(row => row.now_usd !== null && Number(row.now_usd) > Number(row.launch_usd)).length),
			youngest,
		});
	},
	summary: ({ points, words }) =>
		points.map(point => words('launch-to-now.part', { model: point.title, end: endText(point, words) })).join(' '),
	draw(document, { points, words }, width) {
		const lines: Line<Launch>[] = points.map(point => ({
			label:
				width < 500
					? point.title
					: words('launch-to-now.row', { model: point.title, day: day(point.released_on, words) }),
			end: endText(point, words),
			colour: group(point.country).text,
			item: point,
		}));
		const priced = points.flatMap(point =>
			[point.launch_usd, point.now_usd, point.before_usd].flatMap(usd => (usd === null ? [] : [Number(usd)])),
		);
		const at = (point: Launch) => Number(point.now_usd ?? point.launch_usd);
		const drawn = rowSheet(document, { width, lines, axis: logAxis(priced), labelShare: 0.34, at });
		for (const { item, y } of drawn.lines) drawn.root.append(...marks(document, item, drawn.x, y));
		return drawn.root;
	},
} satisfies Chart<Rows, Launch>;

const isCut = (row: Launch) => row.now_usd !== null && Number(row.now_usd) < Number(row.launch_usd) * 0.995;
const isCheaper = (row: Launch) => row.before_usd !== null && Number(row.launch_usd) < Number(row.before_usd) * 0.995;
const isDearer = (row: Launch) => row.before_usd !== null && Number(row.launch_usd) > Number(row.before_usd) * 1.005;
const newestFirst = (rows: readonly Launch[]) =>
	[...rows].sort((a, b) =>
		a.released_on < b.released_on ? 1 : a.released_on > b.released_on ? -1 : a.model.localeCompare(b.model, 'en'),
	);

/** Models that tell something: their price moved since launch, or they were launched at another price than the one before. */
function told({ models }: Rows, view: string): Launch[] {
	const own = models.filter(row => row.cell === cells[view] && Number(row.launch_usd) > 0 && Number(row.now_usd) > 0);
	const newest = own.reduce((last, row) => (row.last_seen_on > last ? row.last_seen_on : last), '');
	return own
		.map((row, index): Launch => {
			const before = own[index - 1]?.family === row.family ? own[index - 1] : undefined;
			const isYoung = utc(newest).getTime() - utc(row.released_on).getTime() < youngest * 86_400_000;
			return {
				...row,
				now_usd: isYoung ? null : row.now_usd,
				before_usd: before?.launch_usd ?? null,
				before_title: before?.title ?? null,
			};
		})
		.filter(
			row =>
				(row.now_usd !== null && Number(row.now_usd) !== Number(row.launch_usd)) ||
				(row.before_usd !== null && Number(row.before_usd) !== Number(row.launch_usd)),
		);
}

function endText(point: Launch, words: Words): string {
	const launch = sheetUsd(point.launch_usd);
	const isMoved = point.now_usd !== null && Number(point.now_usd) !== Number(point.launch_usd);
	if (isMoved && point.now_usd !== null) {
		const prices = words('value.from-to', { before: launch, after: sheetUsd(point.now_usd) });
		return words('value.move', { prices, change: change(Number(point.now_usd) / Number(point.launch_usd) - 1, 1) });
	}
	return point.before_usd === null
		? launch
		: words('launch-to-now.after', { launch, before: sheetUsd(point.before_usd) });
}

/** Launch hollow, now filled; the launch price of the model before it as a grey tick. */
function marks(document: Document, point: Launch, x: (value: number) => number, y: number): SVGElement[] {
	const { stroke } = group(point.country);
	const launch = x(Number(point.launch_usd));
	const nodes: SVGElement[] = [];
	if (point.before_usd !== null) {
		const before = x(Number(point.before_usd));
		nodes.push(bar(document, before, launch, y, { stroke: paint('rest'), width: 1, dash: '2 3' }));
		nodes.push(box(document, [before - 1, before + 1], [y - 6, y + 6], { fill: paint('rest') }));
	}
	const isMoved = point.now_usd !== null && Number(point.now_usd) !== Number(point.launch_usd);
	if (isMoved) nodes.push(bar(document, launch, x(Number(point.now_usd)), y, { stroke }));
	nodes.push(mark(document, point.country, launch, y, { hollow: true, r: 3.5 }));
	if (isMoved) nodes.push(mark(document, point.country, x(Number(point.now_usd)), y));
	return nodes;
}
