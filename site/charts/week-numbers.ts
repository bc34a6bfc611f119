import { cellName } from '../cell.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, count, day, dayOfYear, pointsOf, ratio, share, shareRange, type Num } from '../format.ts';
import { cut } from '../label.ts';
import { utc } from '../panel.ts';
import { paint } from '../style/colours.ts';
import { keep, watched } from '../stops.ts';
import { element, place, sheet } from '../svg.ts';
import { listed, sentences } from '../sentence.ts';
import type { Key, Words } from '../words.ts';

const numbers = [
	'china_token_share',
	'china_spend_share',
	'cells_changed',
	'price_ratio',
	'cheapest_at_reference',
] as const;
type NumberId = (typeof numbers)[number];
type Row = Point & {
	number: NumberId;
	day: string;
	value: Num;
	low: Num | null;
	high: Num | null;
	detail: string | null;
};
type Rows = { numbers: Row[] };

export const weekNumbers = {
	id: 'week-numbers',
	marts: [
		'mart_token_share__country_week',
		'mart_spend_share__country_week',
		'mart_price_cut__model_meter_day',
		'mart_price_gap__country_day',
		'mart_cheapest_at__capability_day',
		'mart_price_per_capability__model_day',
	],
	scope: 'share.scope',
	views: ['now'],
	query: {
		numbers: `with
tokens as (
    select 'china_token_share' as number, week as day, max(share) filter (basis = 'top50_daily') as value,
        min(share) as low, max(share) as high, string_agg(distinct basis, ' ' order by basis) as detail
    from mart_token_share__country_week
    where country = 'CN' and is_complete and denominator = case basis when 'all_tokens' then 'all' else 'cn_plus_us' end
    group by week
),
spend as (
    select 'china_spend_share' as number, week as day, share as value, low, high, basis as detail
    from mart_spend_share__country_week
    where country = 'CN' and basis = 'top10_models' and not is_missing and share is not null
),
last as (select max(last_seen_on) as day from mart_list_price__cell_spell),
windows as (select last.day - (7 * step)::integer as day from last, range(13) as steps(step) where last.day is not null),
cells as (
    select 'cells_changed' as number, windows.day, count(distinct (model, cuts.channel, currency, cell)) filter (kind = 'cut') as value,
        count(distinct (model, cuts.channel, currency, cell)) filter (kind = 'cut') as low,
        count(distinct (model, cuts.channel, currency, cell)) filter (kind = 'rise') as high,
        first(model || ' ' || cell order by abs(ln(usd_after / usd_before)) desc) filter (kind in ('cut', 'rise') and usd_after > 0 and usd_before > 0) as detail
    from windows
    left join mart_price_cut__model_meter_day as cuts
        on cuts.changed_by > windows.day - 7 and cuts.changed_by <= windows.day and cuts.channel in ('lab-direct', 'lab-cn')
    group by windows.day
),
gap as (
    select 'price_ratio' as number, day, ratio as value, cn_median_usd_per_mtok as low, us_median_usd_per_mtok as high, meter as detail
    from mart_price_gap__country_day
    where series = 'list' and meter = 'output' and ratio is not null
    qualify row_number() over (partition by date_trunc('week', day) order by day desc) = 1
),
cheapest as (
    select 'cheapest_at_reference' as number, windows.day, steps.blend_3to1_usd_per_mtok as value, steps.level as low, steps.score as high, steps.title as detail
    from windows
    join mart_cheapest_at__capability_day as steps
        on steps.is_reference and steps.series = 'list' and steps.country = 'all'
        and steps.axis = (select axis from mart_price_per_capability__model_day group by axis order by count(*) desc, axis limit 1)
        and steps.from_day <= windows.day and (steps.to_day is null or steps.to_day > windows.day)
),
everything as (from tokens union all from spend union all from cells union all from gap union all from cheapest)
select number, day, value::double as value, low::double as low, high::double as high, detail
from everything
qualify row_number() over (partition by number order by day desc) <= 13
order by number, day`,
	},
	width: 1040,
	points: rows => numbers.flatMap(number => rows.numbers.filter(row => row.number === number)),
	columns: () => [
		{ key: 'number', label: 'column.number', show: (point, words) => words(`number.${point.number}`) },
		{ key: 'day', label: 'column.day' },
		{ key: 'value', label: 'column.value', numeric: true, show: (point, words) => printed(point, words) },
		{ key: 'low', label: 'column.low', numeric: true, show: point => end(point.number, point.low) },
		{ key: 'high', label: 'column.high', numeric: true, show: point => end(point.number, point.high) },
		{ key: 'detail', label: 'column.detail', show: detailText },
	],
	few: () => null,
	title({ points, words }) {
		const tokens = newest(points, 'china_token_share');
		const gap = newest(points, 'price_ratio');
		const cells = newest(points, 'cells_changed');
		const range = tokens ? shareRange(tokens.low ?? 0, tokens.high ?? 0, words) : '';
		// A ratio of a past month is no news of this week.
		const isNew = gap && cells && utc(cells.day).getTime() - utc(gap.day).getTime() <= 14 * 86_400_000;
		if (tokens && gap && isNew) return words('week-numbers.title', { range, ratio: ratio(gap.value, words) });
		if (tokens && cells) return words('week-numbers.title-cells', { range, changed: printed(cells, words) });
		return words('week-numbers.title-some', { numbers: numbers.filter(number => newest(points, number)).length });
	},
	subtitle: ({ words }) => words('week-numbers.subtitle'),
	summary: ({ points, words }) =>
		sentences(
			numbers.map(number => {
				const last = newest(points, number);
				return last
					? words('week-numbers.summary', {
							name: words(`number.${number}`),
							value: printed(last, words),
							day: day(last.day, words),
						})
					: words('week-numbers.summary-none', { name: words(`number.${number}`) });
			}),
			words,
		),
	draw(document, { points, words }, width) {
		const across = width < 500 ? 1 : 5;
		const [wide, tall] = [width / across, 158];
		const root = sheet(document, width, Math.ceil(numbers.length / across) * tall);
		numbers.forEach((number, index) => {
			const [left, top] = [(index % across) * wide, Math.floor(index / across) * tall];
			const own = points.filter(point => point.number === number);
			const last = own.at(-1);
			const write = (text: string, y: number, attributes: Record<string, string | number>) =>
				root.append(
					element(
						document,
						'text',
						{ x: left, y: top + y, ...attributes, 'data-label': '' },
						cut(text, wide - 8, Number(attributes['font-size'] ?? 12) * 1.05),
					),
				);
			write(words(`number.${number}`), 14, { fill: paint('ink'), 'font-weight': 600 });
			write(last ? printed(last, words) : words('week-numbers.none-tile'), 46, {
				fill: paint('ink'),
				'font-size': last ? 24 : 14,
				'font-weight': 600,
			});
			if (!last) return;
			write(under(last, words), 66, { fill: paint('muted') });
			write(changeText(own, words), 83, { fill: paint('muted') });
			if (own.length > 1) place(root, spark(document, own, wide - 24), left, top + 92);
		});
		return root;
	},
} satisfies Chart<Rows, Row>;

const newest = (points: readonly Row[], number: NumberId): Row | undefined =>
	points.filter(point => point.number === number).at(-1);

function printed(point: Row, words: Words): string {
	if (point.number === 'china_token_share') return shareRange(point.low ?? 0, point.high ?? 0, words);
	if (point.number === 'china_spend_share') {
		const isRange = point.low !== null && point.high !== null && Number(point.high) - Number(point.low) > 0.03;
		return isRange ? shareRange(point.low ?? 0, point.high ?? 0, words) : share(point.value);
	}
	if (point.number === 'cells_changed')
		return words('number.cut-raised', { cut: count(point.low ?? 0), raised: count(point.high ?? 0) });
	return point.number === 'price_ratio' ? ratio(point.value, words) : computedUsd(point.value);
}

function end(number: NumberId, value: Num | null): string {
	if (value === null) return '';
	if (number === 'china_token_share' || number === 'china_spend_share') return share(value);
	return number === 'price_ratio' ? computedUsd(value) : count(value);
}

const basesOf = (point: Row, words: Words) =>
	(point.detail ?? '').split(' ').map(basis => words(`basis.${basis}` as Key));

/** What stands behind a number, in words: its bases, its meter, its model. */
function detailText(point: Row, words: Words): string {
	if (point.number === 'china_token_share' || point.number === 'china_spend_share')
		return listed(basesOf(point, words), words);
	return point.number === 'price_ratio' ? cellName(point.detail ?? '', words) : (point.detail ?? '');
}

function under(point: Row, words: Words): string {
	const date = dayOfYear(point.day, words);
	if (point.number === 'china_token_share') {
		const bases = basesOf(point, words);
		return words('number.week-bases', { week: day(point.day, words), bases: listed(bases, words) });
	}
	if (point.number === 'china_spend_share') return words('number.week', { week: day(point.day, words) });
	if (point.number === 'cells_changed') return words('number.window', { day: day(point.day, words) });
	if (point.number === 'price_ratio')
		return words('number.ratio', { us: computedUsd(point.high ?? 0), cn: computedUsd(point.low ?? 0), day: date });
	return words('number.cheapest', { title: point.detail ?? '', day: date });
}

/** Against the row before, in the number's own unit; nothing with fewer than two weeks. */
function changeText(own: readonly Row[], words: Words): string {
	const [before, last] = [own.at(-2), own.at(-1)];
	if (!before || !last) return words('number.no-change');
	const isShare = last.number === 'china_token_share' || last.number === 'china_spend_share';
	if (isShare)
		return words(last.number === 'china_token_share' ? 'number.points-top50' : 'number.points', {
			change: pointsOf(Number(last.value) - Number(before.value)),
			day: dayOfYear(before.day, words),
		});
	return words('number.before', { value: printed(before, words), day: dayOfYear(before.day, words) });
}

function spark(document: Parameters<typeof sheet>[0], own: readonly Row[], width: number): SVGElement {
	const values = own.map(point => Number(point.value));
	const found: Parameters<typeof keep>[1] = [];
	const plot = Plot.plot({
		document,
		width,
		height: 48,
		margin: 6,
		axis: null,
		x: { type: 'utc' },
		y: { domain: [Math.min(...values), Math.max(...values, Math.min(...values) + 1e-9)] },
		marks: [
			Plot.line(own, {
				x: point => utc(point.day),
				y: point => Number(point.value),
				stroke: paint('muted'),
				strokeWidth: 1.5,
			}),
			Plot.dot(own.slice(-1), {
				x: point => utc(point.day),
				y: point => Number(point.value),
				fill: paint('ink'),
				r: 3,
			}),
		].map(mark => watched(mark, found)),
	}) as unknown as SVGElement;
	keep(plot, found);
	for (const name of ['class', 'style', 'font-family', 'font-size', 'fill']) plot.removeAttribute(name);
	return plot;
}
