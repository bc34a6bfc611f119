import { reasonText } from '../reason.ts';
import { cellName } from '../cell.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, count, day, dayOfYear, ratio, type Num } from '../format.ts';
import { columns, endLabels, labelRoom, logAxis, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { listed, sentences } from '../sentence.ts';
import { place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Read = Point & {
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
/** `is_coverage_break`: the number of priced models jumped that day: a source came or went, not a price. */
type Gap = Read & { is_coverage_break: boolean };
type Rows = { gap: Read[] };
const meters: Record<string, string> = {
	output: 'output',
	input: 'input',
	'cache-read': 'cache_read',
	'whole-series': 'output',
};
const [fewest, enough] = [5, 20];

export const priceGap = {
	id: 'price-gap',
	marts: ['mart_price_gap__country_day'],
	views: ['output', 'input', 'cache-read', 'whole-series'],
	query: {
		gap: `select series, meter, day, us_models, cn_models, us_median_usd_per_mtok, cn_median_usd_per_mtok, ratio, reason
from mart_price_gap__country_day
where meter in ('output', 'input', 'cache_read')
order by series desc, day`,
	},
	width: 1040,
	// A step is kept where something changes: the days between repeat it and would only make the file longer.
	points(rows, view) {
		const all = rows.gap.filter(
			row => row.meter === meters[view] && (row.us_median_usd_per_mtok !== null || row.cn_median_usd_per_mtok !== null),
		);
		const newest = all.reduce((last, row) => (row.day > last ? row.day : last), '');
		const first = view === 'whole-series' || newest === '' ? '' : yearBefore(newest);
		const own = all
			.map((row, index): Gap => ({ ...row, is_coverage_break: isBreak(all[index - 1], row) }))
			.filter(row => row.day >= first);
		return own.filter((row, index) => {
			const [before, after] = [own[index - 1], own[index + 1]];
			return (
				!before ||
				!after ||
				before.series !== row.series ||
				after.series !== row.series ||
				row.is_coverage_break ||
				after.is_coverage_break ||
				printed(before) !== printed(row)
			);
		});
	},
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'meter', label: 'column.meter', show: (point, words) => cellName(point.meter, words) },
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
			show: (point, words) => (point.ratio === null ? words('value.not_printed') : ratio(point.ratio, words)),
			numeric: true,
		},
		{
			key: 'is_coverage_break',
			label: 'column.coverage_break',
			show: (point, words) => words(point.is_coverage_break ? 'value.yes' : 'value.no'),
		},
		{ key: 'reason', label: 'column.reason', show: (point, words) => reasonText(point.reason, words) },
	],
	few: ({ points, words }) => {
		const last = newest(points);
		return points.some(point => point.ratio !== null)
			? null
			: words('price-gap.few', { us: last ? count(last.us_models) : 0, cn: last ? count(last.cn_models) : 0 });
	},
	title({ points, words, view }) {
		const list = points.filter(point => point.series === 'list');
		const last = list.filter(point => point.ratio !== null).at(-1);
		const meter = words(`meter.${meters[view]}` as Key);
		if (last?.ratio == null) return words('price-gap.title-none', { meter });
		if (last === list.at(-1)) return words('price-gap.title', { meter, ratio: ratio(last.ratio, words) });
		return words('price-gap.title-past', { meter, ratio: ratio(last.ratio, words), day: day(last.day, words) });
	},
	subtitle: ({ points, words, view }) =>
		words('price-gap.subtitle', {
			meter: words(`meter.${meters[view]}` as Key),
			day: day(
				points.reduce((last, point) => (point.day > last ? point.day : last), ''),
				words,
			),
		}),
	note({ points, words }) {
		const days = [...new Set(points.filter(point => point.is_coverage_break).map(point => day(point.day, words)))];
		const breaks = days.length ? words('price-gap.breaks', { days: listed(days.slice(-3), words) }) : '';
		return sentences([words('price-gap.note'), breaks], words);
	},
	summary: ({ points, words }) =>
		sentences(
			(['list', 'cheapest_host'] as const)
				.map(series => newest(points.filter(point => point.series === series)))
				.filter(point => point !== undefined)
				.map(point =>
					words('price-gap.summary', {
						series: words(`series.${point.series}`),
						day: day(point.day, words),
						us: price(point.us_median_usd_per_mtok),
						usModels: count(point.us_models),
						cn: price(point.cn_median_usd_per_mtok),
						cnModels: count(point.cn_models),
						ratio: point.ratio === null ? words('value.not_printed') : ratio(point.ratio, words),
					}),
				),
			words,
		),
	draw(document, { points, words }, width, few) {
		const grid = columns(width, 2);
		const [tall, low] = [300, 120];
		const root = sheet(document, width, (tall + low) * (2 / grid.across));
		const times = points.map(point => utc(point.day).getTime());
		const x = timeAxis(new Date(Math.min(...times)), new Date(Math.max(...times)), grid.across === 1 ? 4 : 5, words);
		const values = points.flatMap(point =>
			sides.flatMap(side => (seen(point, side) ? [Number(median(point, side))] : [])),
		);
		const most = Math.max(2, Math.ceil(Math.max(0, ...points.map(point => Number(point.ratio ?? 0)))));
		(['list', 'cheapest_host'] as const).forEach((series, index) => {
			const own = points.filter(point => point.series === series);
			const [left, top] = grid.across === 1 ? [0, index * (tall + low)] : [index * grid.width, 0];
			const labels = sides.flatMap(side => sideLabel(own, side, words(`country.${side}`)));
			const rated = own.filter(point => point.ratio !== null);
			const ended =
				rated.at(-1)?.day === own.at(-1)?.day
					? ''
					: words('label.seen', { day: dayOfYear(rated.at(-1)?.day ?? '2000-01-01', words) });
			const ratios: EndLabel[] = rated.slice(-1).map(last => ({
				id: 'ratio',
				text: `${ratio(last.ratio ?? 0, words)}${ended}`,
				colour: paint('ink'),
				at: utc(last.day),
				value: Number(last.ratio),
			}));
			const right = labelRoom([...labels, ...ratios], 130);
			const upper = panel(document, {
				width: grid.width,
				height: tall,
				margin: { top: 34, right, bottom: 18, left: 52 },
				x: { ...x, ticks: [] },
				y: logAxis(values.length ? values : [1, 10]),
				heading: words(labels.length ? `series.${series}` : `price-gap.none-${series}`),
				marks: [
					...breakMarks(own),
					...sides.flatMap(side => medianMarks(own, side, series === 'list' ? 2.25 : 1, few)),
				],
			});
			endLabels(document, upper, labels, { top: 42, bottom: tall - 24, right, width: grid.width });
			place(root, upper.svg, left, top);
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
					...breakMarks(own),
					...runs(own, point => point.ratio !== null).map(run =>
						Plot.line(run, {
							x: at,
							y: point => Number(point.ratio),
							stroke: paint('ink'),
							strokeWidth: 1.5,
							curve: 'step-after',
						}),
					),
				],
			});
			endLabels(document, lower, ratios, { top: 26, bottom: low - 44, right, width: grid.width });
			place(root, lower.svg, left, top + tall);
		});
		return root;
	},
} satisfies Chart<Rows, Gap>;

type Side = 'US' | 'CN';
const sides: readonly Side[] = ['US', 'CN'];
const median = (row: Gap, side: Side) => (side === 'US' ? row.us_median_usd_per_mtok : row.cn_median_usd_per_mtok);
const models = (row: Read, side: Side) => Number(side === 'US' ? row.us_models : row.cn_models);
/** A median of fewer than five models is no picture of a country. */
const seen = (row: Gap, side: Side) => Number(median(row, side)) > 0 && models(row, side) >= fewest;
const at = (point: Gap) => utc(point.day);
const yearBefore = (iso: string) => new Date(utc(iso).getTime() - 364 * 86_400_000).toISOString().slice(0, 10);
const newest = (points: readonly Gap[]): Gap | undefined =>
	points.filter(point => point.series === 'list').at(-1) ?? points.at(-1);
const price = (value: Num | null) => (value === null ? '–' : computedUsd(value));
const printed = (row: Gap) =>
	[
		...sides.flatMap(side => [median(row, side), models(row, side) >= enough, models(row, side) >= fewest]),
		row.ratio,
	].join(' ');

/** More than a quarter of the models of a side came or went from one day to the next. */
function isBreak(before: Read | undefined, row: Read): boolean {
	if (!before || before.series !== row.series) return false;
	return sides.some(
		side =>
			models(before, side) >= fewest && Math.abs(Math.log(models(row, side) / models(before, side))) > Math.log(4 / 3),
	);
}

/** A break of coverage as a double rule. */
const breakMarks = (own: readonly Gap[]): Plot.Markish[] => {
	const broken = own.filter(point => point.is_coverage_break);
	return [-1.5, 1.5].map(dx => Plot.ruleX(broken, { x: at, dx, stroke: paint('muted'), strokeWidth: 1 }));
};

/** Runs of neighbouring points that pass, each with the point that ends it, so that a step reaches its end. */
function runs(points: readonly Gap[], passes: (point: Gap) => boolean): Gap[][] {
	const found: Gap[][] = [];
	points.forEach((point, index) => {
		const before = points[index - 1];
		if (!passes(point)) return;
		if (before && passes(before) && !point.is_coverage_break) found.at(-1)?.push(point);
		else found.push([point]);
	});
	return found;
}

/** A country's medians: solid from twenty models on, dotted from five, hollow at an end with too few. */
function medianMarks(own: readonly Gap[], side: Side, weight: number, few: boolean): Plot.Markish[] {
	const { stroke, symbol } = group(side);
	const paints = { x: at, y: (point: Gap) => Number(median(point, side)), stroke };
	const shown = own.filter(point => seen(point, side));
	if (few) return [Plot.dot(shown, { ...paints, symbol })];
	const last = shown.at(-1);
	return [
		...runs(own, point => seen(point, side)).map(run =>
			Plot.line(run, { ...paints, strokeWidth: 1, strokeDasharray: '1 3', curve: 'step-after' }),
		),
		...runs(own, point => seen(point, side) && models(point, side) >= enough).map(run =>
			Plot.line(run, { ...paints, strokeWidth: weight, curve: 'step-after' }),
		),
		Plot.dot(shown.slice(-1), {
			...paints,
			symbol,
			fill: last && models(last, side) >= enough ? stroke : paint('page'),
		}),
	];
}

function sideLabel(own: readonly Gap[], side: Side, name: string): EndLabel[] {
	const last = own.filter(point => seen(point, side)).at(-1);
	if (!last) return [];
	return [
		{
			id: side,
			text: `${name} ${price(median(last, side))}`,
			colour: group(side).text,
			at: at(last),
			value: Number(median(last, side)),
		},
	];
}
