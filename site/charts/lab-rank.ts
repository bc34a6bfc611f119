import type { Chart, Document, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { count, day, dayOfYear, tokens, type Num } from '../format.ts';
import { labColumn, labText } from '../lab-name.ts';
import { cut } from '../label.ts';
import { endLabels, labelRoom, timeAxis, utc, type Axis, type EndLabel, type Panel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import { isNextWeek, lastYear } from '../weeks.ts';
import { shareColumns } from '../share-columns.ts';

type Week = Point & {
	week: string;
	lab: string;
	country: string;
	rank: Num;
	best_rank: Num;
	worst_rank: Num;
	tokens: Num;
	open_tokens: Num;
	is_provisional: boolean;
	as_of: string | null;
};
type Rows = { weeks: Week[] };

/** Ranks inside the frame, labs in their country's hue, and where a line that leaves the frame ends. */
const [ranks, coloured, outside] = [10, 7, 10.75];

export const labRank = {
	id: 'lab-rank',
	marts: ['mart_tokens__lab_week', 'mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['year', 'whole-series'],
	// The nearest labs below pass first: `worst_rank` is how many the open tokens can carry past a lab together.
	query: {
		weeks: `with complete as (
    select week, lab, country, tokens, as_of from mart_tokens__lab_week where days = 7
),
named as (
    select *, row_number() over (partition by week order by tokens desc, lab) as rank from complete where lab not in ('unnamed', 'unlisted')
),
unattributed as (
    select week, sum(tokens)::bigint as open_tokens from complete where lab in ('unnamed', 'unlisted') group by week
),
passed as (
    select own.week, own.lab, sum(own.tokens - other.tokens) over (partition by own.week, own.lab order by other.rank) as needed
    from named as own
    join named as other on other.week = own.week and other.rank > own.rank
    where own.rank <= ${ranks}
),
worst as (
    select week, lab, count(*) filter (needed <= coalesce(open_tokens, 0)) as passing
    from passed left join unattributed using (week) group by week, lab
),
best as (
    select own.week, own.lab, count(ahead.lab) as ahead
    from named as own
    left join unattributed on unattributed.week = own.week
    left join named as ahead on ahead.week = own.week and ahead.tokens > own.tokens + coalesce(open_tokens, 0)
    where own.rank <= ${ranks}
    group by own.week, own.lab
)
select named.week, named.lab, (select name_zh from mart_lab__lab as lab where lab.lab = named.lab) as lab_zh, named.country, rank, 1 + best.ahead as best_rank, rank + coalesce(worst.passing, 0) as worst_rank, named.tokens,
    coalesce(open_tokens, 0) as open_tokens, coalesce(is_provisional, false) as is_provisional, named.as_of
from named
join best using (week, lab)
left join worst using (week, lab)
left join unattributed using (week)
left join mart_token_share__country_week as platform on platform.week = named.week and platform.basis = 'all_tokens' and platform.country = 'CN'
order by named.week, rank`,
	},
	width: 720,
	points: (rows, view) =>
		lastYear(
			rows.weeks.filter(row => Number(row.rank) <= ranks),
			view === 'whole-series',
		),
	columns: () => [
		shareColumns.week,
		{ key: 'rank', label: 'column.rank', numeric: true },
		labColumn,
		shareColumns.country,
		{ key: 'tokens', label: 'column.tokens', numeric: true, show: (point, words) => tokens(point.tokens, words) },
		{
			key: 'open_tokens',
			label: 'column.open_tokens',
			numeric: true,
			show: (point, words) => tokens(point.open_tokens, words),
		},
		{ key: 'best_rank', label: 'column.best_rank', numeric: true },
		{ key: 'worst_rank', label: 'column.worst_rank', numeric: true },
		shareColumns.provisional,
		shareColumns.as_of,
	],
	few({ points, words }) {
		const weeks = weeksOf(points).length;
		return weeks < 4 ? words('lab-rank.few', { weeks }) : null;
	},
	title({ points, words }) {
		const leads = leadersOf(points);
		const last = leads.at(-1) as Week;
		const since = leads.findLastIndex(point => point.lab !== last.lab) + 1;
		return words('lab-rank.title', {
			leaders: new Set(leads.map(point => point.lab)).size,
			weeks: leads.length,
			lab: labText(last, words),
			week: day((leads[since] ?? last).week, words),
		});
	},
	subtitle: ({ points, words }) => words('lab-rank.subtitle', { week: day(weeksOf(points).at(-1) ?? '', words) }),
	note({ points, words }) {
		const leads = leadersOf(points);
		return words('lab-rank.note', {
			certain: count(leads.filter(isCertain).length),
			weeks: count(leads.length),
			open: tokens(leads.at(-1)?.open_tokens ?? 0, words),
		});
	},
	summary({ points, words }) {
		const last = weeksOf(points).at(-1) ?? '';
		const first = leadersOf(points).at(-1);
		const places = points
			.filter(point => point.week === last)
			.map(point =>
				words('lab-rank.place', {
					rank: count(point.rank),
					lab: labText(point, words),
					tokens: tokens(point.tokens, words),
				}),
			);
		return sentences(
			[
				words('lab-rank.summary', { week: day(last, words), places: places.join(words('list.comma')) }),
				first
					? words('lab-rank.range', { lab: first.lab, best: count(first.best_rank), worst: count(first.worst_rank) })
					: '',
			],
			words,
		);
	},
	tip: (point, words) =>
		words(isCertain(point) ? 'lab-rank.tip-certain' : 'lab-rank.tip-open', {
			lab: labText(point, words),
			week: dayOfYear(point.week, words),
			rank: count(point.rank),
			tokens: tokens(point.tokens, words),
			best: count(point.best_rank),
			worst: count(point.worst_rank),
		}),
	draw(document, { points, words }, width, few) {
		const isNarrow = width < 500;
		const height = isNarrow ? 320 : 380;
		const root = sheet(document, width, height);
		const weeks = weeksOf(points);
		const hued = huedOf(points, isNarrow);
		const inkOf = (point: Week) => (hued.has(point.lab) ? group(point.country).text : paint('muted'));
		const starts = isNarrow ? [] : points.filter(point => point.week === weeks[0]);
		const labels = points
			.filter(point => point.week === weeks.at(-1))
			.map((point): EndLabel => {
				const name = labText(point, words);
				const text = isNarrow ? name : `${name} ${tokens(point.tokens, words)}`;
				return { id: point.lab, text, colour: inkOf(point), at: utc(point.week), value: Number(point.rank) };
			});
		const right = labelRoom(labels, isNarrow ? 130 : 200);
		const left =
			32 +
			(starts.length
				? labelRoom(
						starts.map(point => ({ text: labText(point, words) })),
						120,
					) - 8
				: 0);
		const drawn = frame(document, {
			width,
			height,
			margin: { top: 12, right, bottom: 44, left },
			x: timeAxis(utc(weeks[0] ?? ''), utc(weeks.at(-1) ?? ''), isNarrow ? 4 : 6, words),
			y: rankAxis,
		});
		// The newest and largest lie on top, those in grey below all.
		const lines = labsOf(points).sort((a, b) => standing(b, hued) - standing(a, hued));
		for (const line of lines) drawLine(document, drawn, line, weeks, { isHued: hued.has(line[0]?.lab ?? ''), few });
		for (const point of starts)
			drawn.svg.append(
				element(
					document,
					'text',
					{
						x: left - 26,
						y: fixed(drawn.y(Number(point.rank)) + 4),
						'text-anchor': 'end',
						fill: inkOf(point),
						'data-label': '',
					},
					cut(labText(point, words), left - 28),
				),
			);
		endLabels(document, drawn, labels, { top: 18, bottom: height - 48, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Week>;

const rankAxis: Axis = {
	type: 'linear',
	domain: [outside, 0.5],
	ticks: Array.from({ length: ranks }, (_, index) => index + 1),
};
const weeksOf = (points: readonly Week[]) => [...new Set(points.map(point => point.week))];
const leadersOf = (points: readonly Week[]) => points.filter(point => Number(point.rank) === 1);
const labsOf = (points: readonly Week[]): Week[][] =>
	[...new Set(points.map(point => point.lab))].map(lab => points.filter(point => point.lab === lab));
/** The rank holds wherever the tokens of labs that are not named belong. */
const isCertain = ({ best_rank, worst_rank }: Week) => Number(best_rank) === Number(worst_rank);

/** Labs in their country's hue: most weeks among the first three, then the newest rank; on a narrow drawing only labs that it names. */
function huedOf(points: readonly Week[], isNarrow: boolean): Set<string> {
	const newest = points.at(-1)?.week;
	const onTop = (line: readonly Week[]) => line.filter(point => Number(point.rank) <= 3).length;
	const lines = labsOf(points)
		.filter(line => !isNarrow || line.at(-1)?.week === newest)
		.sort((a, b) => onTop(b) - onTop(a) || Number(a.at(-1)?.rank) - Number(b.at(-1)?.rank));
	return new Set(lines.slice(0, coloured).map(line => line[0]?.lab ?? ''));
}

/** Which line lies on which: what has a hue, what is newest, what ranks first. */
const standing = (line: readonly Week[], hued: ReadonlySet<string>) => {
	const last = line.at(-1) as Week;
	return (hued.has(last.lab) ? 0 : 1e15) - utc(last.week).getTime() + Number(last.rank);
};

/** A lab's ranks: broken at a missing week, leaving the frame where the lab is not among its ranks. */
function drawLine(
	document: Document,
	{ svg, x, y }: Panel,
	line: readonly Week[],
	weeks: readonly string[],
	{ isHued, few }: { isHued: boolean; few: boolean },
): void {
	const { stroke, symbol, dash } = group(line[0]?.country ?? 'unknown');
	const at = ({ week, rank }: { week: string; rank: Num }) => `${fixed(x(utc(week)))},${fixed(y(Number(rank)))}`;
	const known = new Map(line.map(point => [point.week, point]));
	let path = '';
	for (const [index, week] of few ? [] : weeks.entries()) {
		const before = weeks[index - 1];
		if (before === undefined || !isNextWeek(before, week)) continue;
		const [from, to] = [known.get(before), known.get(week)];
		if (!from && !to) continue;
		const start = at(from ?? { week: before, rank: outside });
		path += `${path.endsWith(start) ? '' : `M${start}`}L${at(to ?? { week, rank: outside })}`;
	}
	const trace = (ink: string, strokeWidth: number, strokeDash?: string, opacity?: number) =>
		element(document, 'path', {
			d: path,
			fill: 'none',
			stroke: ink,
			'stroke-width': strokeWidth,
			'stroke-linejoin': 'round',
			'stroke-dasharray': strokeDash,
			'stroke-opacity': opacity,
		});
	// A rim in the colour of the page parts lines of one hue where they cross.
	if (path && isHued) svg.append(trace(paint('page'), 5), trace(stroke, 2, dash));
	else if (path) svg.append(trace(paint('rest'), 1, undefined, 0.7));
	for (const point of line) {
		const [px, py] = [x(utc(point.week)), y(Number(point.rank))];
		stopAt(svg, point, px, py);
		const isEnd = point === line.at(-1) && point.week === weeks.at(-1);
		if (!few && !isEnd && !(isHued && isCertain(point))) continue;
		svg.append(
			element(document, 'path', {
				d: mark(symbol, px, py, isEnd || few ? 4 : 2.75),
				stroke: isHued ? stroke : paint('rest'),
				'stroke-width': 1.25,
				fill: isCertain(point) && !point.is_provisional ? (isHued ? stroke : paint('rest')) : paint('page'),
			}),
		);
	}
}
