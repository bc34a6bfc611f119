import { totalBasis } from '../certainty.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { band, count, day, share, shareRange, type Num } from '../format.ts';
import { bar, box, mark, shape } from '../marks.ts';
import { shareAxis } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { paint } from '../style/colours.ts';
import type { Key, Words } from '../words.ts';
import { maybeShare, shareColumns } from '../share-columns.ts';

/** The newest complete week of one measure on one basis; without one its share is null and the row stays. */
type Now = Point & {
	measure: 'tokens' | 'spend' | 'tokens_same_models';
	basis: string;
	denominator: string;
	week: string | null;
	cn_share: Num | null;
	us_share: Num | null;
	low: Num | null;
	high: Num | null;
	coverage: Num | null;
	models: number | null;
	unnamed: string | null;
	total_basis: string | null;
	lead: string | null;
	is_provisional: boolean;
	as_of: string | null;
};
type Rows = { now: Now[] };
const places = [
	{ measure: 'tokens', basis: 'top9_models' },
	{ measure: 'tokens', basis: 'top50_daily' },
	{ measure: 'tokens', basis: 'all_tokens' },
	{ measure: 'spend', basis: 'top10_models' },
	{ measure: 'tokens_same_models', basis: 'top10_models' },
] as const;

export const shareNow = {
	id: 'share-now',
	marts: ['mart_token_share__country_week', 'mart_spend_share__country_week'],
	scope: 'share.scope',
	views: ['now'],
	query: {
		now: `with tokens as (
    select 'tokens' as measure, basis, denominator, week, cn.share as cn_share, us.share as us_share, cn.low, cn.high, cn.coverage,
        cn.models, cn.unnamed, cn.total_basis, if(cn.lead_certain, cn.lead || '-certain', 'open') as lead, cn.is_provisional, cn.as_of
    from mart_token_share__country_week as cn
    join mart_token_share__country_week as us using (basis, denominator, week)
    where cn.country = 'CN' and us.country = 'US' and cn.is_complete and cn.share is not null
        and denominator = case basis when 'all_tokens' then 'all' else 'cn_plus_us' end
    qualify row_number() over (partition by basis order by week desc) = 1
),
paid as (
    from mart_spend_share__country_week
    where country = 'CN' and basis = 'top10_models' and not is_missing and share is not null
    order by week desc limit 1
),
spend as (
    select 'spend' as measure, basis, 'cn_plus_us' as denominator, week, share as cn_share, 1 - share as us_share, low, high, coverage,
        models, null as unnamed, 'estimate' as total_basis, null as lead, false as is_provisional, null as as_of
    from paid
    union all
    select 'tokens_same_models', basis, 'cn_plus_us', week, token_share, 1 - token_share, null, null, coverage, models, null, 'exact', null, false, null
    from paid where token_share is not null
)
from tokens union all from spend`,
	},
	width: 1040,
	points: ({ now }) => (now.length === 0 ? [] : places.map(place => now.find(at(place)) ?? empty(place))),
	columns: () => [
		shareColumns.measure,
		shareColumns.basis,
		shareColumns.denominator,
		{ key: 'week', label: 'column.week', show: (point, words) => point.week ?? words('share-now.no-week') },
		{
			key: 'cn_share',
			label: 'column.cn_share',
			numeric: true,
			show: (point, words) => maybeShare(point.cn_share, words),
		},
		{
			key: 'us_share',
			label: 'column.us_share',
			numeric: true,
			show: (point, words) => maybeShare(point.us_share, words),
		},
		shareColumns.low,
		shareColumns.high,
		shareColumns.coverage,
		{
			key: 'models',
			label: 'column.models',
			numeric: true,
			show: (point, words) => (point.models === null ? words('value.not_stated') : count(point.models)),
		},
		{ key: 'unnamed', label: 'column.unnamed', show: unnamedText },
		{ key: 'total_basis', label: 'column.total_basis', show: totalBasis },
		{
			key: 'lead',
			label: 'column.lead',
			show: (point, words) => (point.lead === null ? words('value.not_stated') : words(`lead.${point.lead}` as Key)),
		},
		shareColumns.provisional,
		shareColumns.as_of,
	],
	few: () => null,
	title({ points, words }) {
		const { tokens, spend, week } = newest(points);
		const own = tokens.map(point => Number(point.cn_share));
		if (week === '') return words('share-now.title-none');
		const range = own.length ? shareRange(Math.min(...own), Math.max(...own), words) : '';
		if (spend && own.length) return words('share-now.title', { range, spend: spendText(spend, words) });
		if (spend) return words('share-now.title-spend', { spend: spendText(spend, words), week: day(week, words) });
		return words('share-now.title-tokens', { range, week: day(week, words) });
	},
	subtitle: ({ words }) => words('share-now.subtitle'),
	note: ({ words }) => words('share-now.note'),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('share-now.part', {
					measure: words(`measure.${point.measure}`),
					basis: words(`basis.${point.basis}` as Key),
					share:
						point.cn_share === null ? words('share-now.no-week') : band(point.cn_share, point.low, point.high, words),
					week: point.week === null ? words('value.not_stated') : day(point.week, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const lines: Line<Now>[] = places.flatMap((place, index) => {
			const point = points.find(at(place)) ?? empty(place);
			const isFirst = index === 0 || (place.measure !== 'tokens' && places[index - 1]?.measure === 'tokens');
			const head = place.measure === 'tokens' ? 'share-now.panel-tokens' : 'share-now.panel-spend';
			return [...(isFirst ? [{ label: words(head) }] : []), line(point, words, width < 500)];
		});
		const sheet = rowSheet(document, {
			width,
			lines,
			axis: shareAxis,
			rule: 0.5,
			at: point => Number(point.cn_share ?? 0),
		});
		for (const { item, y } of sheet.lines)
			for (const node of drawn(document, item, sheet.x, y)) sheet.root.append(node);
		return sheet.root;
	},
} satisfies Chart<Rows, Now>;

const at = (place: (typeof places)[number]) => (row: Now) => row.measure === place.measure && row.basis === place.basis;
const empty = ({ measure, basis }: (typeof places)[number]): Now => ({
	measure,
	basis,
	denominator: basis === 'all_tokens' ? 'all' : 'cn_plus_us',
	week: null,
	cn_share: null,
	us_share: null,
	low: null,
	high: null,
	coverage: null,
	models: null,
	unnamed: null,
	total_basis: null,
	lead: null,
	is_provisional: false,
	as_of: null,
});
/** Tokens of no public lab: they stay with neither side. */
const unnamedText = (point: Now, words: Words) => words(point.unnamed === null ? 'value.none' : 'share-now.unnamed');

/** The bases of the newest week that any has: an older one is not carried into the sentence. */
function newest(points: readonly Now[]) {
	const week = points.reduce((last, point) => (point.week !== null && point.week > last ? point.week : last), '');
	const own = points.filter(point => point.week === week && point.cn_share !== null);
	return {
		week,
		tokens: own.filter(point => point.measure === 'tokens'),
		spend: own.find(point => point.measure === 'spend'),
	};
}

function spendText(point: Now, words: Words): string {
	const isRange = Number(point.high) - Number(point.low) > 0.03;
	return isRange ? shareRange(point.low ?? 0, point.high ?? 0, words) : share(point.cn_share ?? 0, 0);
}

function line(point: Now, words: Words, isNarrow: boolean): Line<Now> {
	const basis = words(`basis.${point.basis}` as Key);
	const name =
		point.measure === 'tokens_same_models'
			? words('share-now.same-models')
			: point.measure === 'spend'
				? words('share-now.spend', { basis })
				: basis;
	if (point.week === null || point.cn_share === null)
		return { label: name, end: words('share-now.no-week'), item: point };
	const hasBand = point.low !== null && Number(point.high) > Number(point.low);
	const text = isNarrow || !hasBand ? share(point.cn_share) : band(point.cn_share, point.low, point.high, words);
	return {
		label: words('share-now.row', { name, week: day(point.week, words) }),
		end: point.is_provisional && !isNarrow ? words('share-now.provisional', { share: text }) : text,
		item: point,
	};
}

/** China from the left, the US after it or to the right end; the band of China's share as a whisker. */
function drawn(document: Document, point: Now, x: (value: number) => number, y: number): SVGElement[] {
	if (point.cn_share === null) return [];
	const [cn, us] = [Number(point.cn_share), Number(point.us_share ?? 0)];
	const thin = point.measure === 'tokens_same_models' ? 3 : 6;
	const [left, right] = point.denominator === 'all' ? [cn, cn + us] : [1 - us, 1];
	const nodes = [
		box(document, [x(0), x(cn)], [y - thin, y + thin], {
			fill: paint('cn'),
			opacity: point.is_provisional ? 0.5 : 0.85,
		}),
		box(document, [x(left), x(right)], [y - thin, y + thin], {
			fill: paint('us'),
			opacity: point.is_provisional ? 0.5 : 0.85,
		}),
	];
	if (right < 1)
		nodes.push(box(document, [x(right), x(1)], [y - thin, y + thin], { fill: paint('rest'), opacity: 0.24 }));
	if (point.low !== null && point.high !== null && Number(point.high) > Number(point.low)) {
		nodes.push(bar(document, x(Number(point.low)), x(Number(point.high)), y, { stroke: paint('page'), width: 5 }));
		nodes.push(bar(document, x(Number(point.low)), x(Number(point.high)), y, { stroke: paint('ink'), width: 1.5 }));
		for (const end of [point.low, point.high])
			nodes.push(box(document, [x(Number(end)) - 0.75, x(Number(end)) + 0.75], [y - 5, y + 5], { fill: paint('ink') }));
	}
	nodes.push(mark(document, 'CN', x(0) + 8, y, { stroke: paint('page'), r: thin === 3 ? 2 : 3 }));
	nodes.push(shape(document, 'circle', x(right) - 8, y, { stroke: paint('page'), r: thin === 3 ? 2 : 3 }));
	return nodes;
}
