import type { Chart, Document, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { band, day, dayOfYear, share, type Num } from '../format.ts';
import { cut } from '../label.ts';
import { columns, endLabels, labelRoom, timeAxis, utc, type EndLabel, type Panel } from '../panel.ts';
import { shareScale, shareTop } from '../share-axis.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import { weekRuns } from '../weeks.ts';
import type { Key, Words } from '../words.ts';
import { maybeShare, shareColumns } from '../share-columns.ts';

type Week = Point & {
	week: string;
	measure: 'tokens' | 'spend' | 'tokens_same_models';
	basis: 'all_tokens' | 'top10_models';
	denominator: string;
	country: string;
	share: Num;
	low: Num | null;
	high: Num | null;
	coverage: Num | null;
	is_provisional: boolean;
	as_of: string | null;
};
type Rows = { tokens: Week[]; spend: Week[] };

export const labShare = {
	id: 'lab-share',
	of: 'lab',
	marts: ['mart_tokens__lab_week', 'mart_spend__lab_week', 'mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['all'],
	query: {
		tokens: `with whole as (
    select week, coverage, is_provisional from mart_token_share__country_week
    where basis = 'all_tokens' and country = 'CN' and denominator = 'all' and is_complete
),
unattributed as (
    select week, sum(share) as share from mart_tokens__lab_week where lab in ('unnamed', 'unlisted') group by week
)
select lab_slug, t.week, 'tokens' as measure, 'all_tokens' as basis, 'all' as denominator, country_group as country, t.share, t.share as low,
    least(1, t.share + coalesce(u.share, 0)) as high, whole.coverage, whole.is_provisional, t.as_of
from mart_tokens__lab_week as t
join mart_lab__lab using (lab)
join whole on whole.week = t.week
left join unattributed as u on u.week = t.week
where lab_slug = $id
order by lab_slug, t.week`,
		spend: `with told as (
    select *, tokens / sum(tokens) over (partition by week) as token_share from mart_spend__lab_week where basis = 'top10_models'
),
both_measures as (
    select lab, week, 'spend' as measure, share, low, high, coverage from told where not is_missing
    union all
    select lab, week, 'tokens_same_models', token_share, null, null, coverage from told where not is_missing
)
select lab_slug, week, measure, 'top10_models' as basis, 'all' as denominator, country_group as country, share, low, high, coverage,
    false as is_provisional, null as as_of
from both_measures
join mart_lab__lab using (lab)
where lab_slug = $id
order by lab_slug, week, measure`,
	},
	width: 1040,
	points: rows =>
		[...rows.tokens, ...rows.spend]
			.filter(row => row.share !== null)
			.sort((a, b) => a.week.localeCompare(b.week) || a.measure.localeCompare(b.measure, 'en')),
	columns: () => [
		shareColumns.week,
		shareColumns.measure,
		shareColumns.basis,
		{ key: 'denominator', label: 'column.denominator', show: denominatorOf },
		shareColumns.share,
		shareColumns.low,
		shareColumns.high,
		shareColumns.coverage,
		shareColumns.provisional,
		shareColumns.as_of,
	],
	few({ points, words }) {
		const weeks = new Set(points.map(point => point.week)).size;
		return weeks < 4 ? words('lab-share.few', { weeks }) : null;
	},
	title({ points, words }) {
		const last = points.filter(point => point.measure === 'tokens').at(-1);
		const spent = points.filter(point => point.measure === 'spend').at(-1) ?? points.at(-1);
		const told = last ?? (spent as Week);
		return words(last ? 'lab-share.title' : 'lab-share.title-spend', {
			share: share(told.share),
			week: day(told.week, words),
		});
	},
	subtitle: ({ points, words }) =>
		words('lab-share.subtitle', {
			top: share(topOf(points), 0),
			coverage: maybeShare(points.filter(point => point.measure === 'tokens').at(-1)?.coverage ?? null, words),
		}),
	note: ({ words }) => words('lab-share.note'),
	summary: ({ points, words }) =>
		lines(points)
			.map(line => {
				const [last, by] = [line.at(-1) as Week, [...line].sort((a, b) => Number(a.share) - Number(b.share))];
				const [low, high] = [by[0] as Week, by.at(-1) as Week];
				return words('lab-share.summary', {
					measure: words(`measure.${last.measure}`),
					basis: words(`basis.${last.basis}`),
					share: band(last.share, last.low, last.high, words),
					week: day(last.week, words),
					low: share(low.share),
					lowWeek: day(low.week, words),
					high: share(high.share),
					highWeek: day(high.week, words),
				});
			})
			.join(' '),
	draw(document, { points, words }, width, few) {
		const grid = columns(width, 2);
		const isNarrow = grid.across === 1;
		const height = isNarrow ? 230 : 280;
		const root = sheet(document, width, height * (2 / grid.across));
		const weeks = points.map(point => utc(point.week).getTime());
		const room = weeks.length > 1 && Math.min(...weeks) < Math.max(...weeks) ? 0 : 14 * 86_400_000;
		const x = timeAxis(
			new Date(Math.min(...weeks) - room),
			new Date(Math.max(...weeks) + room),
			isNarrow ? 4 : 6,
			words,
		);
		const y = shareScale(topOf(points));
		(['tokens', 'spend'] as const).forEach((measure, index) => {
			const own = lines(points).filter(line => (measure === 'tokens') === (line[0]?.measure === 'tokens'));
			const labels = own.map(line => labelOf(line, words, isNarrow));
			const right = Math.max(24, labelRoom(labels, isNarrow ? 170 : 210));
			const margin = { top: 30, right, bottom: 44, left: 48 };
			const drawn = frame(document, {
				width: grid.width,
				height,
				margin,
				x,
				y,
				heading: words(`lab-share.panel-${measure}`),
			});
			for (const line of own) draw(document, drawn, line, few);
			if (own.length === 0) {
				const sentence = words(measure === 'spend' ? 'lab-share.off-basis' : 'lab-share.none');
				drawn.svg.append(
					element(document, 'text', { x: 56, y: 60, fill: paint('muted') }, cut(sentence, grid.width - 64)),
				);
			}
			endLabels(document, drawn, labels, { top: 34, bottom: height - 48, right, width: grid.width });
			place(root, drawn.svg, isNarrow ? 0 : index * grid.width, isNarrow ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Week>;

const denominatorOf = (point: Week, words: Words) =>
	words((point.basis === 'all_tokens' ? 'denominator.all' : `basis.${point.basis}`) as Key);

/** One line for each measure, so that two bases are never one. */
const lines = (points: readonly Week[]): Week[][] =>
	(['tokens', 'spend', 'tokens_same_models'] as const)
		.map(measure => points.filter(point => point.measure === measure))
		.filter(line => line.length > 0);

/** One scale for both panels, which holds every share and band. */
const topOf = (points: readonly Week[]): number =>
	shareTop(points.flatMap(point => [Number(point.share), Number(point.high ?? 0)]));

/** Name, newest value and its day; a narrow panel names the day under it, in the axis. */
const labelOf = (line: readonly Week[], words: Words, isNarrow: boolean): EndLabel => {
	const last = line.at(-1) as Week;
	const name = {
		tokens: 'lab-share.label-all_tokens',
		spend: 'lab-share.label-spend',
		tokens_same_models: 'lab-share.label-same',
	} as const;
	const isMuted = last.measure === 'tokens_same_models';
	return {
		id: last.measure,
		text: `${words(name[last.measure])} ${share(last.share)}${isNarrow ? '' : words('label.seen', { day: dayOfYear(last.week, words) })}`,
		colour: isMuted ? paint('muted') : group(last.country).text,
		at: utc(last.week),
		value: Number(last.share),
	};
};

/** The line of a measure with its band, broken where a week is missing, and the mark at its end; dots where too few. */
function draw(document: Document, { svg, x, y }: Panel, line: readonly Week[], few: boolean): void {
	const last = line.at(-1) as Week;
	const { stroke, symbol } = group(last.country);
	const at = (point: Week) => `${fixed(x(utc(point.week)))},`;
	const isThin = last.measure === 'tokens_same_models';
	for (const point of line) stopAt(svg, point, x(utc(point.week)), y(Number(point.share)));
	if (!few) {
		for (const run of weekRuns(line)) {
			const banded = run.filter(point => point.low !== null && point.high !== null);
			if (banded.length > 1) {
				const edge = (end: 'low' | 'high') => banded.map(point => at(point) + fixed(y(Number(point[end]))));
				const [low, high] = [edge('low'), edge('high')];
				svg.append(
					element(document, 'path', {
						d: `M${high.join('L')}L${[...low].reverse().join('L')}Z`,
						fill: stroke,
						'fill-opacity': 0.24,
					}),
					element(document, 'path', {
						d: `M${low.join('L')}M${high.join('L')}`,
						fill: 'none',
						stroke,
						'stroke-width': 0.75,
					}),
				);
			}
			const path = run.map(point => at(point) + fixed(y(Number(point.share)))).join('L');
			svg.append(
				element(document, 'path', {
					d: run.length > 1 ? `M${path}` : `M${path}h0`,
					fill: 'none',
					stroke: isThin ? paint('muted') : stroke,
					'stroke-width': isThin ? 1 : 2.5,
					'stroke-linecap': 'round',
					'stroke-dasharray': isThin ? '2 3' : undefined,
				}),
			);
		}
	}
	for (const point of few ? line : [last])
		svg.append(
			element(document, 'path', {
				d: mark(symbol, x(utc(point.week)), y(Number(point.share)), isThin ? 2.5 : 4),
				stroke: isThin ? paint('muted') : stroke,
				'stroke-width': 1.25,
				fill: point.is_provisional || isThin ? paint('page') : stroke,
			}),
		);
}
