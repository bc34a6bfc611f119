import type { Chart, Document, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { day, sheetUsd, type Num } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { logAxis, type Panel } from '../panel.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Priced = Point & {
	model: string;
	title: string;
	country: string;
	dated_on: string | null;
	list_input: Num | null;
	list_output: Num | null;
	host_input: Num | null;
	host_output: Num | null;
	hosts: Num | null;
	last_seen_on: string | null;
};
type Rows = { models: Priced[] };

/** Rows that a drawing has room for; the table holds them all. */
const most = 24;

export const labRange = {
	id: 'lab-range',
	of: 'lab',
	marts: ['mart_list_price__cell_spell', 'mart_cheapest_host__cell_spell', 'mart_model__version'],
	views: ['all'],
	query: {
		models: `with list as (
    select model, max(usd_per_mtok) filter (cell = 'input') as list_input, max(usd_per_mtok) filter (cell = 'output') as list_output,
        max(last_seen_on) as last_seen_on, max_by(snapshot, (last_seen_on, snapshot)) as snapshot
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and to_day is null and cell in ('input', 'output') and agreement <> 'disputed'
    group by model
),
host as (
    select model, max(min_usd_per_mtok) filter (cell = 'input') as host_input, max(min_usd_per_mtok) filter (cell = 'output') as host_output,
        max(hosts) as hosts, max(last_seen_on) as last_seen_on, max_by(snapshot, (last_seen_on, snapshot)) as snapshot
    from mart_cheapest_host__cell_spell
    where to_day is null and cell in ('input', 'output')
    group by model
)
select lab_slug, v.model, v.title, v.country, v.dated_on, list_input, list_output, host_input, host_output, hosts,
    greatest(list.last_seen_on, host.last_seen_on) as last_seen_on,
    list.snapshot as snapshot_list, host.snapshot as snapshot_host
from mart_model__version as v
join mart_lab__lab using (lab)
left join list using (model)
left join host using (model)
where lab_slug = $id and (list.model is not null or host.model is not null)
order by lab_slug, v.dated_on desc nulls last, v.model`,
	},
	width: 720,
	points: rows => rows.models,
	columns: () => [
		{ key: 'model', label: 'column.model', show: point => point.title },
		{ key: 'dated_on', label: 'column.released', show: (point, words) => point.dated_on ?? words('value.not_stated') },
		...(['list_input', 'list_output', 'host_input', 'host_output'] as const).map(key => ({
			key,
			label: `column.${key}` as const,
			numeric: true,
			show: (point: Priced, words: Words) => usd(point[key], words),
		})),
		{
			key: 'hosts',
			label: 'column.hosts',
			numeric: true,
			show: point => (point.hosts === null ? '' : String(point.hosts)),
		},
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) => (points.length === 1 ? words('lab-range.few') : null),
	title({ points, words }) {
		const listed = points.filter(point => point.list_output !== null);
		if (listed.length === 0) return words('lab-range.title-host', { models: points.length });
		const paid = listed.map(point => Number(point.list_output)).filter(value => value > 0);
		if (paid.length === 0) return words('lab-range.title-free');
		const [low, high] = [sheetUsd(Math.min(...paid)), sheetUsd(Math.max(...paid))];
		return paid.length === 1
			? words('lab-range.title-one', { low })
			: words('lab-range.title', { low, high, models: paid.length });
	},
	subtitle: ({ points, words }) =>
		words('lab-range.subtitle', {
			day: day(
				points
					.map(point => point.last_seen_on ?? '')
					.sort()
					.at(-1) ?? '',
				words,
			),
		}),
	note: ({ words }) => words('lab-range.note'),
	summary: ({ points, words }) =>
		points
			.slice(0, most)
			.map(point =>
				words('lab-range.summary', {
					title: point.title,
					list: both(point.list_input, point.list_output, words),
					host: both(point.host_input, point.host_output, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const shown = points.slice(0, most);
		const more = points.length - shown.length;
		const pitch = 26;
		const room = width < 500 ? 130 : 230;
		const left = Math.min(room, Math.ceil(Math.max(...shown.map(point => textWidth(point.title)))) + 14);
		const margin = { top: 10, right: 14, bottom: 26 + (more > 0 ? 18 : 0), left };
		const height = margin.top + shown.length * pitch + margin.bottom;
		const values = shown
			.flatMap(point => [point.list_input, point.list_output, point.host_input, point.host_output].map(Number))
			.filter(value => value > 0);
		const root = sheet(document, width, height);
		const x = logAxis(values.length ? [Math.min(...values) / 1.3, Math.max(...values) * 1.3] : [0.1, 10]);
		const drawn = frame(document, { width, height, margin, x, y: null });
		for (const tick of x.ticks)
			drawn.svg.append(
				element(document, 'path', {
					d: `M${fixed(drawn.x(tick))},${margin.top}V${height - margin.bottom}`,
					stroke: paint('rule'),
				}),
			);
		shown.forEach((point, index) => {
			const y = margin.top + (index + 0.5) * pitch;
			drawn.svg.append(element(document, 'text', { x: 0, y: y + 4, 'data-label': '' }, cut(point.title, left - 10)));
			const [at] = [point.list_output, point.host_output].map(Number).filter(value => value > 0);
			stopAt(drawn.svg, point, at ? drawn.x(at) : left, y);
			bar(document, drawn, point, 'list', y - 5);
			bar(document, drawn, point, 'host', y + 5);
			if (point.list_input !== null || point.list_output !== null) {
				if (Number(point.list_output ?? point.list_input) === 0)
					said(document, drawn, words('lab-range.free'), left + 4, y - 4);
			} else said(document, drawn, words('lab-range.no-list'), left + 4, y - 4);
		});
		if (more > 0)
			drawn.svg.append(
				element(document, 'text', { x: 0, y: height - 4, fill: paint('muted') }, words('lab-range.more', { more })),
			);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Priced>;

const usd = (value: Num | null, words: Words) =>
	value === null ? words('value.not_stated') : Number(value) === 0 ? words('value.free') : sheetUsd(value);
const both = (input: Num | null, output: Num | null, words: Words): string =>
	input === null && output === null
		? words('value.none')
		: [...new Set([usd(input, words), usd(output, words)])].join('–');

const said = (document: Document, { svg }: Panel, text: string, x: number, y: number) =>
	svg.append(element(document, 'text', { x, y, 'font-size': 10.5, fill: paint('muted') }, text));

/** From input to output, a mark at each end that is priced: list heavy and filled, host thin and hollow. */
function bar(document: Document, { svg, x }: Panel, point: Priced, series: 'list' | 'host', y: number): void {
	const ends = [point[`${series}_input`], point[`${series}_output`]].map(Number).filter(value => value > 0);
	if (ends.length === 0) return;
	const { stroke, symbol } = group(point.country);
	const at = ends.map(value => fixed(x(value)));
	const isList = series === 'list';
	svg.append(
		element(document, 'path', {
			d: `M${Math.min(...at)},${y}H${Math.max(...at)}`,
			stroke,
			'stroke-width': isList ? 4 : 1,
		}),
		element(document, 'path', {
			d: at.map(place => mark(symbol, place, y, isList ? 3.5 : 3)).join(''),
			stroke,
			'stroke-width': 1.25,
			fill: isList ? stroke : paint('page'),
		}),
	);
}
