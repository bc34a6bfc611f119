import * as Plot from '@observablehq/plot';
import { besideDots } from '../beside.ts';
import type { Chart, Point } from '../chart.ts';
import { band, computedUsd, monthName, monthOf, share, type Num } from '../format.ts';
import { cut } from '../label.ts';
import { columns, logAxis, panel, shareAxis } from '../panel.ts';
import { clauses, sentences } from '../sentence.ts';
import { monthPrices, monthSpend, monthTokens, type Basis, type MonthPrice, type MonthShare } from '../share-months.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import { runsOf } from '../weeks.ts';
import type { Key, Words } from '../words.ts';
import { maybeShare, shareColumns } from '../share-columns.ts';

type Month = Point &
	Omit<MonthShare, 'share' | 'same_share'> &
	MonthPrice & { measure: 'tokens' | 'spend' | 'tokens_same_models'; share: Num };
type Rows = { prices: MonthPrice[]; tokens: MonthShare[]; spend: MonthShare[] };

const measures = ['tokens', 'spend'] as const;
const bases: Record<string, Basis> = { all: 'all_tokens', top50: 'top50_daily', top9: 'top9_models' };
/** Months of a path; weeks of a month; priced models of a median that is drawn, and of one that is not hollow. */
const [path, wholeWeeks, fewest, enough] = [6, 3, 5, 20];

export const priceAndShare = {
	id: 'price-and-share',
	marts: ['mart_price_gap__country_day', 'mart_token_share__country_week', 'mart_spend_share__country_week'],
	scope: 'share.scope',
	views: ['all', 'top50', 'top9'],
	query: { prices: monthPrices(fewest), tokens: monthTokens(wholeWeeks), spend: monthSpend(wholeWeeks) },
	width: 1040,
	// A month needs both a price and a share; spend keeps its own basis in every view.
	points(rows, view) {
		const priceOf = new Map(rows.prices.map(row => [`${row.month} ${row.country}`, row]));
		const own = [...rows.tokens.filter(row => row.basis === bases[view]), ...rows.spend];
		return own
			.flatMap((row): Month[] => {
				const price = priceOf.get(`${row.month} ${row.country}`);
				if (!price || !(Number(price.usd_per_mtok) > 0) || row.share === null) return [];
				const { same_share, share, ...rest } = row;
				const measure = row.basis === 'top10_models' ? 'spend' : 'tokens';
				const told = { ...rest, usd_per_mtok: price.usd_per_mtok, models: price.models };
				const main: Month = { ...told, measure, share };
				if (measure === 'tokens' || same_share === null) return [main];
				return [main, { ...told, measure: 'tokens_same_models', share: same_share, low: null, high: null }];
			})
			.sort((a, b) => a.month.localeCompare(b.month) || a.country.localeCompare(b.country));
	},
	columns: () => [
		{ key: 'month', label: 'column.month', show: (point, words) => monthOf(point.month, words) },
		shareColumns.country,
		shareColumns.measure,
		shareColumns.basis,
		shareColumns.denominator,
		{
			key: 'usd_per_mtok',
			label: 'column.median_output',
			numeric: true,
			show: point => computedUsd(point.usd_per_mtok),
		},
		{ key: 'models', label: 'column.priced_models', numeric: true },
		shareColumns.share,
		shareColumns.low,
		shareColumns.high,
		shareColumns.coverage,
		{ key: 'weeks', label: 'column.weeks_in', numeric: true },
		shareColumns.as_of,
	],
	few({ points, words }) {
		const months = Math.max(...measures.map(measure => monthsOf(points, measure).length));
		return months < path ? words('price-and-share.few', { months, more: path - months }) : null;
	},
	title({ points, words }) {
		const { first, last } = toldOf(points);
		const [country, measure] = [
			words(`country.${last.country}` as Key),
			words(`measure-short.${last.measure === 'tokens' ? 'tokens' : 'spend'}`),
		];
		const told = { country, measure, share: share(last.share, 0) };
		const [models, price] = [Number(last.models), computedUsd(last.usd_per_mtok)];
		if (models < enough) return words('price-and-share.title-few', { ...told, models });
		if (first === last || last.country !== 'CN' || last.measure !== 'tokens')
			return words('price-and-share.title-one', { ...told, price });
		const from = { from: computedUsd(first.usd_per_mtok), fromShare: share(first.share, 0) };
		return words('price-and-share.title', { ...from, to: price, toShare: told.share });
	},
	subtitle({ points, view, words }) {
		const { first, last } = toldOf(points);
		return words('price-and-share.subtitle', {
			months:
				first === last
					? monthOf(last.month, words)
					: words('value.from-to', { before: monthOf(first.month, words), after: monthOf(last.month, words) }),
			basis: words(`basis.${bases[view] ?? 'all_tokens'}`),
			denominator: words(view === 'all' ? 'denominator.all' : 'denominator.cn_plus_us'),
		});
	},
	note: ({ points, words }) =>
		words('price-and-share.note', {
			coverage: maybeShare(points.filter(point => point.measure === 'tokens').at(-1)?.coverage ?? null, words),
		}),
	summary: ({ points, words }) =>
		sentences(
			measures.flatMap(measure =>
				['CN', 'US'].flatMap(country => {
					const own = points.filter(point => point.measure === measure && point.country === country);
					const [first, last] = [own[0], own.at(-1)];
					if (!first || !last) return [];
					return words('price-and-share.summary', {
						country: words(`country.${country}` as Key),
						measure: words(`measure.${measure}`),
						basis: words(`basis.${last.basis}`),
						from: share(first.share),
						fromPrice: computedUsd(first.usd_per_mtok),
						fromMonth: monthOf(first.month, words),
						to: band(last.share, last.low, last.high, words),
						toPrice: computedUsd(last.usd_per_mtok),
						toMonth: monthOf(last.month, words),
						months: own.length,
					});
				}),
			),
			words,
		),
	draw(document, { points, words }, width) {
		const grid = columns(width, 2);
		const isNarrow = grid.across === 1;
		const height = isNarrow ? 300 : 380;
		const root = sheet(document, width, height * (2 / grid.across));
		const x = { ...logAxis(points.map(point => Number(point.usd_per_mtok))), grid: undefined };
		measures.forEach((measure, index) => {
			const own = points.filter(point => (measure === 'tokens') === (point.measure === 'tokens'));
			const months = monthsOf(points, measure).length;
			const margin = { top: isNarrow ? 62 : 48, right: 88, bottom: 40, left: 48 };
			const drawn = panel(document, {
				width: grid.width,
				height,
				margin,
				x,
				y: shareAxis,
				heading: words(`price-and-share.panel-${measure}`),
				marks: marksOf(own, months >= path),
			});
			const said = [
				months < path ? words('price-and-share.more', { more: path - months }) : '',
				measure === 'spend' && own.length > 0 ? words('price-and-share.same') : '',
			].filter(Boolean);
			(isNarrow ? said : [clauses(said, words)]).forEach((text, line) => {
				const at = { x: margin.left, y: 29 + 15 * line, 'text-anchor': 'start', fill: paint('muted') };
				drawn.svg.append(element(document, 'text', at, cut(text, grid.width - margin.left)));
			});
			const dot = (point: Month) => ({ x: drawn.x(Number(point.usd_per_mtok)), y: drawn.y(Number(point.share)) });
			const frame = { left: margin.left, right: grid.width - 2, top: margin.top - 4, bottom: height - 44 };
			for (const { label, x, y, anchor } of besideDots(labelsOf(own, dot, words), own.map(dot), frame, 'start')) {
				const ink = { fill: label.colour, 'data-label': '' };
				drawn.svg.append(element(document, 'text', { x, y, 'text-anchor': anchor, ...ink }, label.text));
			}
			place(root, drawn.svg, isNarrow ? 0 : index * grid.width, isNarrow ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Month>;

/** What the title reads: China's tokens, from the first to the newest month of enough models; else what there is, to its end. */
function toldOf(points: readonly Month[]): { first: Month; last: Month } {
	const of = (measure: string) => points.filter(point => point.country === 'CN' && point.measure === measure);
	const sure = of('tokens').filter(point => Number(point.models) >= enough);
	const main = points.filter(point => point.measure !== 'tokens_same_models');
	const own = [sure, of('tokens'), of('spend'), main].find(kind => kind.length > 0) ?? points;
	return { first: own[0] as Month, last: own.at(-1) as Month };
}
const monthsOf = (points: readonly Month[], measure: string) => [
	...new Set(points.filter(point => point.measure === measure).map(point => point.month)),
];
const monthNumber = ({ month }: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const isNextMonth = (before: Month, point: Month) => monthNumber(point) - monthNumber(before) === 1;

/** Band, path and dots of each country; thin marks are the tokens of the models whose spend stands there. */
function marksOf(points: readonly Month[], isPath: boolean): Plot.Markish[] {
	const x = (point: Month) => Number(point.usd_per_mtok);
	const y = (point: Month) => Number(point.share);
	return ['US', 'CN'].flatMap(country => {
		const { stroke, symbol } = group(country);
		const own = points.filter(point => point.country === country);
		const main = own.filter(point => point.measure !== 'tokens_same_models');
		const same = own.filter(point => point.measure === 'tokens_same_models');
		const ends = { x, y1: (point: Month) => Number(point.low), y2: (point: Month) => Number(point.high) };
		return [
			Plot.ruleX(
				main.filter(point => point.low !== null && point.high !== null),
				{ ...ends, stroke, strokeWidth: 5, strokeOpacity: 0.24 },
			),
			...(isPath ? runsOf(main, isNextMonth).map(run => Plot.line(run, { x, y, stroke, strokeWidth: 1.25 })) : []),
			Plot.dot(same, { x, y, symbol, r: 2.5, stroke: paint('muted'), strokeWidth: 1, fill: paint('page') }),
			Plot.dot(main, {
				x,
				y,
				symbol,
				r: 4,
				stroke,
				fill: (point: Month) => (Number(point.models) >= enough ? stroke : paint('page')),
			}),
		];
	});
}

const endOf = (point: Month, words: Words) =>
	words('price-and-share.end', {
		country: words(`country.${point.country}` as Key),
		month: monthOf(point.month, words),
	});

/** Months beside their dots: the ends of each country first, with its name; the others where there is room. */
function labelsOf(points: readonly Month[], dot: (point: Month) => { x: number; y: number }, words: Words) {
	const lines = ['CN', 'US'].map(country =>
		points.filter(point => point.country === country && point.measure !== 'tokens_same_models'),
	);
	const label = (point: Month, name: string) => ({ ...dot(point), text: name, colour: group(point.country).text });
	const named = lines.flatMap(line => {
		const last = line.at(-1);
		return last ? [label(last, endOf(last, words))] : [];
	});
	const first = lines.flatMap(line =>
		line
			.slice(0, -1)
			.slice(0, 1)
			.map(point => label(point, monthOf(point.month, words))),
	);
	const others = lines.flatMap(line =>
		line.slice(1, -1).map(point => label(point, monthName(Number(point.month.slice(5, 7)) - 1, words))),
	);
	return [...named, ...first, ...others];
}
