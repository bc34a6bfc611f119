import { agreementText } from '../certainty.ts';
import { cellName, channelName, sheetName } from '../cell.ts';
import type { Chart, Document } from '../chart.ts';
import { frame } from '../frame.ts';
import { computedUsd, day, native, sheetUsd, type Num } from '../format.ts';
import { drawLine, lineLabels, priceAxis, seriesOf, type Line } from '../price-lines.ts';
import { labelRoom, timeAxis, utc } from '../panel.ts';
import { endOf, type Spell } from '../price-steps.ts';
import { element, place, sheet } from '../svg.ts';
import { paint } from '../style/colours.ts';
import type { Key, Words } from '../words.ts';

type Priced = Spell & { channel: string | null; hosts: Num | null; host: string | null };
type Rows = { list: Priced[]; host: Priced[] };

/** One panel each: the cells that nearly every sheet has; the rate card lists all. */
const panels = ['output', 'input', 'cache_read'] as const;

export const modelPrice = {
	id: 'model-price',
	of: 'model',
	marts: ['mart_list_price__cell_spell', 'mart_cheapest_host__cell_spell'],
	views: ['all'],
	query: {
		list: `select 'list' as series, model, title, lab, country, channel, provider, cell, currency, native_per_mtok, usd_per_mtok,
    low_usd_per_mtok, high_usd_per_mtok, agreement, from_day, to_day, changed_after, last_seen_on, null as hosts, null as host, snapshot
from mart_list_price__cell_spell
where model = $id and cell in ('input', 'output', 'cache_read')
order by model, cell, channel, currency, from_day`,
		host: `select 'cheapest_host' as series, model, title, lab, country, 'host' as channel, null as provider, cell, 'USD' as currency,
    min_usd_per_mtok as native_per_mtok, min_usd_per_mtok as usd_per_mtok, null as low_usd_per_mtok, null as high_usd_per_mtok,
    null as agreement, from_day, to_day, null as changed_after, last_seen_on, hosts, host, snapshot
from mart_cheapest_host__cell_spell
where model = $id and cell in ('input', 'output', 'cache_read')
order by model, cell, from_day`,
	},
	width: 340,
	points: rows =>
		panels.flatMap(cell => [...rows.list, ...rows.host].filter(row => row.cell === cell && row.usd_per_mtok !== null)),
	columns: () => [
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'to_day', label: 'column.to_day', show: (point, words) => point.to_day ?? words('value.to_now') },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
		{ key: 'native_per_mtok', label: 'column.native', numeric: true, show: nativeText },
		{ key: 'currency', label: 'column.currency' },
		{
			key: 'usd_per_mtok',
			label: 'column.usd_per_mtok',
			numeric: true,
			show: (point, words) => priceText(point, words),
		},
		{
			key: 'low_usd_per_mtok',
			label: 'column.low',
			numeric: true,
			show: (point, words) => usd(point.low_usd_per_mtok, words),
		},
		{
			key: 'high_usd_per_mtok',
			label: 'column.high',
			numeric: true,
			show: (point, words) => usd(point.high_usd_per_mtok, words),
		},
		{ key: 'agreement', label: 'column.agreement', show: (point, words) => agreementText(point.agreement, words) },
		{
			key: 'hosts',
			label: 'column.hosts',
			numeric: true,
			show: point => (point.hosts === null ? '' : String(point.hosts)),
		},
		{
			key: 'changed_after',
			label: 'column.changed_after',
			show: (point, words) => point.changed_after ?? words('value.not_stated'),
		},
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) =>
		points.every(point => point.from_day === endOf(point))
			? words('model-price.few', { cells: new Set(points.map(point => `${point.series}${point.cell}`)).size })
			: null,
	title({ points, words }) {
		const cell = panels.find(one => points.some(point => point.cell === one)) ?? 'output';
		const own = points.filter(point => point.cell === cell);
		const list =
			newest(own.filter(point => point.series === 'list' && point.currency === 'USD')) ??
			newest(own.filter(point => point.series === 'list'));
		const host = newest(own.filter(point => point.series === 'cheapest_host'));
		const meter = words(`cell.${cell}`);
		if (list && list.to_day !== null)
			return words('model-price.title-ended', { meter, price: priceText(list, words), day: day(endOf(list), words) });
		if (list && host && host.to_day === null)
			return words('model-price.title', { meter, list: priceText(list, words), host: priceText(host, words) });
		if (list) return words('model-price.title-list', { meter, list: priceText(list, words) });
		if (host?.to_day === null) return words('model-price.title-host', { meter, host: priceText(host, words) });
		return words('model-price.title-host-ended', {
			meter,
			host: host ? priceText(host, words) : '',
			day: day(host ? endOf(host) : '', words),
		});
	},
	subtitle: ({ points, words }) =>
		words('model-price.subtitle', { day: day(points.map(endOf).sort().at(-1) ?? '', words) }),
	note: ({ words }) => words('model-price.note'),
	summary: ({ points, words }) =>
		seriesOf(points)
			.map(({ line }) => {
				const [first, last] = [line[0] as Spell, line.at(-1) as Spell];
				return words('model-price.summary', {
					series: nameOf(last, words),
					cell: cellName(last.cell, words),
					steps: line.filter(
						(spell, index) => index > 0 && Number(spell.usd_per_mtok) !== Number(line[index - 1]?.usd_per_mtok),
					).length,
					first: priceText(first, words),
					firstDay: day(first.from_day, words),
					last: priceText(last, words),
					lastDay: day(endOf(last), words),
				});
			})
			.join(' '),
	draw(document, { points, words }, width, few) {
		const shown = panels.filter(cell => points.some(point => point.cell === cell));
		const heights = shown.map((_, index) => (index === shown.length - 1 ? 164 : 132));
		const root = sheet(
			document,
			width,
			heights.reduce((sum, one) => sum + one, 0),
		);
		const x = span(points, words);
		const right = labelRoom(
			seriesOf(points).map(line => ({ text: labelOf(line, words) })),
			124,
		);
		let top = 0;
		shown.forEach((cell, index) => {
			const own = points.filter(point => point.cell === cell);
			const lines = seriesOf(own);
			const priced = own.filter(point => Number(point.usd_per_mtok) > 0);
			const height = heights[index] ?? 0;
			const bottom = index === shown.length - 1 ? 44 : 12;
			const heading = words(`cell.${cell}`);
			if (priced.length === 0) place(root, free(document, width, height, heading, words), 0, top);
			else {
				const drawn = frame(document, {
					width,
					height,
					margin: { top: 26, right, bottom, left: 50 },
					x: index === shown.length - 1 ? x : { ...x, ticks: [] },
					y: priceAxis(priced),
					heading,
				});
				for (const line of lines) drawLine(document, drawn, line, few);
				lineLabels(
					document,
					drawn,
					lines.map(line => ({ line, name: labelOf(line, words) })),
					{ top: 30, bottom: height - bottom - 2, right, width },
				);
				place(root, drawn.svg, 0, top);
			}
			top += height;
		});
		return root;
	},
} satisfies Chart<Rows, Priced>;

const newest = (spells: readonly Priced[]) =>
	[...spells].sort((a, b) => endOf(a).localeCompare(endOf(b)) || a.from_day.localeCompare(b.from_day)).at(-1);
const usd = (value: Num | null, words: Words) => (value === null ? words('value.not_stated') : sheetUsd(value));
const nativeText = (point: Spell, words: Words) =>
	point.native_per_mtok === null
		? words('value.not_stated')
		: Number(point.native_per_mtok) === 0
			? words('value.free')
			: native(point.native_per_mtok, point.currency ?? 'USD');

/** A price as printed: free, a range where disputed, three digits where converted. */
function priceText(point: Spell, words: Words): string {
	if (point.agreement === 'disputed' && point.low_usd_per_mtok !== null && point.high_usd_per_mtok !== null)
		return `${sheetUsd(point.low_usd_per_mtok)}–${sheetUsd(point.high_usd_per_mtok)}`;
	if (point.usd_per_mtok === null) return words('value.not_stated');
	if (Number(point.usd_per_mtok) === 0) return words('value.free');
	return point.currency === 'USD' ? sheetUsd(point.usd_per_mtok) : computedUsd(point.usd_per_mtok);
}

const nameOf = (point: Spell & { channel?: unknown }, words: Words): string =>
	point.series === 'cheapest_host'
		? words('series.cheapest_host')
		: words(point.currency === 'USD' ? 'model-price.sheet' : 'model-price.sheet-converted', {
				list: words('series.list'),
				sheet: sheetName(String(point.channel), point.currency ?? '', words),
			});

/** `list $15.00`, `host $12.00`, `lab-cn $0.149`: never two of one name. */
function labelOf({ line }: Line, words: Words): string {
	const last = line.at(-1) as Priced;
	const name =
		last.series === 'cheapest_host'
			? words('series.host-short')
			: last.channel === 'lab-direct'
				? words('series.list-short')
				: words(`channel-short.${last.channel}` as Key);
	return `${name} ${priceText(last, words)}`;
}

function span(points: readonly Priced[], words: Words) {
	const times = points.flatMap(point => [utc(point.from_day).getTime(), utc(endOf(point)).getTime()]);
	const [first, last] = [Math.min(...times), Math.max(...times)];
	const room = Math.max(0, 30 * 86_400_000 - (last - first)) / 2;
	return timeAxis(new Date(first - room), new Date(last + room), 4, words);
}

/** A cell that costs nothing keeps its place and has no axis: zero is on no log scale. */
function free(document: Document, width: number, height: number, heading: string, words: Words): SVGElement {
	const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	svg.append(
		element(document, 'text', { x: 0, y: 13, 'font-weight': 600, fill: paint('ink') }, heading),
		element(document, 'text', { x: 0, y: 40, fill: paint('muted') }, words('model-price.all-free')),
	);
	return svg;
}
