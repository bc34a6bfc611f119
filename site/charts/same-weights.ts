import type { Chart, Point } from '../chart.ts';
import { count, day, ratio, sheetUsd, type Num } from '../format.ts';
import { cut } from '../label.ts';
import { bar, mark } from '../marks.ts';
import { median } from '../median.ts';
import { newestDay } from '../newest.ts';
import { logAxis } from '../panel.ts';
import { rowSheet } from '../row-sheet.ts';
import { clauses } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element } from '../svg.ts';
import type { Words } from '../words.ts';

type Offer = Point & {
	model: string;
	title: string;
	country: string;
	host: string;
	cell: string;
	usd_per_mtok: Num;
	is_own_lab: boolean;
	quantization: string | null;
	weight_bits: number | null;
	day: string;
};
type Rows = { offers: Offer[] };
type Model = { model: string; own: readonly Offer[]; hosts: readonly Offer[]; spread: number };

/** Hosts that make a range, and models that make a median. */
const [leastHosts, leastModels] = [3, 5];
/** Models that a drawing has room for, the widest first; the table holds them all. */
const most = 24;
const view = { output: 'output_usd_per_mtok', input: 'input_usd_per_mtok' } as const;

/** Precision unknown or below 8 bits: not surely the same weights. */
const isUnsure = (offer: Offer) => offer.weight_bits === null || Number(offer.weight_bits) < 8;

const offersOf = (
	cell: keyof typeof view,
) => `select model, title, country, host, '${cell}' as cell, ${view[cell]} as usd_per_mtok,
    is_own_lab, quantization, weight_bits, day
from newest where ${view[cell]} > 0
qualify row_number() over (partition by model, host order by ${view[cell]}, tag, offer) = 1`;

/** What each host asks for the same weights: the cheapest offer of each on the newest day, the lab's own apart. */
export const sameWeights = {
	id: 'same-weights',
	marts: ['mart_host_price__model_host_day'],
	views: ['output', 'input'],
	query: {
		// A model whose hosts were last seen more than a week before the others is left out.
		offers: `with newest as (
    from mart_host_price__model_host_day
    where model is not null
    qualify day = max(day) over (partition by model) and day >= max(day) over () - 7
)
${offersOf('output')}
union all
${offersOf('input')}
order by model, cell, usd_per_mtok, host`,
	},
	width: 720,
	points: (rows, view) => modelsOf(rows, view).flatMap(({ own }) => own),
	columns: () => [
		{ key: 'title', label: 'column.model' },
		{ key: 'host', label: 'column.host' },
		{ key: 'usd_per_mtok', label: 'column.usd_per_mtok', numeric: true, show: row => sheetUsd(row.usd_per_mtok) },
		{
			key: 'is_own_lab',
			label: 'column.is_own_lab',
			show: (row, words) => words(row.is_own_lab ? 'value.yes' : 'value.no'),
		},
		{ key: 'quantization', label: 'column.quantization' },
		{ key: 'day', label: 'column.last_seen' },
	],
	few: ({ rows, view, words }) => {
		const models = modelsOf(rows, view).length;
		return models < leastModels ? words('same-weights.few', { models, least: leastModels }) : null;
	},
	title({ rows, view, words }) {
		const models = modelsOf(rows, view);
		const [widest] = models;
		if (models.length < leastModels)
			return words('same-weights.title-few', {
				model: cut(widest?.own[0]?.title ?? '', 130),
				ratio: ratio(widest?.spread ?? 1, words),
			});
		return words('same-weights.title', { ratio: ratio(median(models.map(one => one.spread)), words) });
	},
	subtitle: ({ rows, points, view, words }) =>
		words('same-weights.subtitle', {
			models: count(modelsOf(rows, view).length),
			meter: words(view === 'input' ? 'meter.input' : 'meter.output'),
			day: day(newestDay(points), words),
		}),
	note({ rows, view, words }) {
		const all = new Set(rows.offers.filter(row => row.cell === view).map(row => row.model)).size;
		const shown = modelsOf(rows, view).length;
		const note = words('same-weights.note', { least: leastHosts, left: count(all - shown) });
		return shown > most ? `${note} ${words('same-weights.more', { more: count(shown - most) })}` : note;
	},
	summary: ({ rows, view, words }) =>
		words('same-weights.summary', {
			list: clauses(
				modelsOf(rows, view)
					.slice(0, 12)
					.map(one => `${one.own[0]?.title} ${rangeOf(one, words)}`),
				words,
			),
		}),
	draw(document, { rows, points, view, words }, width) {
		const models = modelsOf(rows, view).slice(0, most);
		const drawn = rowSheet<Offer>(document, {
			width,
			axis: logAxis(points.map(point => Number(point.usd_per_mtok))),
			labelShare: 0.3,
			lines: models.map(one => ({
				label: one.own[0]?.title ?? one.model,
				colour: group(one.own[0]?.country ?? 'unknown').text,
				end: words('same-weights.end', { ratio: ratio(one.spread, words), hosts: one.hosts.length }),
				item: one.hosts[0],
			})),
			at: offer => Number(offer.usd_per_mtok),
		});
		drawn.lines.forEach(({ y }, index) => {
			const one = models[index];
			if (!one) return;
			const x = (offer: Offer | undefined) => drawn.x(Number(offer?.usd_per_mtok));
			drawn.root.append(bar(document, x(one.hosts[0]), x(one.hosts.at(-1)), y, { stroke: paint('rest'), width: 1 }));
			for (const offer of one.own) {
				const at = x(offer);
				const { stroke } = group(offer.country);
				drawn.root.append(
					offer.is_own_lab
						? element(document, 'path', { d: `M${at},${y - 8}V${y + 8}`, stroke, 'stroke-width': 2.25 })
						: mark(document, offer.country, at, y, { r: 3.5, hollow: isUnsure(offer) }),
				);
				stopAt(drawn.root, offer, at, y);
			}
		});
		return drawn.root;
	},
} satisfies Chart<Rows, Offer>;

/** Models with enough hosts, the widest range first; the lab's own offer is no host's and moves no range. */
function modelsOf({ offers }: Rows, view: string): Model[] {
	const own = new Map<string, Offer[]>();
	// Free is a price that no ratio and no log axis can hold.
	for (const offer of offers)
		if (offer.cell === view && Number(offer.usd_per_mtok) > 0)
			own.set(offer.model, [...(own.get(offer.model) ?? []), offer]);
	return [...own]
		.map(([model, all]) => {
			const sorted = [...all].sort((a, b) => Number(a.usd_per_mtok) - Number(b.usd_per_mtok));
			const hosts = sorted.filter(offer => !offer.is_own_lab);
			return { model, own: sorted, hosts, spread: Number(hosts.at(-1)?.usd_per_mtok) / Number(hosts[0]?.usd_per_mtok) };
		})
		.filter(one => one.hosts.length >= leastHosts)
		.sort((a, b) => b.spread - a.spread || a.model.localeCompare(b.model, 'en'));
}

/** `$0.40 to $2.00 over 7 hosts`. */
const rangeOf = ({ hosts }: Model, words: Words): string =>
	words('same-weights.range', {
		low: sheetUsd(hosts[0]?.usd_per_mtok ?? 0),
		high: sheetUsd(hosts.at(-1)?.usd_per_mtok ?? 0),
		hosts: hosts.length,
	});
