import { agreementText } from '../certainty.ts';
import { cellName } from '../cell.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Scene } from '../chart.ts';
import { change, count, day, native, sheetUsd } from '../format.ts';
import { labColumn, labZh } from '../lab-name.ts';
import { cut } from '../label.ts';
import { endLabels, labelRoom, logAxis, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { endOf, stepMarks, type Spell } from '../price-steps.ts';
import { sentences } from '../sentence.ts';
import { place, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Move = { model: string; title: string; cell: string; change: number; day: string; is_provisional: boolean };
type Rows = { list: Spell[]; host: Spell[]; moves: Move[] };
type Seen = Pick<Scene<Rows, Spell>, 'rows' | 'points' | 'view'>;
const cells: Record<string, { cell: string; series: 'list' | 'cheapest_host' }> = {
	output: { cell: 'output', series: 'list' },
	input: { cell: 'input', series: 'list' },
	'cache-read': { cell: 'cache_read', series: 'list' },
	'host-output': { cell: 'output', series: 'cheapest_host' },
	'host-input': { cell: 'input', series: 'cheapest_host' },
};
const pinned = 7;

export const priceHistory = {
	id: 'price-history',
	marts: ['mart_list_price__cell_spell', 'mart_cheapest_host__cell_spell', 'mart_price_cut__model_meter_day'],
	views: ['output', 'input', 'cache-read', 'host-output', 'host-input'],
	query: {
		list: `select 'list' as series, model, title, lab, ${labZh('mart_list_price__cell_spell.lab')}, country, provider, cell, currency, native_per_mtok, usd_per_mtok,
    low_usd_per_mtok, high_usd_per_mtok, agreement, from_day, to_day, changed_after, last_seen_on, snapshot
from mart_list_price__cell_spell
where cell in ('input', 'output', 'cache_read') and channel = 'lab-direct' and currency = 'USD'
order by model, cell, from_day`,
		host: `select 'cheapest_host' as series, model, title, lab, ${labZh('mart_cheapest_host__cell_spell.lab')}, country, host as provider, cell, 'USD' as currency,
    null as native_per_mtok, min_usd_per_mtok as usd_per_mtok, null as low_usd_per_mtok, null as high_usd_per_mtok,
    null as agreement, from_day, to_day, null as changed_after, last_seen_on
from mart_cheapest_host__cell_spell
where cell in ('input', 'output') and hosts >= 2
order by model, cell, from_day`,
		moves: `select model, coalesce(title, model) as title, cell, change::double as change, changed_by as day, is_provisional
from mart_price_cut__model_meter_day
where kind in ('cut', 'rise') and channel = 'lab-direct' and currency = 'USD' and model is not null
    and cell in ('input', 'output', 'cache_read')
qualify row_number() over (partition by model, cell, event_id order by changed_by, source) = 1
order by changed_by, model, cell`,
	},
	width: 1040,
	// What is drawn: spells that touch the newest 52 weeks.
	points(rows, view) {
		const wanted = cells[view];
		const all = wanted?.series === 'cheapest_host' ? rows.host : rows.list;
		const own = all.filter(row => row.cell === wanted?.cell);
		const newest = own.reduce((last, row) => (row.last_seen_on > last ? row.last_seen_on : last), '');
		if (newest === '') return [];
		const first = yearBefore(newest);
		return own.filter(row => endOf(row) >= first);
	},
	columns: () => [
		{ key: 'model', label: 'column.model', show: point => point.title || point.model },
		labColumn,
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'provider', label: 'column.provider' },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{ key: 'currency', label: 'column.currency' },
		{
			key: 'native_per_mtok',
			label: 'column.native',
			numeric: true,
			show: (point, words) =>
				point.native_per_mtok === null
					? words('value.not_stated')
					: native(point.native_per_mtok, point.currency ?? ''),
		},
		{
			key: 'usd_per_mtok',
			label: 'column.usd_per_mtok',
			numeric: true,
			show: (point, words) =>
				point.usd_per_mtok === null
					? words('value.not_stated')
					: Number(point.usd_per_mtok) === 0
						? words('value.free')
						: sheetUsd(point.usd_per_mtok),
		},
		{
			key: 'low_usd_per_mtok',
			label: 'column.low',
			numeric: true,
			show: (point, words) =>
				point.low_usd_per_mtok === null ? words('value.not_stated') : sheetUsd(point.low_usd_per_mtok),
		},
		{
			key: 'high_usd_per_mtok',
			label: 'column.high',
			numeric: true,
			show: (point, words) =>
				point.high_usd_per_mtok === null ? words('value.not_stated') : sheetUsd(point.high_usd_per_mtok),
		},
		{
			key: 'agreement',
			label: 'column.agreement',
			show: (point, words) => agreementText(point.agreement, words),
		},
		{
			key: 'changed_after',
			label: 'column.changed_after',
			show: (point, words) => point.changed_after ?? words('value.first_look'),
		},
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'to_day', label: 'column.to_day', show: (point, words) => point.to_day ?? words('value.to_now') },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) =>
		points.every(point => point.from_day === point.last_seen_on)
			? words('price-history.few', { cells: points.length })
			: null,
	title({ rows, points, view, words }) {
		const moves = movesOf({ rows, points, view }).filter(move => !move.is_provisional);
		const cuts = moves.filter(move => move.change < 0).length;
		return words(cells[view]?.series === 'cheapest_host' ? 'price-history.title-host' : 'price-history.title', {
			series: words(`series.${cells[view]?.series ?? 'list'}`),
			cuts: count(cuts),
			rises: count(moves.length - cuts),
			cell: cellText(view, words),
		});
	},
	subtitle({ rows, points, view, words }) {
		const models = new Set(points.map(point => point.model)).size;
		return words('price-history.subtitle', {
			series: words(`series.${cells[view]?.series ?? 'list'}`),
			cell: cellText(view, words),
			day: day(newestOf(points), words),
			models: count(models),
			pinned: Math.min(pinned, chosen({ rows, points, view }).length),
		});
	},
	note: ({ rows, points, view, words }) =>
		words('price-history.note', {
			provisional: count(movesOf({ rows, points, view }).filter(move => move.is_provisional).length),
		}),
	summary({ rows, points, view, words }) {
		const moves = movesOf({ rows, points, view })
			.filter(move => !move.is_provisional)
			.sort((a, b) => a.change - b.change);
		const [cut, rise] = [moves[0], moves.at(-1)];
		return sentences(
			[
				words('price-history.summary', {
					cells: count(new Set(points.map(point => point.model)).size),
					cell: cellText(view, words),
					from: day(yearBefore(newestOf(points)), words),
					to: day(newestOf(points), words),
				}),
				cut && cut.change < 0
					? words('price-history.largest-cut', {
							title: cut.title,
							cell: cellText(view, words),
							change: change(cut.change, 1),
							day: day(cut.day, words),
						})
					: '',
				rise && rise.change > 0
					? words('price-history.largest-rise', {
							title: rise.title,
							cell: cellText(view, words),
							change: change(rise.change, 1),
							day: day(rise.day, words),
						})
					: '',
			],
			words,
		);
	},
	draw(document, { rows, points, view, words }, width, few) {
		const height = width < 500 ? 380 : 480;
		const root = sheet(document, width, height);
		const newest = newestOf(points);
		const x = timeAxis(utc(yearBefore(newest)), utc(newest), width < 500 ? 4 : 6, words);
		const priced = points.filter(point => point.usd_per_mtok !== null && Number(point.usd_per_mtok) > 0);
		const picked = chosen({ rows, points, view });
		const steps = seriesOf(priced);
		const labels: EndLabel[] = picked.flatMap(model => {
			const last = steps.get(model)?.at(-1);
			const isNarrow = width < 500;
			const seen =
				last && !isNarrow && last.last_seen_on < weekBefore(newest)
					? words('label.seen', { day: day(last.last_seen_on, words) })
					: '';
			return last
				? [
						{
							id: model,
							text: `${cut(last.title || model, isNarrow ? 66 : 150)} ${sheetUsd(last.usd_per_mtok ?? 0)}${seen}`,
							colour: group(last.country).text,
							at: utc(endOf(last)),
							value: Number(last.usd_per_mtok),
						},
					]
				: [];
		});
		const right = labelRoom(labels, width < 500 ? 134 : 300);
		const margin = { top: 16, right, bottom: 40, left: 52 };
		const drawn = panel(document, {
			width,
			height,
			margin,
			x,
			y: logAxis(priced.flatMap(point => [Number(point.usd_per_mtok)])),
			marks: few
				? [
						Plot.dot(priced, {
							x: point => utc(point.from_day),
							y: point => Number(point.usd_per_mtok),
							stroke: paint('rest'),
						}),
					]
				: [
						...[...steps]
							.sort(([a], [b]) => Number(picked.includes(a)) - Number(picked.includes(b)))
							.flatMap(([model, line]) => stepMarks(line, picked.includes(model), yearBefore(newest))),
					],
		});
		endLabels(document, drawn, labels, { top: 20, bottom: height - 48, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Spell>;

const cellText = (view: string, words: Words) => words(`meter.${cells[view]?.cell ?? view}` as Key);
const newestOf = (points: readonly Spell[]) =>
	points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), '');
const shift = (iso: string, days: number) =>
	new Date(utc(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);
const yearBefore = (iso: string) => shift(iso, -364);
const weekBefore = (iso: string) => shift(iso, -7);
function seriesOf(points: readonly Spell[]): Map<string, Spell[]> {
	const lines = new Map<string, Spell[]>();
	for (const point of points) lines.set(point.model, [...(lines.get(point.model) ?? []), point]);
	return lines;
}

/**
 * Changes of the view's cell inside the drawn span. List prices: the changes of the labs' own sheets, each once. Hosts:
 * spell by spell, of priced amounts; another host may have become the cheapest.
 */
function movesOf({ rows, points, view }: Seen): Move[] {
	const first = yearBefore(newestOf(points));
	const wanted = cells[view];
	if (wanted?.series === 'list') return rows.moves.filter(move => move.cell === wanted.cell && move.day >= first);
	return [...seriesOf(points)].flatMap(([model, line]) =>
		line.flatMap((spell, index) => {
			const before = line[index - 1];
			if (!before || spell.from_day < first || !Number(before.usd_per_mtok) || !Number(spell.usd_per_mtok)) return [];
			const change = Number(spell.usd_per_mtok) / Number(before.usd_per_mtok) - 1;
			return change === 0
				? []
				: [
						{
							model,
							title: spell.title || model,
							cell: spell.cell,
							change,
							day: spell.from_day,
							is_provisional: false,
						},
					];
		}),
	);
}

/** The series in colour: those drawn whose cell changed most in the span, as a second source confirms, then by name. */
function chosen(seen: Seen): string[] {
	const drawn = new Set(seen.points.map(point => point.model));
	const size = new Map<string, number>();
	for (const { model, change, is_provisional } of movesOf(seen)) {
		if (!is_provisional && drawn.has(model))
			size.set(model, Math.max(size.get(model) ?? 0, Math.abs(Math.log(1 + change))));
	}
	return [...size]
		.sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'en'))
		.slice(0, pinned)
		.map(([model]) => model);
}
