import { totalBasis } from '../certainty.ts';
import * as Plot from '@observablehq/plot';
import type { Chart } from '../chart.ts';
import { band, day, dayOfYear, share, shareRange, type Num } from '../format.ts';
import { columns, endLabels, labelRoom, panel, shareAxis, timeAxis, utc, type EndLabel } from '../panel.ts';
import { shareMarks, type Basis, type Drawn } from '../share-lines.ts';
import { paint } from '../style/colours.ts';
import { clauses, listed, sentences } from '../sentence.ts';
import { place, sheet } from '../svg.ts';
import { weeksBefore } from '../weeks.ts';
import type { Key, Words } from '../words.ts';
import { shareColumns } from '../share-columns.ts';

type Week = {
	week: string;
	basis: Basis;
	denominator: string;
	share: Num | null;
	low: Num | null;
	high: Num | null;
	coverage: Num | null;
	total_basis: string | null;
	unnamed: Num | null;
	as_of: string | null;
	lead: string | null;
	lead_certain: boolean | null;
	is_complete: boolean;
	is_provisional: boolean;
};
type Spend = {
	week: string;
	basis: Basis;
	share: Num | null;
	low: Num | null;
	high: Num | null;
	token_share: Num | null;
	is_missing: boolean;
	reason: string | null;
	prices_observed_on: string | null;
};
type Rows = { tokens: Week[]; spend: Spend[] };
export const shareTrend = {
	id: 'share-trend',
	marts: ['mart_token_share__country_week', 'mart_spend_share__country_week'],
	scope: 'share.scope',
	views: ['three-bases', 'top9', 'top50', 'all', 'whole-series'],
	query: {
		tokens: `select week, basis, denominator, share, low, high, coverage, total_basis, unnamed, as_of, lead, lead_certain, is_complete, is_provisional
from mart_token_share__country_week
where country = 'CN' and denominator = case basis when 'all_tokens' then 'all' else 'cn_plus_us' end
order by week, basis`,
		spend: `select week, basis, share, low, high, token_share, is_missing, reason, prices_observed_on
from mart_spend_share__country_week
where country = 'CN'
order by week`,
	},
	width: 1040,
	// P7: the open week is never drawn, nor a week with a day missing; a spend week without its mixes is missing, not zero.
	points(rows, view) {
		const wanted = ({ top9: ['top9_models'], top50: ['top50_daily'], all: ['all_tokens'] } as Record<string, Basis[]>)[
			view
		];
		const tokens = rows.tokens
			.filter(row => row.is_complete && row.share !== null && row.basis !== 'top10_models')
			.filter(row => !wanted || wanted.includes(row.basis))
			.map(row => ({
				...pick(row),
				measure: 'tokens' as const,
				prices_observed_on: null,
				share: row.share ?? 0,
				lead: leadOf(row),
			}));
		const spend = rows.spend
			.filter(row => !row.is_missing && row.share !== null)
			.flatMap(row => {
				const shared = {
					week: row.week,
					basis: row.basis,
					denominator: 'cn_plus_us',
					coverage: null,
					total_basis: null,
					unnamed: null,
					lead: null,
					is_provisional: false,
					as_of: null,
					prices_observed_on: row.prices_observed_on,
				};
				const same = {
					...shared,
					measure: 'tokens_same_models' as const,
					share: row.token_share ?? 0,
					low: null,
					high: null,
				};
				const measure = row.basis === 'top10_models' ? ('spend' as const) : ('spend_published' as const);
				const paid = { ...shared, measure, share: row.share ?? 0, low: row.low, high: row.high };
				return row.token_share === null || measure === 'spend_published' ? [paid] : [paid, same];
			});
		const all: Drawn[] = [...tokens, ...spend].sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
		const newest = all.reduce((last, point) => (point.week > last ? point.week : last), '');
		const first = view === 'whole-series' || newest === '' ? '' : weeksBefore(newest, 52);
		return all.filter(point => point.week >= first);
	},
	columns: () => [
		shareColumns.week,
		shareColumns.measure,
		shareColumns.basis,
		shareColumns.denominator,
		shareColumns.share,
		shareColumns.low,
		shareColumns.high,
		shareColumns.coverage,
		{ key: 'total_basis', label: 'column.total_basis', show: totalBasis },
		{
			key: 'lead',
			label: 'column.lead',
			show: (point, words) => (point.lead === null ? words('value.not_stated') : leadText(point.lead, words)),
		},
		shareColumns.provisional,
		shareColumns.as_of,
		{ key: 'prices_observed_on', label: 'column.prices_observed_on' },
	],
	few: ({ points, words }) => {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('share-trend.few', { weeks }) : null;
	},
	title({ points, words }) {
		const { tokens, spend } = newestWeek(points);
		if (tokens.length === 0) return words('share-trend.title-spend', { spend: spend ? spendText(spend, words) : '' });
		const shares = tokens.map(at => Number(at.share));
		const range = shareRange(Math.min(...shares), Math.max(...shares), words);
		if (!spend) return words('share-trend.title-tokens', { range, basis: basesOf(tokens, words) });
		return words('share-trend.title', { range, spend: spendText(spend, words) });
	},
	subtitle: ({ points, words }) => words('share-trend.subtitle', { week: day(newestWeek(points).week, words) }),
	note: ({ points, words }) =>
		sentences([words('share-trend.note'), publishedOf(points) ? words('share-trend.note-published') : ''], words),
	summary({ points, words }) {
		const { week, tokens, spend } = newestWeek(points);
		const parts = tokens.map(point =>
			words('share-trend.part', {
				basis: words(`basis.${point.basis}`),
				share: band(point.share, point.low, point.high, words),
			}),
		);
		if (spend) parts.push(words('share-trend.spend-part', { share: spendText(spend, words) }));
		const one = points.filter(point => point.measure === 'tokens' && point.basis === tokens[0]?.basis);
		const by = [...one].sort((a, b) => Number(a.share) - Number(b.share));
		const [low, high] = [by[0], by.at(-1)];
		const lead = tokens.find(point => point.basis === 'all_tokens')?.lead ?? null;
		const published = publishedOf(points);
		const ended = endedBefore(week, points).map(point =>
			words('share-trend.ended', {
				series: labelText(point, words),
				share: share(point.share),
				week: day(point.week, words),
			}),
		);
		return sentences(
			[
				words('share-trend.summary', { week: day(week, words), parts: clauses(parts, words) }),
				low && high
					? words('share-trend.extremes', {
							basis: words(`basis.${low.basis}`),
							low: share(low.share),
							lowWeek: day(low.week, words),
							high: share(high.share),
							highWeek: day(high.week, words),
						})
					: '',
				...ended,
				published
					? words('share-trend.published', {
							basis: words(`basis.${published.basis}`),
							week: day(published.week, words),
							share: band(published.share, published.low, published.high, words),
						})
					: '',
				lead ? words('share-trend.lead', { lead: leadText(lead, words) }) : '',
			],
			words,
		);
	},
	draw(document, { points, view, words }, width, few) {
		const grid = columns(width, 2);
		const height = grid.across === 1 ? 300 : 400;
		const root = sheet(document, width, height * (2 / grid.across));
		const weeks = points.map(point => utc(point.week).getTime());
		const x = timeAxis(new Date(Math.min(...weeks)), new Date(Math.max(...weeks)), grid.across === 1 ? 4 : 6, words);
		const banded: Basis = view === 'top9' ? 'top9_models' : view === 'top50' ? 'top50_daily' : 'all_tokens';
		(['tokens', 'spend'] as const).forEach((measure, index) => {
			const own = points.filter(point => (measure === 'tokens') === (point.measure === 'tokens'));
			const series = [...new Set(own.map(point => `${point.measure}/${point.basis}`))].map(key =>
				own.filter(point => `${point.measure}/${point.basis}` === key),
			);
			const labels = series.map(line => labelOf(line, words, grid.across === 1, newestWeek(points).week));
			const right = labelRoom(labels, grid.across === 1 ? 152 : 250);
			const margin = { top: 34, right, bottom: 40, left: 48 };
			const drawn = panel(document, {
				width: grid.width,
				height,
				margin,
				x,
				y: shareAxis,
				heading: words(`share-trend.panel-${measure}`),
				marks: [
					Plot.ruleY([0.5], { stroke: paint('muted') }),
					...series.flatMap(line => shareMarks(line, banded, few)),
				],
			});
			endLabels(document, drawn, labels, { top: 40, bottom: height - margin.bottom - 6, right, width: grid.width });
			place(root, drawn.svg, grid.across === 1 ? 0 : index * grid.width, grid.across === 1 ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Drawn>;

const pick = ({
	week,
	basis,
	denominator,
	low,
	high,
	coverage,
	total_basis,
	unnamed,
	is_provisional,
	as_of,
}: Week) => ({ week, basis, denominator, low, high, coverage, total_basis, unnamed, is_provisional, as_of });
/** `CN, certain` and `open` as the fixed terms. */
const leadText = (lead: string, words: Words) => words(`lead.${lead.replace(', ', '-')}` as Key);
const leadOf = (row: Week) =>
	row.lead === null || row.lead === 'open' ? row.lead : row.lead_certain ? `${row.lead}, certain` : 'open';

const spendText = (point: Drawn, words: Words) =>
	point.low !== null && point.high !== null && Number(point.high) - Number(point.low) > 0.03
		? shareRange(point.low, point.high, words)
		: share(point.share, 0);
const basesOf = (points: readonly Drawn[], words: Words) =>
	listed(
		points.map(point => words(`basis.${point.basis}`)),
		words,
	);
/** The newest week with tokens, and its points: a basis or a spend without that week is left out, not carried forward. */
function newestWeek(points: readonly Drawn[]): { week: string; tokens: Drawn[]; spend: Drawn | undefined } {
	const all = points.filter(point => point.measure === 'tokens');
	const week = (all.length ? all : points).reduce((last, point) => (point.week > last ? point.week : last), '');
	const tokens = all.filter(point => point.week === week);
	const spend = points.find(point => point.week === week && point.measure === 'spend');
	return { week, tokens, spend: spend ?? (all.length ? undefined : publishedOf(points)) };
}

/** The newest spend share that a gateway publishes itself. */
const publishedOf = (points: readonly Drawn[]) => points.filter(point => point.measure === 'spend_published').at(-1);

/** Series that end before the newest week: what they last said, and when. */
function endedBefore(week: string, points: readonly Drawn[]): Drawn[] {
	const ends = new Map<string, Drawn>();
	for (const point of points)
		if (point.measure === 'tokens' || point.measure === 'spend') ends.set(`${point.measure}/${point.basis}`, point);
	return [...ends.values()].filter(point => point.week < week);
}

// One group here, so dash and weight mean the basis.
const labelText = (point: Drawn, words: Words, suffix: '' | '-short' = '') =>
	words(point.measure === 'tokens' ? `basis.${point.basis}` : `share-trend.label-${point.measure}${suffix}`);

/** Name and newest value; a series that ends early says when. */
function labelOf(line: readonly Drawn[], words: Words, narrow: boolean, newest: string): EndLabel {
	const last = line.at(-1) as Drawn;
	const seen = last.week < newest ? words('label.seen', { day: dayOfYear(last.week, words) }) : '';
	return {
		text: `${labelText(last, words, narrow ? '-short' : '')} ${share(last.share, narrow ? 0 : 1)}${seen}`,
		colour: paint('cn-text'),
		at: utc(last.week),
		value: Number(last.share),
		id: `${last.measure}${last.basis}`,
	};
}
