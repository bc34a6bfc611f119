import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { axisUsd, computedUsd, day, share, type Num } from '../format.ts';
import { linearAxis } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { nameOf } from '../used.ts';
import type { Key } from '../words.ts';

type Model = {
	model: string;
	title: string | null;
	country: string;
	output_usd_per_mtok: Num;
	joules_low: Num;
	joules_high: Num;
	pue: Num;
	last_seen_on: string;
};
type Read = Model & { gap_usd_per_mtok: Num | null; gap_share: Num | null; high_usd_per_mtok: Num };
type Bound = Point & Model & { gap_usd_per_mtok: Num; gap_share: Num; low_gap_share: number; free_power_share: number };
type Rows = { models: Read[] };

export const powerBound = {
	id: 'power-bound',
	marts: ['mart_energy_bound__model', 'mart_tokens__model_day'],
	views: ['most-used'],
	query: {
		models: `with used as (
    select model, sum(tokens) as tokens
    from mart_tokens__model_day
    where day > (select max(day) from mart_tokens__model_day) - 28 and model is not null
    group by model
)
select model, title, country, output_usd_per_mtok, gap_usd_per_mtok, joules_low, joules_high, pue, gap_share, high_usd_per_mtok, last_seen_on
from mart_energy_bound__model
join used using (model)
where last_seen_on >= (select max(last_seen_on) from mart_energy_bound__model) - 60
order by used.tokens desc, model
limit 12`,
	},
	width: 720,
	// A model without another country's price to compare with has no gap, and no bar.
	points: ({ models }): Bound[] =>
		models.flatMap(({ high_usd_per_mtok, gap_share, gap_usd_per_mtok, ...row }) =>
			gap_share === null || gap_usd_per_mtok === null || Number(gap_usd_per_mtok) <= 0
				? []
				: [
						{
							...row,
							gap_share,
							gap_usd_per_mtok,
							low_gap_share: (Number(gap_share) * Number(row.joules_low)) / Number(row.joules_high),
							free_power_share: Number(high_usd_per_mtok) / Number(gap_usd_per_mtok),
						},
					],
		),
	columns: () => [
		{ key: 'model', label: 'column.model', show: nameOf },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{
			key: 'output_usd_per_mtok',
			label: 'column.output',
			numeric: true,
			show: point => computedUsd(point.output_usd_per_mtok),
		},
		{
			key: 'gap_usd_per_mtok',
			label: 'column.gap_usd',
			numeric: true,
			show: point => computedUsd(point.gap_usd_per_mtok),
		},
		{ key: 'low_gap_share', label: 'column.low', numeric: true, show: point => share(point.low_gap_share, 2) },
		{ key: 'gap_share', label: 'column.high', numeric: true, show: point => share(point.gap_share, 2) },
		{
			key: 'free_power_share',
			label: 'column.free_power',
			numeric: true,
			show: point => share(point.free_power_share, 2),
		},
		{ key: 'joules_low', label: 'column.joules_low', numeric: true },
		{ key: 'joules_high', label: 'column.joules_high', numeric: true },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) => (points.length < 3 ? words('power-bound.few', { models: points.length }) : null),
	title: ({ points, words }) =>
		words('power-bound.title', { share: share(Math.max(...points.map(point => Number(point.gap_share)))) }),
	subtitle({ points, words }) {
		const first = points[0] as Bound;
		// The difference of tariffs behind the bound, back from the share it makes.
		const usd_per_kwh =
			(Number(first.gap_share) * Number(first.gap_usd_per_mtok)) /
			((Number(first.joules_high) / 3.6) * Number(first.pue));
		return words('power-bound.subtitle', {
			low: Number(first.joules_low),
			high: Number(first.joules_high),
			pue: Number(first.pue),
			tariff: axisUsd(usd_per_kwh.toPrecision(3)),
			day: day(
				points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), ''),
				words,
			),
		});
	},
	note: ({ rows, points, words }) => words('power-bound.note', { left: rows.models.length - points.length }),
	summary: ({ points, words }) =>
		sentences(
			points.map(point =>
				words('power-bound.summary', {
					model: nameOf(point),
					low: share(point.low_gap_share, 2),
					high: share(point.gap_share, 2),
					free: share(point.free_power_share, 2),
				}),
			),
			words,
		),
	draw(document, { points, words }, width) {
		const marks = points.map((point, index) => ({ ...point, point, index, high: Number(point.gap_share) }));
		const axis = linearAxis([0, ...marks.flatMap(mark => [mark.high, mark.free_power_share])]);
		const drawn = rowsPanel(document, {
			width,
			rows: points.map(point => ({
				label: nameOf(point),
				colour: group(point.country).text,
				end: words('power-bound.end', {
					low: share(point.low_gap_share, 2).slice(0, -1),
					high: share(point.gap_share, 2),
				}),
			})),
			x: { ...axis, format: tick => share(Number(tick), 0) },
			marks: marks.flatMap(mark => {
				const { stroke } = group(mark.country);
				return [
					Plot.rect([mark], {
						x1: 0,
						x2: 'high',
						y1: mark.index - 0.22,
						y2: mark.index + 0.22,
						fill: stroke,
						fillOpacity: 0.45,
					}),
					Plot.ruleX([mark.low_gap_share], { y1: mark.index - 0.3, y2: mark.index + 0.3, stroke, strokeWidth: 2 }),
					Plot.dot([mark], {
						x: 'free_power_share',
						y: 'index',
						r: 4,
						symbol: group(mark.country).symbol,
						stroke,
						fill: paint('page'),
					}),
				];
			}),
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Bound>;
