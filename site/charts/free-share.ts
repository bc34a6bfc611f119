import type { Chart, Document, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { band, day, share, shareRange, tokens, type Num } from '../format.ts';
import { hatching } from '../hatch.ts';
import { columns, endLabels, labelRoom, timeAxis, utc, type EndLabel, type Panel } from '../panel.ts';
import { listed, sentences } from '../sentence.ts';
import { shareScale, shareTop } from '../share-axis.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import { lastYear } from '../weeks.ts';
import type { Words } from '../words.ts';
import { maybeShare, shareColumns } from '../share-columns.ts';

type Week = Point & {
	week: string;
	basis: 'top50_day' | 'top10_models';
	denominator: string;
	country: string;
	tokens: Num;
	free_tokens: Num;
	unpriced_tokens: Num;
	low: Num;
	high: Num;
	coverage: Num | null;
	others: Num | null;
	is_provisional: boolean;
	as_of: string | null;
};
type Rows = { weeks: (Week & { low: Num | null; high: Num | null })[] };
const countries = ['US', 'CN'] as const;
/** Weeks at each end that a title compares, and the unknown part of their tokens above which it does not. */
const [span, tooOpen] = [13, 0.1];

export const freeShare = {
	id: 'free-share',
	marts: ['mart_free_share__country_week', 'mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['year', 'whole-series', 'top10'],
	query: {
		weeks: `with listed as (
    select *, sum(tokens) over (partition by basis, week) as all_listed,
        coalesce(sum(tokens) filter (country not in ('US', 'CN', 'unlisted')) over (partition by basis, week), 0) as other_tokens,
        coalesce(sum(tokens) filter (country = 'unlisted') over (partition by basis, week), 0) as unlisted_tokens,
    from mart_free_share__country_week
)
select listed.week, listed.basis, 'country' as denominator, listed.country, listed.tokens, free_tokens, unpriced_tokens, listed.low, listed.high,
    case listed.basis when 'top50_day' then 1 - unlisted_tokens / all_listed else least(1, all_listed / total_tokens) end as coverage,
    other_tokens / (all_listed - unlisted_tokens) as others, is_provisional, as_of
from listed
join mart_token_share__country_week as platform on platform.week = listed.week and platform.basis = 'all_tokens' and platform.country = 'CN'
where is_complete and listed.country in ('US', 'CN')
order by listed.week, listed.country desc`,
	},
	width: 1040,
	points: (rows, view) =>
		lastYear(
			rows.weeks.filter(
				row => row.basis === (view === 'top10' ? 'top10_models' : 'top50_day') && row.low !== null && row.high !== null,
			),
			view !== 'year',
		),
	columns: () => [
		shareColumns.week,
		shareColumns.country,
		shareColumns.basis,
		shareColumns.denominator,
		{ key: 'tokens', label: 'column.tokens', numeric: true, show: (point, words) => tokens(point.tokens, words) },
		{
			key: 'free_tokens',
			label: 'column.free_tokens',
			numeric: true,
			show: (point, words) => tokens(point.free_tokens, words),
		},
		{
			key: 'unpriced_tokens',
			label: 'column.unpriced_tokens',
			numeric: true,
			show: (point, words) => tokens(point.unpriced_tokens, words),
		},
		{ key: 'low', label: 'column.low', numeric: true, show: point => share(point.low) },
		{ key: 'high', label: 'column.high', numeric: true, show: point => share(point.high) },
		shareColumns.coverage,
		shareColumns.provisional,
		shareColumns.as_of,
	],
	few({ points, words }) {
		const weeks = weeksOf(points).length;
		return weeks < 4 ? words('free-share.few', { weeks }) : null;
	},
	title({ points, words }) {
		const spans = spansOf(points);
		const text = (one: Span) => shareRange(one.low, one.high, words);
		if (spans)
			return words('free-share.title', {
				us0: text(spans.US.first),
				us: text(spans.US.last),
				cn0: text(spans.CN.first),
				cn: text(spans.CN.last),
			});
		const week = weeksOf(points).at(-1) ?? '';
		const parts = points
			.filter(point => point.week === week)
			.map(point => words('free-share.part', { country: countryOf(point, words), share: text(spanOf([point])) }));
		return words('free-share.title-now', { week: day(week, words), parts: listed(parts, words) });
	},
	subtitle({ points, view, words }) {
		const last = points.at(-1) as Week;
		return words(view === 'top10' ? 'free-share.subtitle-top10' : 'free-share.subtitle-top50', {
			week: day(last.week, words),
			coverage: maybeShare(last.coverage, words),
		});
	},
	note: ({ points, words }) =>
		sentences(
			[
				spansOf(points) ? words('free-share.note-spans', { weeks: span }) : '',
				words('free-share.note', { others: maybeShare((points.at(-1) as Week).others, words) }),
			],
			words,
		),
	summary: ({ points, words }) =>
		sentences(
			countries.map(country => {
				const own = points.filter(point => point.country === country);
				const last = own.at(-1);
				if (!last) return '';
				const most = own.reduce((top, point) => (Number(point.low) > Number(top.low) ? point : top));
				return words('free-share.summary', {
					country: countryOf(last, words),
					week: day(last.week, words),
					tokens: tokens(last.tokens, words),
					free: share(last.low),
					unknown: share(unknownOf(last)),
					mostWeek: day(most.week, words),
					most: most.low === most.high ? share(most.low) : band(most.low, most.low, most.high, words),
				});
			}),
			words,
		),
	draw(document, { points, view, words }, width) {
		const grid = columns(width, 2);
		const isNarrow = grid.across === 1;
		const height = isNarrow ? 230 : 300;
		const root = sheet(document, width, height * (2 / grid.across));
		const hatch = `free-share-${view}-${width}-hatch`;
		root.append(hatching(document, hatch));
		const weeks = points.map(point => utc(point.week).getTime());
		const half = 3.5 * 86_400_000;
		const x = timeAxis(
			new Date(Math.min(...weeks) - half),
			new Date(Math.max(...weeks) + half),
			isNarrow ? 4 : 6,
			words,
		);
		const y = shareScale(shareTop(points.map(point => Number(point.high))));
		countries.forEach((country, index) => {
			const own = points.filter(point => point.country === country);
			const labels = own.slice(-1).flatMap(point => labelsOf(point, words));
			const right = Math.max(24, labelRoom(labels, 150));
			const drawn = frame(document, {
				width: grid.width,
				height,
				margin: { top: 30, right, bottom: 44, left: 48 },
				x,
				y,
				heading: words(`country.${country}`),
			});
			for (const point of own) drawBar(document, drawn, point, hatch);
			endLabels(document, drawn, labels, { top: 34, bottom: height - 48, right, width: grid.width });
			place(root, drawn.svg, isNarrow ? 0 : index * grid.width, isNarrow ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Week>;

type Span = { low: number; high: number };
const weeksOf = (points: readonly Week[]) => [...new Set(points.map(point => point.week))];
const countryOf = (point: Week, words: Words) => words(`country.${point.country as (typeof countries)[number]}`);
const unknownOf = (point: Week) => Number(point.unpriced_tokens) / Number(point.tokens);

/** The free part of several weeks' tokens together, with the unknown taken for paid and for free. */
function spanOf(points: readonly Week[]): Span {
	const sum = (pick: (point: Week) => Num) => points.reduce((total, point) => total + Number(pick(point)), 0);
	const [all, free, unknown] = [
		sum(point => point.tokens),
		sum(point => point.free_tokens),
		sum(point => point.unpriced_tokens),
	];
	return { low: free / all, high: (free + unknown) / all };
}

/** First and last weeks of both countries; null where they would overlap or too much is unknown. */
function spansOf(points: readonly Week[]): Record<(typeof countries)[number], { first: Span; last: Span }> | null {
	const spans = countries.map(country => {
		const own = points.filter(point => point.country === country);
		return own.length < 2 * span ? null : { first: spanOf(own.slice(0, span)), last: spanOf(own.slice(-span)) };
	});
	const [US, CN] = spans;
	const isOpen = ({ low, high }: Span) => high - low > tooOpen;
	if (!US || !CN || [US.first, US.last, CN.first, CN.last].some(isOpen)) return null;
	return { US, CN };
}

function labelsOf(point: Week, words: Words): EndLabel[] {
	const at = utc(point.week);
	const free = words('free-share.label-free', { share: share(point.low) });
	const unknown = words('free-share.label-unknown', { share: share(unknownOf(point)) });
	const labels = [{ id: 'free', text: free, colour: group(point.country).text, at, value: Number(point.low) / 2 }];
	const middle = (Number(point.low) + Number(point.high)) / 2;
	if (unknownOf(point) > 0) labels.push({ id: 'unknown', text: unknown, colour: paint('muted'), at, value: middle });
	return labels;
}

/** One week from zero: the free part, above it the part of unknown price; a hollow mark where there is neither. */
function drawBar(document: Document, { svg, x, y }: Panel, point: Week, hatch: string): void {
	const [at, wide] = [x(utc(point.week)), (x(new Date(7 * 86_400_000)) - x(new Date(0))) * 0.8];
	const { stroke, symbol } = group(point.country);
	const [low, high] = [Number(point.low), Number(point.high)];
	const part = (from: number, to: number, look: Record<string, string | number>) =>
		svg.append(
			element(document, 'rect', {
				x: fixed(at - wide / 2),
				y: fixed(y(to)),
				width: fixed(wide),
				height: fixed(y(from) - y(to)),
				...look,
			}),
		);
	if (low > 0) part(0, low, point.is_provisional ? { fill: paint('page'), stroke } : { fill: stroke });
	if (high > low) part(low, high, { fill: `url(#${hatch})`, stroke: paint('rest'), 'stroke-width': 0.5 });
	if (high === 0)
		svg.append(
			element(document, 'path', { d: mark(symbol, at, y(0), 2.5), stroke, 'stroke-width': 1, fill: paint('page') }),
		);
	stopAt(svg, point, at, y(low));
}
