import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { computedUsd, day, dayOfYear, share, tokens, type Num } from '../format.ts';
import { endLabels, labelRoom, logAxis, panel, timeAxis, utc } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { weekRuns } from '../weeks.ts';
import type { Key, Words } from '../words.ts';

type Week = {
	week: string;
	country: string;
	models: number;
	basis: string;
	coverage: Num | null;
	is_range: boolean;
	prices_observed_on: string;
	/** Prices of the week were first seen over two weeks after it. */
	is_back_priced: boolean;
};
/** Dollars per million tokens; `high` takes the input price in place of imputed cache prices. */
type Paid = Point & Week & { usd_per_mtok: Num; high_usd_per_mtok: Num; tokens: Num };
type Read = Week & {
	usd_spend: Num | null;
	usd_spend_cache_at_input: Num | null;
	analytics_tokens: Num | null;
	paid_tokens: Num | null;
};
type Rows = { weeks: Read[]; missing: { weeks: number }[] };

export const paidPrice = {
	id: 'paid-price',
	marts: ['mart_spend_share__country_week'],
	scope: 'share.scope',
	views: ['all-tokens', 'without-free'],
	query: {
		weeks: `select week, country, usd_spend, usd_spend_cache_at_input, analytics_tokens, paid_tokens, models, basis, coverage, is_range, prices_observed_on,
    prices_observed_on - (week + 6) > 14 as is_back_priced
from mart_spend_share__country_week
where basis = 'top10_models' and country in ('US', 'CN') and not is_missing
order by week, country`,
		missing: `select count(distinct week)::integer as weeks
from mart_spend_share__country_week
where basis = 'top10_models' and is_missing`,
	},
	width: 720,
	points: ({ weeks }, view) =>
		weeks.flatMap(({ usd_spend, usd_spend_cache_at_input, analytics_tokens, paid_tokens, ...row }) => {
			const bought = Number((view === 'without-free' ? paid_tokens : analytics_tokens) ?? 0);
			const price = (usd: Num | null) => (Number(usd ?? 0) * 1e6) / bought;
			// A week without spend has no price; it is no price of zero.
			if (!(bought > 0) || !(Number(usd_spend ?? 0) > 0)) return [];
			return [
				{
					...row,
					usd_per_mtok: price(usd_spend),
					high_usd_per_mtok: price(usd_spend_cache_at_input ?? usd_spend),
					tokens: bought,
				},
			];
		}),
	columns: () => [
		{ key: 'week', label: 'column.week' },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'usd_per_mtok', label: 'column.paid_usd', numeric: true, show: point => computedUsd(point.usd_per_mtok) },
		{
			key: 'high_usd_per_mtok',
			label: 'column.paid_high',
			numeric: true,
			show: point => computedUsd(point.high_usd_per_mtok),
		},
		{ key: 'tokens', label: 'column.tokens', numeric: true, show: (point, words) => tokens(point.tokens, words) },
		{ key: 'models', label: 'column.models', numeric: true },
		{ key: 'basis', label: 'column.basis', show: (point, words) => words(`basis.${point.basis}` as Key) },
		{
			key: 'coverage',
			label: 'column.coverage',
			numeric: true,
			show: (point, words) => (point.coverage === null ? words('value.not_stated') : share(point.coverage)),
		},
		{ key: 'prices_observed_on', label: 'column.prices_observed_on' },
	],
	few: ({ points, words }) => {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('paid-price.few', { weeks }) : null;
	},
	title({ points, words }) {
		const [us, cn] = ['US', 'CN'].map(country => lineOf(points, country).at(-1));
		if (us && cn && us.week === cn.week)
			return words('paid-price.title', { us: rangeOf(us, words), cn: rangeOf(cn, words) });
		const last = points.at(-1) as Paid;
		return words('paid-price.title-one', {
			country: words(`country.${last.country}` as Key),
			price: rangeOf(last, words),
		});
	},
	subtitle: ({ points, view, words }) => {
		const last = points.at(-1) as Paid;
		return words(`paid-price.subtitle-${view === 'without-free' ? 'paid' : 'all'}`, {
			week: day(last.week, words),
			coverage: last.coverage === null ? words('value.not_stated') : share(last.coverage, 0),
		});
	},
	note: ({ rows, points, words }) => {
		const back = new Set(points.filter(point => point.is_back_priced).map(point => point.week)).size;
		const missing = rows.missing[0]?.weeks ?? 0;
		const weeks = new Set(points.map(point => point.week)).size;
		const absent = ['US', 'CN'].flatMap(country => {
			const gaps = weeks - lineOf(points, country).length;
			return gaps > 0
				? [words('paid-price.note-absent', { country: words(`country.${country}` as Key), weeks: gaps })]
				: [];
		});
		return sentences(
			[
				words('paid-price.note'),
				...absent,
				back > 0 ? words('paid-price.note-back', { weeks: back }) : '',
				missing > 0 ? words('paid-price.note-missing', { weeks: missing }) : '',
			],
			words,
		);
	},
	summary: ({ points, words }) =>
		sentences(
			['US', 'CN'].flatMap(country => {
				const line = lineOf(points, country);
				const by = [...line].sort((a, b) => Number(a.usd_per_mtok) - Number(b.usd_per_mtok));
				const [low, high, first, last] = [by[0], by.at(-1), line[0], line.at(-1)];
				if (!low || !high || !first || !last) return [];
				return [
					words('paid-price.summary', {
						country: words(`country.${country}` as Key),
						first: computedUsd(first.usd_per_mtok),
						firstWeek: day(first.week, words),
						last: rangeOf(last, words),
						lastWeek: day(last.week, words),
						low: computedUsd(low.usd_per_mtok),
						lowWeek: day(low.week, words),
						high: computedUsd(high.usd_per_mtok),
						highWeek: day(high.week, words),
					}),
				];
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 360;
		const root = sheet(document, width, height);
		const weeks = points.map(point => utc(point.week).getTime());
		const lines = ['US', 'CN'].map(country => lineOf(points, country)).filter(line => line.length > 0);
		const labels = lines.map(line => {
			const last = line.at(-1) as Paid;
			const name = words(`country.${last.country}` as Key);
			const when = width < 500 ? '' : words('label.seen', { day: dayOfYear(last.week, words) });
			return {
				id: last.country,
				text: `${name} ${computedUsd(last.usd_per_mtok)}${when}`,
				colour: group(last.country).text,
				at: utc(last.week),
				value: Number(last.usd_per_mtok),
			};
		});
		const right = labelRoom(labels, 220);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 56 },
			x: timeAxis(new Date(Math.min(...weeks)), new Date(Math.max(...weeks)), width < 500 ? 3 : 6, words),
			y: logAxis(
				points.flatMap(point => [
					Number(point.usd_per_mtok),
					...(point.is_range ? [Number(point.high_usd_per_mtok)] : []),
				]),
			),
			marks: lines.flatMap(line => marksOf(line, few)),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Paid>;

const lineOf = (points: readonly Paid[], country: string) => points.filter(point => point.country === country);
const rangeOf = (point: Paid, words: Words) => {
	const [low, high] = [computedUsd(point.usd_per_mtok), computedUsd(point.high_usd_per_mtok)];
	return point.is_range && low !== high ? words('paid-price.range', { low, high }) : low;
};

/** A country's line: dashed where prices of a later day stand in, a bar where imputed cache prices decide (P15). */
function marksOf(line: readonly Paid[], few: boolean): Plot.Markish[] {
	const { stroke, symbol } = group(line[0]?.country ?? 'unknown');
	const at = { x: (point: Paid) => utc(point.week), y: (point: Paid) => Number(point.usd_per_mtok), stroke };
	if (few) return [Plot.dot(line, { ...at, symbol, r: 4, fill: stroke })];
	return [
		Plot.ruleX(
			line.filter(point => point.is_range),
			{ x: at.x, y1: at.y, y2: point => Number(point.high_usd_per_mtok), stroke, strokeWidth: 6, strokeOpacity: 0.24 },
		),
		...weekRuns(line).flatMap(run => {
			const turn = run.findIndex(point => !point.is_back_priced);
			const [back, own] = turn < 0 ? [run, []] : [run.slice(0, turn + 1), run.slice(turn)];
			return [
				Plot.line(back, { ...at, strokeWidth: 1.75, strokeDasharray: '6 3' }),
				Plot.line(own, { ...at, strokeWidth: 2.25 }),
			];
		}),
		Plot.dot(line, { ...at, symbol, r: 2.5, fill: point => (point.is_back_priced ? paint('page') : stroke) }),
		Plot.dot(line.slice(-1), { ...at, symbol, r: 4, fill: stroke }),
	];
}
