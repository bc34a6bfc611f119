import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { countriesOf, countryPanels } from '../country-panels.ts';
import { change, day, moveUsd, type Num } from '../format.ts';
import { linearAxis, timeAxis, utc } from '../panel.ts';
import { clauses, sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import type { Key, Words } from '../words.ts';

const parts = ['move', 'price', 'mix', 'quality', 'residual', 'inside', 'between'] as const;
type Part = (typeof parts)[number];

type Split = Point & {
	country: string;
	week: string;
	compared_with: string | null;
	part: Part;
	/** Dollars per million tokens: of this week, and of all weeks up to it. */
	usd_per_mtok: Num;
	total_usd_per_mtok: Num;
	/** All weeks up to this one over the average price paid in the first week. */
	of_first: Num;
	basis: string;
};
type Rows = { moves: Split[] };

export const priceSplit = {
	id: 'price-split',
	marts: ['mart_price_move__country_week'],
	scope: 'share.scope',
	views: ['us-and-china', 'all', 'by-country'],
	query: {
		moves: `with moved as (
    select country, week, compared_with, basis, before_usd_per_mtok, unnest([
        {part: 'move', usd: round(move_usd_per_mtok, 12)}, {part: 'price', usd: round(price_usd_per_mtok, 12)}, {part: 'mix', usd: round(mix_usd_per_mtok, 12)},
        {part: 'quality', usd: round(quality_usd_per_mtok, 12)}, {part: 'residual', usd: round(residual_usd_per_mtok, 12)},
        {part: 'inside', usd: round(inside_countries_usd_per_mtok, 12)}, {part: 'between', usd: round(between_countries_usd_per_mtok, 12)}
    ], recursive := true)
    from mart_price_move__country_week
    where reason is null
),
first as (
    select country, min(compared_with) as week, min_by(before_usd_per_mtok, week) as paid from moved group by country
)
select country, first.week, null as compared_with, part, 0 as usd_per_mtok, 0 as total_usd_per_mtok, 0 as of_first, basis
from first
join (select distinct country, part, basis from moved where usd is not null) using (country)
union all by name
select country, moved.week, compared_with, part, usd as usd_per_mtok, round(sum(usd) over running, 12) as total_usd_per_mtok,
    round(sum(usd) over running / first.paid, 12) as of_first, basis
from moved
join first using (country)
where usd is not null
window running as (partition by country, part order by moved.week)
order by country, week, part`,
	},
	width: 1040,
	points: ({ moves }, view) =>
		moves.filter(
			row =>
				row['usd_per_mtok'] !== null &&
				(view !== 'us-and-china') === (row.country === 'all') &&
				(row.part === 'move' || (view === 'by-country') === isOfCountries(row.part)),
		),
	columns: () => [
		{ key: 'week', label: 'column.week' },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'part', label: 'column.part', show: (point, words) => words(`price-split.${point.part}`) },
		{ key: 'usd_per_mtok', label: 'column.week_move', numeric: true, show: point => moveUsd(point.usd_per_mtok) },
		{
			key: 'total_usd_per_mtok',
			label: 'column.total_move',
			numeric: true,
			show: point => moveUsd(point.total_usd_per_mtok),
		},
		{ key: 'of_first', label: 'column.of_first', numeric: true, show: point => change(point.of_first, 1) },
		{ key: 'compared_with', label: 'column.compared_with' },
		{ key: 'basis', label: 'column.basis', show: (point, words) => words(`basis.${point.basis}` as Key) },
	],
	few({ points, words }) {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('price-split.few', { weeks }) : null;
	},
	title({ points, view, words }) {
		const of = (country: string, part: Part) => {
			const last = lineOf(points, country, part).at(-1);
			return last ? change(last.of_first) : words('price-index.not-known');
		};
		if (view === 'by-country')
			return words('price-split.title-countries', {
				paid: of('all', 'move'),
				inside: of('all', 'inside'),
				between: of('all', 'between'),
			});
		return view === 'all'
			? words('price-split.title-all', { paid: of('all', 'move'), price: of('all', 'price') })
			: words('price-split.title', {
					us: of('US', 'move'),
					usPrice: of('US', 'price'),
					cn: of('CN', 'move'),
					cnPrice: of('CN', 'price'),
				});
	},
	subtitle: ({ points, view, words }) => {
		const weeks = points.map(point => point.week).sort();
		return words(`price-split.subtitle-${view === 'by-country' ? 'countries' : 'parts'}`, {
			base: day(weeks[0] ?? '', words),
			week: day(weeks.at(-1) ?? '', words),
		});
	},
	note: ({ view, words }) => words(`price-split.note-${view === 'by-country' ? 'countries' : 'parts'}`),
	summary: ({ points, words }) =>
		sentences(
			countriesOf(points).map(country =>
				words('price-index.summary', {
					country: words(`country.${country}` as Key),
					parts: clauses(
						parts.flatMap(part => {
							const line = lineOf(points, country, part);
							return line.length > 0 ? [summaryOf(line, words)] : [];
						}),
						words,
					),
				}),
			),
			words,
		),
	draw(document, { points, words }, width, few) {
		const weeks = points.map(point => utc(point.week).getTime());
		return countryPanels(document, {
			width,
			countries: countriesOf(points),
			height: width < 500 ? 260 : 340,
			x: timeAxis(new Date(Math.min(...weeks)), new Date(Math.max(...weeks)), 5, words),
			y: { ...linearAxis([0, ...points.map(point => Number(point.of_first))]), format: perCent },
			rule: 0,
			words,
			of: country => {
				const lines = parts.map(part => lineOf(points, country, part)).filter(line => line.length > 0);
				const labels = lines.map(line => {
					const last = line.at(-1) as Split;
					return {
						id: last.part,
						text: `${words(`price-split.${last.part}-short`)} ${change(last.of_first)}`,
						colour: group(country).text,
						at: utc(last.week),
						value: Number(last.of_first),
					};
				});
				return { labels, marks: lines.flatMap(line => marksOf(line, few)) };
			},
		});
	},
} satisfies Chart<Rows, Split>;

const isOfCountries = (part: Part) => part === 'inside' || part === 'between';
const lineOf = (points: readonly Split[], country: string, part: Part) =>
	points.filter(point => point.country === country && point.part === part);
const perCent = (tick: number | Date) => (Number(tick) === 0 ? '0%' : change(Number(tick)));

// One group a panel, so weight and dash mean the part.
const look: Record<Part, { strokeWidth: number; strokeDasharray?: string }> = {
	move: { strokeWidth: 2.5 },
	price: { strokeWidth: 1.75 },
	mix: { strokeWidth: 1.5, strokeDasharray: '6 3' },
	quality: { strokeWidth: 1.5, strokeDasharray: '2 3' },
	residual: { strokeWidth: 0.75 },
	inside: { strokeWidth: 1.75 },
	between: { strokeWidth: 1.5, strokeDasharray: '6 3' },
};

/** The sum of a part over the weeks so far: a line, with a mark at its end. */
function marksOf(line: readonly Split[], few: boolean): Plot.Markish[] {
	const { stroke, symbol } = group(line[0]?.country ?? 'unknown');
	const at = { x: (point: Split) => utc(point.week), y: (point: Split) => Number(point.of_first), stroke };
	const part = line[0]?.part ?? 'move';
	if (few) return [Plot.dot(line, { ...at, symbol, r: 3.5 })];
	return [
		Plot.line(line, { ...at, ...look[part] }),
		Plot.dot(line.slice(-1), { ...at, symbol, r: 4, fill: part === 'residual' ? paint('page') : stroke }),
	];
}

/** What a part comes to by the newest week, and the week of its largest move. */
function summaryOf(line: readonly Split[], words: Words): string {
	const last = line.at(-1) as Split;
	const largest = line.reduce((a, b) => (Math.abs(Number(b.usd_per_mtok)) > Math.abs(Number(a.usd_per_mtok)) ? b : a));
	const part = words(`price-split.${last.part}`);
	if (Number(largest.usd_per_mtok) === 0) return words('price-split.part-none', { part });
	return words('price-split.part', {
		part,
		total: change(last.of_first, 1),
		usd: moveUsd(last.total_usd_per_mtok),
		largest: moveUsd(largest.usd_per_mtok),
		week: day(largest.week, words),
	});
}
