import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, count, day, ratio, type Num } from '../format.ts';
import { columns, endLabels, labelRoom, logAxis, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Gap = Point & {
	series: 'list' | 'cheapest_host';
	meter: string;
	day: string;
	us_models: Num;
	cn_models: Num;
	us_median_usd_per_mtok: Num | null;
	cn_median_usd_per_mtok: Num | null;
	ratio: Num | null;
	reason: string | null;
};
type Rows = { gap: Gap[] };
const meters: Record<string, string> = { output: 'output', input: 'input', 'cache-read': 'cache_read' };

export const priceGap = {
	id: 'price-gap',
	marts: ['mart_price_gap__country_day'],
	kinds: ['price'],
	views: ['output', 'input', 'cache-read'],
	query: {
		gap: `select series, meter, day, us_models, cn_models, us_median_usd_per_mtok, cn_median_usd_per_mtok, ratio, reason
from mart_price_gap__country_day
where meter in ('output', 'input', 'cache_read')
order by series desc, day`,
	},
	width: 1040,
	// A step is kept where something changes: the days between repeat it and would only make the file longer.
	points: (rows, view) => {
		const own = rows.gap.filter(
			row => row.meter === meters[view] && (row.us_median_usd_per_mtok !== null || row.cn_median_usd_per_mtok !== null),
		);
		return own.filter((row, index) => {
			const [before, after] = [own[index - 1], own[index + 1]];
			return (
				!before ||
				!after ||
				before.series !== row.series ||
				after.series !== row.series ||
				printed(before) !== printed(row)
			);
		});
	},
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'meter', label: 'column.meter' },
		{ key: 'us_models', label: 'column.us_models', show: point => count(point.us_models), numeric: true },
		{ key: 'cn_models', label: 'column.cn_models', show: point => count(point.cn_models), numeric: true },
		{
			key: 'us_median_usd_per_mtok',
			label: 'column.us_median',
			show: (point, words) =>
				point.us_median_usd_per_mtok === null ? words('value.not_stated') : computedUsd(point.us_median_usd_per_mtok),
			numeric: true,
		},
		{
			key: 'cn_median_usd_per_mtok',
			label: 'column.cn_median',
			show: (point, words) =>
				point.cn_median_usd_per_mtok === null ? words('value.not_stated') : computedUsd(point.cn_median_usd_per_mtok),
			numeric: true,
		},
		{
			key: 'ratio',
			label: 'column.ratio',
			show: (point, words) => (point.ratio === null ? words('value.not_printed') : ratio(point.ratio)),
			numeric: true,
		},
		{ key: 'reason', label: 'column.reason', show: point => point.reason ?? '' },
	],
	few: ({ points, words }) => {
		const last = newest(points);
		return points.some(point => point.ratio !== null)
			? null
			: words('price-gap.few', { us: last ? count(last.us_models) : 0, cn: last ? count(last.cn_models) : 0 });
	},
	title({ points, words, view }) {
		const last = newest(points.filter(point => point.ratio !== null));
		const meter = words(`meter.${meters[view]}` as Key);
		return last?.ratio == null
			? words('price-gap.title-none', { meter })
			: words('price-gap.title', { meter, ratio: ratio(last.ratio) });
	},
	subtitle: ({ points, words, view }) =>
		words('price-gap.subtitle', {
			meter: words(`meter.${meters[view]}` as Key),
			day: day(points.reduce((last, point) => (point.day > last ? point.day : last), '')),
		}),
	note: ({ words }) => words('price-gap.note'),
	summary: ({ points, words }) =>
		(['list', 'cheapest_host'] as const)
			.map(series => newest(points.filter(point => point.series === series)))
			.filter(point => point !== undefined)
			.map(point =>
				words('price-gap.summary', {
					series: words(`series.${point.series}`),
					day: day(point.day),
					us: price(point.us_median_usd_per_mtok),
					usModels: count(point.us_models),
					cn: price(point.cn_median_usd_per_mtok),
					cnModels: count(point.cn_models),
					ratio: point.ratio === null ? words('value.not_printed') : ratio(point.ratio),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width, few) {
		const grid = columns(width, 2);
		const [tall, low] = [300, 120];
		const height = tall + low;
		const root = sheet(document, width, height * (2 / grid.across));
		const times = points.map(point => utc(point.day).getTime());
		const x = timeAxis(new Date(Math.min(...times)), new Date(Math.max(...times)), grid.across === 1 ? 4 : 5);
		const values = points
			.flatMap(point => [point.us_median_usd_per_mtok, point.cn_median_usd_per_mtok])
			.flatMap(value => (value === null ? [] : [Number(value)]));
		const ratios = points.flatMap(point => (point.ratio === null ? [] : [Number(point.ratio)]));
		const most = Math.max(2, Math.ceil(Math.max(0, ...ratios)));
		(['list', 'cheapest_host'] as const).forEach((series, index) => {
			const own = points.filter(point => point.series === series);
			const [left, top] = grid.across === 1 ? [0, index * height] : [index * grid.width, 0];
			const sides = (['US', 'CN'] as const).map(country => {
				const value = (point: Gap) => (country === 'US' ? point.us_median_usd_per_mtok : point.cn_median_usd_per_mtok);
				return { country, value, line: own.filter(point => value(point) !== null && Number(value(point)) > 0) };
			});
			const labels: EndLabel[] = sides.flatMap(({ country, line, value }) => {
				const last = line.at(-1);
				return last
					? [
							{
								id: country,
								text: `${words(`country.${country}`)} ${price(value(last))}`,
								colour: group(country).text,
								at: utc(last.day),
								value: Number(value(last)),
							},
						]
					: [];
			});
			const right = labelRoom([...labels, { text: '00.0×' }], 130);
			const margin = { top: 34, right, bottom: 18, left: 52 };
			const upper = panel(document, {
				width: grid.width,
				height: tall,
				margin,
				x: { ...x, ticks: [] },
				y: logAxis(values, computedUsd),
				heading: words(own.length ? `series.${series}` : `price-gap.none-${series}`),
				marks: sides.flatMap(({ country, line, value }) => {
					const paints = {
						x: (point: Gap) => utc(point.day),
						y: (point: Gap) => Number(value(point)),
						stroke: group(country).stroke,
					};
					const weight = series === 'list' ? 2.25 : 1;
					return few
						? [Plot.dot(line, { ...paints, symbol: group(country).symbol })]
						: [
								Plot.line(line, { ...paints, strokeWidth: weight, curve: 'step-after' }),
								Plot.dot(line.slice(-1), {
									...paints,
									symbol: group(country).symbol,
									fill: line.at(-1)?.ratio === null || series !== 'list' ? paint('page') : group(country).stroke,
								}),
							];
				}),
			});
			endLabels(document, upper, labels, { top: 42, bottom: tall - 24, right, width: grid.width });
			place(root, upper.svg, left, top);
			const rated = own.filter(point => point.ratio !== null);
			const lower = panel(document, {
				width: grid.width,
				height: low,
				margin: { top: 22, right, bottom: 40, left: 52 },
				x,
				y: {
					type: 'linear',
					domain: [0, most],
					ticks: [0, most / 2, most],
					format: tick => (tick === most ? `${tick}×` : String(tick)),
				},
				heading: words('price-gap.ratio'),
				marks: [
					Plot.ruleY([1], { stroke: paint('muted'), strokeDasharray: '2 3' }),
					Plot.line(rated, {
						x: point => utc(point.day),
						y: point => Number(point.ratio),
						stroke: paint('ink'),
						strokeWidth: 1.5,
						curve: 'step-after',
					}),
				],
			});
			const last = rated.at(-1);
			if (last) {
				endLabels(
					document,
					lower,
					[
						{
							id: 'ratio',
							text: ratio(last.ratio ?? 0),
							colour: paint('ink'),
							at: utc(last.day),
							value: Number(last.ratio),
						},
					],
					{ top: 26, bottom: low - 44, right, width: grid.width },
				);
			}
			place(root, lower.svg, left, top + tall);
		});
		return root;
	},
} satisfies Chart<Rows, Gap>;

const newest = (points: readonly Gap[]): Gap | undefined =>
	points.filter(point => point.series === 'list').at(-1) ?? points.at(-1);
const price = (value: Num | null) => (value === null ? '–' : computedUsd(value));
const printed = (row: Gap) => [row.us_median_usd_per_mtok, row.cn_median_usd_per_mtok, row.ratio, row.reason].join(' ');
