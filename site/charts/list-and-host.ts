import { cellName } from '../cell.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { axisUsd, count, day, sheetUsd, computedUsd, type Num } from '../format.ts';
import { cut, spread } from '../label.ts';
import { mark } from '../marks.ts';
import { logAxis, timeAxis, utc, type Axis } from '../panel.ts';
import { scaleOf } from '../row-sheet.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

/** A stretch of days of the list price or of the hosts of one model; a list price has no hosts and no median. */
type Spell = Point & {
	series: 'list' | 'cheapest_host';
	model: string;
	title: string;
	country: string;
	cell: string;
	usd_per_mtok: Num;
	median_usd_per_mtok: Num | null;
	hosts: number | null;
	from_day: string;
	end_day: string;
	changed_after: string | null;
};
type Rows = { spells: Spell[] };
type Pair = { model: string; list: Spell[]; host: Spell[]; ratio: number };
const most = 9;
const recent = 60;

export const listAndHost = {
	id: 'list-and-host',
	marts: ['mart_list_price__cell_spell', 'mart_cheapest_host__cell_spell'],
	views: ['output', 'input'],
	query: {
		spells: `with list as (
    select 'list' as series, model, title, country, cell, usd_per_mtok, null as median_usd_per_mtok, null as hosts, from_day,
        least(coalesce(to_day, last_seen_on), last_seen_on) as end_day, changed_after
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and cell in ('input', 'output') and agreement <> 'disputed' and usd_per_mtok > 0
),
host as (
    select 'cheapest_host' as series, model, title, country, cell, min_usd_per_mtok as usd_per_mtok, median_usd_per_mtok, hosts, from_day,
        least(coalesce(to_day, last_seen_on), last_seen_on) as end_day, null as changed_after
    from mart_cheapest_host__cell_spell
    where cell in ('input', 'output') and hosts >= 2 and min_usd_per_mtok > 0
),
both_series as (from list where (model, cell) in (select (model, cell) from host) union all from host where (model, cell) in (select (model, cell) from list))
select series, model, coalesce(title, model) as title, coalesce(country, 'unknown') as country, cell, usd_per_mtok, median_usd_per_mtok, hosts,
    from_day, end_day, changed_after
from both_series
where end_day >= (select max(end_day) from both_series) - 364
order by model, cell, series desc, from_day`,
	},
	width: 1040,
	points: (rows, view) =>
		pairs(rows, view)
			.slice(0, most)
			.flatMap(pair => [...pair.list, ...pair.host]),
	columns: () => [
		{ key: 'title', label: 'column.model' },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{ key: 'usd_per_mtok', label: 'column.usd_per_mtok', numeric: true, show: point => sheetUsd(point.usd_per_mtok) },
		{
			key: 'median_usd_per_mtok',
			label: 'column.host_median',
			numeric: true,
			show: point => (point.median_usd_per_mtok === null ? '' : computedUsd(point.median_usd_per_mtok)),
		},
		{
			key: 'hosts',
			label: 'column.hosts',
			numeric: true,
			show: point => (point.hosts === null ? '' : count(point.hosts)),
		},
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'end_day', label: 'column.to_day' },
		{ key: 'changed_after', label: 'column.changed_after', show: point => point.changed_after ?? '' },
	],
	few: () => null,
	title({ rows, view, words }) {
		const all = pairs(rows, view);
		const below = all.filter(pair => pair.ratio < 0.995).length;
		return words('list-and-host.title', {
			below: count(below),
			all: count(all.length),
			cell: words(`meter.${view}` as Key),
		});
	},
	subtitle: ({ rows, points, view, words }) =>
		words('list-and-host.subtitle', {
			shown: count(new Set(points.map(point => point.model)).size),
			cell: words(`meter.${view}` as Key),
			all: count(pairs(rows, view).length),
			day: day(newestOf(points), words),
		}),
	note: ({ rows, view, words }) => {
		const models = new Set(rows.spells.filter(row => row.cell === view).map(row => row.model)).size;
		return words('list-and-host.note', { left: count(models - pairs(rows, view).length), recent });
	},
	summary: ({ rows, view, words }) =>
		pairs(rows, view)
			.slice(0, most)
			.map(pair => {
				const [list, host] = [pair.list.at(-1), pair.host.at(-1)];
				return words('list-and-host.part', {
					model: list?.title ?? pair.model,
					list: sheetUsd(list?.usd_per_mtok ?? 0),
					host: sheetUsd(host?.usd_per_mtok ?? 0),
					hosts: count(host?.hosts ?? 0),
				});
			})
			.join(' '),
	draw(document, { rows, points, view, words }, width) {
		const across = width < 500 ? 1 : 3;
		const own = pairs(rows, view).slice(0, most);
		const tall = 158;
		const root = sheet(document, width, Math.ceil(own.length / across) * tall);
		const newest = newestOf(points);
		const axes = {
			x: timeAxis(utc(shift(newest, -364)), utc(newest), 4, words),
			y: logAxis(points.map(point => Number(point.usd_per_mtok))),
		};
		own.forEach((pair, index) => {
			const place = { left: (index % across) * (width / across), top: Math.floor(index / across) * tall };
			small(document, root, pair, {
				...axes,
				...place,
				width: width / across - (across > 1 ? 16 : 0),
				height: tall - 14,
				words,
			});
		});
		return root;
	},
} satisfies Chart<Rows, Spell>;

const shift = (iso: string, days: number) =>
	new Date(utc(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const newestOf = (points: readonly Spell[]) =>
	points.reduce((last, point) => (point.end_day > last ? point.end_day : last), '');

/** Models with both series still seen, the widest apart first. */
function pairs({ spells }: Rows, view: string): Pair[] {
	// 0 is free and stays off a log axis.
	const own = spells.filter(row => row.cell === view && Number(row.usd_per_mtok) > 0);
	const newest = newestOf(own);
	const models = [...new Set(own.map(row => row.model))];
	return models
		.flatMap((model): Pair[] => {
			const of = (series: string) => own.filter(row => row.model === model && row.series === series);
			const [list, host] = [of('list'), of('cheapest_host')];
			const [now, cheapest] = [list.at(-1), host.at(-1)];
			if (!now || !cheapest || now.end_day < shift(newest, -recent) || cheapest.end_day < shift(newest, -recent))
				return [];
			return [{ model, list, host, ratio: Number(cheapest.usd_per_mtok) / Number(now.usd_per_mtok) }];
		})
		.sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)) || a.model.localeCompare(b.model, 'en'));
}

type Place = { left: number; top: number; width: number; height: number; x: Axis; y: Axis; words: Words };

/** One model: list heavy, cheapest host light with a hollow mark, the hosts' median dotted. */
function small(document: Document, root: SVGSVGElement, pair: Pair, place: Place): void {
	const { left, top, width, height, words } = place;
	const right = left + width - 96;
	const x = scaleOf(place.x, left + 44, right);
	const y = scaleOf(place.y, top + height - 26, top + 24);
	const add = (name: 'path' | 'text' | 'line', look: Record<string, string | number>, text?: string) =>
		root.append(element(document, name, look, text));
	const country = pair.list[0]?.country ?? 'unknown';
	const { stroke, text } = group(country);
	const title = cut(pair.list.at(-1)?.title ?? pair.model, width - 60);
	add('text', { x: left, y: top + 12, fill: text, 'font-weight': 600, 'data-label': '' }, title);
	for (const tick of place.y.ticks) {
		add('line', { x1: left + 44, x2: right, y1: y(tick), y2: y(tick), stroke: paint('rule') });
		const look = { x: left + 38, y: y(tick), dy: '0.35em', 'text-anchor': 'end', fill: paint('muted') };
		add('text', look, axisUsd(Number(tick)));
	}
	for (const tick of place.x.ticks)
		(place.x.format?.(tick) ?? '').split('\n').forEach((line, index) => {
			const at = { x: x(tick), y: top + height - 12 + index * 12, 'text-anchor': 'middle', fill: paint('muted') };
			add('text', at, line);
		});
	const first = Number(place.x.domain[0]);
	const steps = (spells: readonly Spell[], usd: (spell: Spell) => Num) =>
		spells
			.map((spell, index) => {
				const before = spells[index - 1];
				const [from, to] = [x(Math.max(Number(utc(spell.from_day)), first)), x(utc(spell.end_day))];
				const joins = before !== undefined && before.end_day >= shift(spell.from_day, -7);
				return `${joins ? `H${from}V${y(Number(usd(spell)))}` : `M${from},${y(Number(usd(spell)))}`}H${to}`;
			})
			.join('');
	const line = (d: string, look: Record<string, string | number>) => add('path', { d, fill: 'none', ...look });
	line(
		steps(pair.host, spell => spell.median_usd_per_mtok ?? spell.usd_per_mtok),
		{ stroke: paint('muted'), 'stroke-dasharray': '1 3' },
	);
	line(
		steps(pair.host, spell => spell.usd_per_mtok),
		{ stroke, 'stroke-width': 1 },
	);
	line(
		steps(pair.list, spell => spell.usd_per_mtok),
		{ stroke, 'stroke-width': 2.25 },
	);
	const ends = [pair.list.at(-1), pair.host.at(-1)].filter(spell => spell !== undefined);
	const wanted = ends.map(spell => y(Number(spell.usd_per_mtok)));
	const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const spreadOut = spread(
		order.map(index => wanted[index] ?? 0),
		14,
		top + 28,
		top + height - 24,
	);
	order.forEach((index, at) => {
		const spell = ends[index] as Spell;
		const isHost = spell.series === 'cheapest_host';
		root.append(mark(document, country, x(utc(spell.end_day)), wanted[index] ?? 0, { r: 3, hollow: isHost }));
		const label = words(isHost ? 'list-and-host.host' : 'list-and-host.list', { price: sheetUsd(spell.usd_per_mtok) });
		add('text', { x: right + 10, y: spreadOut[at] ?? 0, dy: '0.35em', fill: text, 'data-label': '' }, label);
	});
	for (const spell of [...pair.list, ...pair.host])
		stopAt(root, spell, x(Math.max(Number(utc(spell.from_day)), first)), y(Number(spell.usd_per_mtok)));
}
