import type { Chart, Document } from '../chart.ts';
import { countriesOf, countryPanels } from '../country-panels.ts';
import { computedUsd, day, level, share } from '../format.ts';
import { asIndex, barDays, indexMarks, itemMarks, linesOf, type Indexed, type Series } from '../index-lines.ts';
import { linearAxis, panel, timeAxis, utc, type Axis } from '../panel.ts';
import { clauses, sentences } from '../sentence.ts';
import { group } from '../style/colours.ts';
import type { Key, Words } from '../words.ts';

type Rows = {
	weeks: Indexed[];
	hedonic: Indexed[];
	months: Indexed[];
	lack: { country: string; models: number; models_needed: number }[];
};
const isByMonth = (view: string) => view === 'list-months';

export const priceIndex = {
	id: 'price-index',
	marts: ['mart_price_index__country_week', 'mart_price_index__country_month'],
	scope: 'share.scope',
	views: ['us-and-china', 'all', 'list-months'],
	query: {
		weeks: `select country, case when formula = 'unit_value' then 'paid' when index_kind = 'rolling_geks' then 'geks' else 'fisher' end as series,
    week as day, index, null as low, null as high, usd_per_mtok, base_week as base_day, members, matched_members, entries, exits,
    matched_spend_share, is_flagged
from mart_price_index__country_week
where is_published
order by country, series, day`,
		hedonic: `with span as (
    select min(week) as first_week, max(week) + 6 as last_day from mart_price_index__country_week where is_published
),
month as (
    select *, last_day(month) as day from mart_price_index__country_month where formula = 'time_dummy' and index is not null
),
base as (
    select country, max(day) as base_day, max_by(index, day) as base_index from month join span on day < first_week group by country
)
select country, 'hedonic' as series, day, index / base_index as index, null as low, null as high, null as usd_per_mtok, base.base_day,
    members, null as matched_members, null as entries, null as exits, null as matched_spend_share, false as is_flagged
from month
join base using (country)
join span on day > first_week and day <= last_day
order by country, day`,
		months: `select country, if(formula = 'jevons', 'list_matched', 'hedonic') as series, last_day(month) as day, index,
    exp(ln(index) - 1.645 * index_se_log) as low, exp(ln(index) + 1.645 * index_se_log) as high, null as usd_per_mtok,
    last_day(base_month) as base_day, members, matched_members, entries, exits, null as matched_spend_share, false as is_flagged
from mart_price_index__country_month
where is_published and country in ('US', 'CN')
order by country, series, day`,
		lack: `select country, max_by(members, month) as models, max_by(members_needed, month) as models_needed
from mart_price_index__country_month
where formula = 'time_dummy'
group by country
having count(index) = 0
order by country`,
	},
	width: 1040,
	points: ({ weeks, hedonic, months }, view) =>
		(isByMonth(view) ? months : [...weeks, ...hedonic]).filter(row => (view === 'all') === (row.country === 'all')),
	columns: view => [
		{ key: 'day', label: isByMonth(view) ? 'column.month_end' : 'column.day' },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`price-index.${point.series}`) },
		{ key: 'index', label: 'column.index', numeric: true, show: point => level(point.index) },
		...(isByMonth(view)
			? (['low', 'high'] as const).map(key => ({
					key,
					label: `column.${key}` as const,
					numeric: true,
					show: (point: Indexed, words: Words) => maybe(point[key], level, words),
				}))
			: ([
					{
						key: 'usd_per_mtok',
						label: 'column.paid_usd',
						numeric: true,
						show: (point: Indexed, words: Words) => maybe(point.usd_per_mtok, computedUsd, words),
					},
				] as const)),
		{ key: 'base_day', label: 'column.base_day' },
		{ key: 'members', label: 'column.members', numeric: true },
		{ key: 'matched_members', label: 'column.matched_members', numeric: true },
		{ key: 'entries', label: 'column.entries', numeric: true },
		{ key: 'exits', label: 'column.exits', numeric: true },
		...(isByMonth(view)
			? []
			: ([
					{
						key: 'matched_spend_share',
						label: 'column.matched_spend',
						numeric: true,
						show: (point: Indexed, words: Words) => maybe(point.matched_spend_share, share, words),
					},
				] as const)),
	],
	few({ points, words }) {
		const days = new Set(points.filter(point => point.series !== 'hedonic').map(point => point.day)).size;
		return days < 4 ? words('price-index.few', { periods: days }) : null;
	},
	title({ points, view, words }) {
		const last = (country: string, series: readonly Series[]) => {
			const found = series.flatMap(one => linesOf(points, country, one).slice(-1)).map(point => Number(point.index));
			if (found.length === 0) return words('price-index.not-known');
			const [low, high] = [level(Math.min(...found), 0), level(Math.max(...found), 0)];
			return low === high ? low : `${low}–${high}`;
		};
		const matched = isByMonth(view) ? (['list_matched'] as const) : (['fisher', 'geks'] as const);
		if (view === 'all')
			return words('price-index.title-all', { matched: last('all', matched), paid: last('all', ['paid']) });
		const args = { us: last('US', matched), cn: last('CN', matched) };
		if (isByMonth(view)) return words('price-index.title-months', args);
		return words('price-index.title', { ...args, usPaid: last('US', ['paid']), cnPaid: last('CN', ['paid']) });
	},
	subtitle: ({ points, view, words }) =>
		words(`price-index.subtitle-${isByMonth(view) ? 'months' : 'weeks'}`, {
			base: day((points.find(point => point.series !== 'hedonic') ?? points[0])?.base_day ?? '', words),
			day: day(newest(points), words),
		}),
	note: ({ rows, points, view, words }) =>
		sentences(
			[
				words(`price-index.note-${isByMonth(view) ? 'months' : 'weeks'}`),
				...rows.lack
					.filter(({ country }) => points.some(point => point.country === country))
					.map(({ country, models, models_needed }) =>
						words('price-index.lack', {
							country: words(`country.${country}` as Key),
							models,
							needed: models_needed,
						}),
					),
			],
			words,
		),
	summary: ({ points, words }) =>
		sentences(
			countriesOf(points).map(country =>
				words('price-index.summary', {
					country: words(`country.${country}` as Key),
					parts: clauses(
						seriesOf(points, country).map(line => summaryOf(line, words)),
						words,
					),
				}),
			),
			words,
		),
	draw(document, { points, words }, width, few) {
		const countries = countriesOf(points);
		const span = points.map(point => utc(point.day).getTime());
		const pad = barDays(points) * 86_400_000;
		const x = timeAxis(new Date(Math.min(...span) - pad), new Date(Math.max(...span) + pad), 5, words);
		const values = points.flatMap(point =>
			[point.index, point.low, point.high].flatMap(v => (v === null ? [] : [asIndex(v)])),
		);
		const first = (country: string) => seriesOf(points, country)[0] ?? [];
		const most = Math.max(...countries.flatMap(first).map(({ members }) => members ?? 0), 1);
		const [height, strip] = width < 500 ? [250, 120] : [320, 130];
		return countryPanels(document, {
			width,
			countries,
			height,
			x,
			y: linearAxis([100, ...values]),
			rule: 100,
			words,
			of: country => ({
				labels: seriesOf(points, country).map(line => {
					const last = line.at(-1) as Indexed;
					return {
						id: last.series,
						text: `${words(`price-index.${last.series}-short`)} ${level(last.index)}`,
						colour: group(country).text,
						at: utc(last.day),
						value: asIndex(last.index),
					};
				}),
				marks: seriesOf(points, country).flatMap(line => indexMarks(line, few)),
			}),
			under: {
				height: strip,
				draw: (country, room) => items(document, first(country), { ...room, height: strip, x, most, words }),
			},
		});
	},
} satisfies Chart<Rows, Indexed>;

/** The last period of the indices that are no regression: months of a hedonic end later than the last week begins. */
function newest(points: readonly Indexed[]): string {
	const own = points.filter(point => point.series !== 'hedonic');
	return (own.length ? own : points).reduce((last, point) => (point.day > last ? point.day : last), '');
}
const order: readonly Series[] = ['fisher', 'list_matched', 'geks', 'paid', 'hedonic'];
const seriesOf = (points: readonly Indexed[], country: string) =>
	order.map(series => linesOf(points, country, series)).filter(line => line.length > 0);

type Below = { width: number; height: number; left: number; right: number; x: Axis; most: number; words: Words };
/** The prices behind the first index of a panel, under it on the same days. */
const items = (document: Document, line: readonly Indexed[], { width, height, left, right, x, most, words }: Below) =>
	panel(document, {
		width,
		height,
		margin: { top: 24, right, bottom: 40, left },
		x,
		y: { type: 'linear', domain: [0, most], ticks: [0, most] },
		heading: words('price-index.items'),
		marks: itemMarks(line),
	}).svg;

/** Newest, lowest and highest of an index with their days, and its largest move. */
function summaryOf(line: readonly Indexed[], words: Words): string {
	const by = [...line].sort((a, b) => Number(a.index) - Number(b.index));
	const [low, high, last] = [by[0], by.at(-1), line.at(-1)] as [Indexed, Indexed, Indexed];
	const series = words(`price-index.${last.series}`);
	if (level(low.index) === level(high.index))
		return words('price-index.part-flat', { series, last: level(last.index), day: day(last.day, words) });
	return words('price-index.part', {
		series,
		last: level(last.index),
		day: day(last.day, words),
		low: level(low.index),
		lowDay: day(low.day, words),
		high: level(high.index),
		highDay: day(high.day, words),
	});
}
const maybe = <T>(value: T | null, show: (value: T) => string, words: Words) =>
	value === null ? words('value.none') : show(value);
