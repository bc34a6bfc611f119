import { cellName, channelName } from '../cell.ts';
import type { Chart, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { day, sheetUsd, type Num } from '../format.ts';
import { cut } from '../label.ts';
import { newestDay } from '../newest.ts';
import { logAxis } from '../panel.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';

type Offer = Point & {
	day: string;
	model: string;
	country: string;
	host: string;
	host_country: string | null;
	channel: string;
	cell: string;
	usd_per_mtok: Num | null;
	quantization: string | null;
	uptime_1d_percent: Num | null;
	source: string;
};
type List = { cell: string; usd_per_mtok: Num };
type Rows = { offers: Offer[]; sheets: Offer[]; list: List[] };

/** Rows that a drawing has room for; the table holds them all. */
const most = 12;

export const modelHosts = {
	id: 'model-hosts',
	of: 'model',
	marts: ['mart_host_price__model_host_day', 'mart_price__cell_spell', 'mart_list_price__cell_spell'],
	views: ['all'],
	query: {
		offers: `select day, model, country, host, host_country, 'host' as channel, 'output' as cell, output_usd_per_mtok as usd_per_mtok, quantization, uptime_1d_percent, source, snapshot
from mart_host_price__model_host_day
where model = $id and not is_own_lab and output_usd_per_mtok is not null
qualify day = max(day) over (partition by model)
    and row_number() over (partition by model, host order by output_usd_per_mtok, tag, offer) = 1
order by model, usd_per_mtok, host, source`,
		sheets: `select last_seen_on as day, model, country, provider as host, null as host_country, channel, cell, usd_per_mtok, null as quantization,
    null as uptime_1d_percent, source, snapshot
from mart_price__cell_spell
where model = $id and channel in ('host', 'aggregator') and to_day is null and cell in ('output', 'input') and usd_per_mtok is not null
    and variant = 'base'
qualify row_number() over (partition by model, provider, cell order by last_seen_on desc, usd_per_mtok, source, source_model) = 1
order by model, usd_per_mtok, host, cell, source`,
		list: `select model, cell, usd_per_mtok
from mart_list_price__cell_spell
where model = $id and channel = 'lab-direct' and currency = 'USD' and to_day is null and usd_per_mtok is not null
order by model, cell`,
	},
	width: 340,
	// The router's own list of hosts where there is one, else the price sheets; output where anyone sells it.
	points(rows) {
		const all = rows.offers.length > 0 ? rows.offers : rows.sheets;
		const cell = all.some(offer => offer.cell === 'output') ? 'output' : 'input';
		return all.filter(offer => offer.cell === cell && offer.usd_per_mtok !== null);
	},
	columns: () => [
		{ key: 'host', label: 'column.host' },
		{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{
			key: 'usd_per_mtok',
			label: 'column.usd_per_mtok',
			numeric: true,
			show: (point, words) =>
				Number(point.usd_per_mtok) === 0 ? words('value.free') : sheetUsd(point.usd_per_mtok ?? 0),
		},
		{ key: 'quantization', label: 'column.quantization' },
		{ key: 'host_country', label: 'column.host_country' },
		{ key: 'day', label: 'column.last_seen' },
		{ key: 'source', label: 'column.source' },
	],
	few: ({ points, words }) => (points.length === 1 ? words('model-hosts.few') : null),
	title({ points, words }) {
		const meter = words(points[0]?.cell === 'input' ? 'meter.input' : 'meter.output');
		const priced = points.filter(point => Number(point.usd_per_mtok) > 0).map(point => Number(point.usd_per_mtok));
		const free = points.length - priced.length;
		const one = words(points.length === 1 ? 'model-hosts.host' : 'model-hosts.hosts', { hosts: points.length });
		if (priced.length === 0) return words('model-hosts.title-free', { hosts: one });
		const [low, high] = [sheetUsd(Math.min(...priced)), sheetUsd(Math.max(...priced))];
		if (free > 0) return words('model-hosts.title-some-free', { hosts: one, meter, free, high });
		if (low === high) return words('model-hosts.title-one', { hosts: one, meter, price: low });
		return words('model-hosts.title', { hosts: one, meter, low, high });
	},
	subtitle: ({ points, words }) =>
		words('model-hosts.subtitle', {
			meter: words(points[0]?.cell === 'input' ? 'meter.input' : 'meter.output'),
			day: day(newestDay(points), words),
		}),
	note: ({ points, words }) =>
		words(points.some(point => point.quantization !== null) ? 'model-hosts.note-offers' : 'model-hosts.note-sheets'),
	summary: ({ points, words }) =>
		points
			.slice(0, most)
			.map(point =>
				words('model-hosts.summary', {
					host: point.host,
					price: Number(point.usd_per_mtok) === 0 ? words('value.free') : sheetUsd(point.usd_per_mtok ?? 0),
					day: point.day,
				}),
			)
			.join(' '),
	draw(document, { rows, points, words }, width) {
		const shown = points.slice(0, most);
		const pitch = 20;
		const [left, right, top] = [140, 66, 22];
		const more = points.length - shown.length;
		const height = top + shown.length * pitch + 34 + (more > 0 ? 16 : 0);
		const floor = top + shown.length * pitch;
		const cell = points[0]?.cell;
		const list = Number(rows.list.find(one => one.cell === cell)?.usd_per_mtok ?? 0);
		const values = [...points.map(point => Number(point.usd_per_mtok)), list].filter(value => value > 0);
		const root = sheet(document, width, height);
		const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [1, 1];
		const wide = logAxis(high / low < 4 ? [low / 1.6, high * 1.6] : [low, high]);
		const every = Math.ceil(wide.ticks.length / 4);
		const x = { ...wide, ticks: values.length ? wide.ticks.filter((_, index) => index % every === 0) : [] };
		const drawn = frame(document, {
			width,
			height,
			margin: { top, right, bottom: height - floor - 4, left },
			x,
			y: null,
		});
		const { stroke, symbol } = group(points[0]?.country ?? 'unknown');
		if (list > 0) {
			const at = fixed(drawn.x(list));
			drawn.svg.append(
				element(document, 'path', { d: `M${at},${top - 4}V${floor + 2}`, stroke, 'stroke-width': 2.25 }),
				element(
					document,
					'text',
					{ x: at, y: top - 8, 'text-anchor': 'middle', fill: group(points[0]?.country ?? 'unknown').text },
					words('series.list-short'),
				),
			);
		}
		shown.forEach((point, index) => {
			const y = top + (index + 0.5) * pitch;
			const price = Number(point.usd_per_mtok);
			const row = element(document, 'g', {});
			row.append(
				element(document, 'path', { d: `M${left},${y}H${width - right}`, stroke: paint('rule') }),
				element(document, 'text', { x: 0, y: y + 4, 'data-label': '' }, cut(point.host, left - 12)),
				element(
					document,
					'text',
					{ x: width - right + 8, y: y + 4, 'data-label': '' },
					price === 0 ? words('value.free') : sheetUsd(price),
				),
			);
			if (price > 0)
				row.append(
					element(document, 'path', {
						d: mark(symbol, drawn.x(price), y, 4),
						stroke,
						'stroke-width': 1.25,
						fill: point.quantization === null || point.quantization === 'unknown' ? paint('page') : stroke,
					}),
				);
			drawn.svg.append(row);
			stopAt(drawn.svg, point, price > 0 ? drawn.x(price) : left, y);
		});
		if (more > 0)
			drawn.svg.append(
				element(document, 'text', { x: 0, y: height - 4, fill: paint('muted') }, words('model-hosts.more', { more })),
			);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Offer>;
