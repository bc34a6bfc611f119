import { totalBasis } from '../certainty.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { day, ratio, share, tokens, type Num } from '../format.ts';
import { hatching } from '../hatch.ts';
import { endLabels, labelRoom, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { tokenAxis } from '../token-axis.ts';
import { lastYear, weekRuns } from '../weeks.ts';
import type { Key, Words } from '../words.ts';
import { shareColumns } from '../share-columns.ts';

type Week = Point & {
	week: string;
	country: string;
	tokens: Num;
	total_tokens: Num;
	share: Num | null;
	total_basis: string | null;
	is_provisional: boolean;
	as_of: string | null;
};
type Rows = { weeks: (Week & { is_complete: boolean; tokens: Num | null; total_tokens: Num | null })[] };

/** From the bottom up; what no country can be named for lies on top. */
const layers = ['US', 'CN', 'EU', 'other', 'unnamed', 'unlisted'] as const;
type Stacked = Pick<Week, 'week' | 'country' | 'tokens'> & { point: Week; from: number; to: number };

export const tokensTrend = {
	id: 'tokens-trend',
	marts: ['mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['year', 'whole-series'],
	query: {
		weeks: `select week, country, tokens, total_tokens, share, total_basis, is_complete, is_provisional, as_of
from mart_token_share__country_week
where basis = 'all_tokens'
order by week, country`,
	},
	width: 720,
	points(rows, view): Week[] {
		const known = rows.weeks.filter(row => row.is_complete && row.tokens !== null && row.total_tokens !== null);
		const kept = known.map(row => {
			const { week, country, tokens, total_tokens, share, total_basis, is_provisional, as_of } = row as Week;
			return { week, country, tokens, total_tokens, share, total_basis, is_provisional, as_of };
		});
		return lastYear(kept, view === 'whole-series').sort(
			(a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0) || rank(a.country) - rank(b.country),
		);
	},
	columns: () => [
		shareColumns.week,
		shareColumns.country,
		{ key: 'tokens', label: 'column.tokens', numeric: true, show: (point, words) => tokens(point.tokens, words) },
		{
			key: 'total_tokens',
			label: 'column.total_tokens',
			numeric: true,
			show: (point, words) => tokens(point.total_tokens, words),
		},
		{ key: 'total_basis', label: 'column.total_basis', show: totalBasis },
		shareColumns.provisional,
		shareColumns.as_of,
	],
	few: ({ points, words }) => {
		const weeks = weeksOf(points).length;
		return weeks < 4 ? words('tokens-trend.few', { weeks }) : null;
	},
	title({ points, words }) {
		const all = weeksOf(points);
		const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
		const grown = (country: string) => of(points, last, country) / of(points, first, country);
		const [total, us, cn] = [totalOf(points, last) / totalOf(points, first), grown('US'), grown('CN')];
		if (all.length < 4 || ![total, us, cn].every(value => Number.isFinite(value) && value >= 2))
			return words('tokens-trend.title-now', {
				total: tokens(totalOf(points, last), words),
				us: tokens(of(points, last, 'US'), words),
				cn: tokens(of(points, last, 'CN'), words),
			});
		const weeks = Math.round((utc(last).getTime() - utc(first).getTime()) / (7 * 86_400_000));
		const [all_, american, chinese] = [ratio(total, words), ratio(us, words), ratio(cn, words)];
		return words('tokens-trend.title', { weeks, total: all_, us: american, cn: chinese });
	},
	subtitle: ({ points, words }) => words('tokens-trend.subtitle', { week: day(weeksOf(points).at(-1) ?? '', words) }),
	note({ points, words }) {
		const last = weeksOf(points).at(-1) ?? '';
		return words('tokens-trend.note', {
			unnamed: share(of(points, last, 'unnamed') / totalOf(points, last) || 0),
			unlisted: share(of(points, last, 'unlisted') / totalOf(points, last) || 0),
		});
	},
	summary({ points, words }) {
		const all = weeksOf(points);
		const at = (week: string) =>
			words('tokens-trend.at', {
				week: day(week, words),
				total: tokens(totalOf(points, week), words),
				us: tokens(of(points, week, 'US'), words),
				cn: tokens(of(points, week, 'CN'), words),
				unnamed: tokens(of(points, week, 'unnamed'), words),
			});
		return sentences(
			[...new Set([all[0], all.at(-1)])].flatMap(week => (week ? [at(week)] : [])),
			words,
		);
	},
	draw(document, { points, view, words }, width, few) {
		const height = width < 500 ? 300 : 360;
		const root = sheet(document, width, height);
		const weeks = weeksOf(points);
		const x = timeAxis(utc(weeks[0] ?? ''), utc(weeks.at(-1) ?? ''), width < 500 ? 4 : 6, words);
		const stacked = stack(points);
		const last = weeks.at(-1) ?? '';
		const labels: EndLabel[] = stacked
			.filter(point => point.week === last && point.to > point.from)
			.map(point => ({
				id: point.country,
				...labelOf(point, words),
				at: utc(last),
				value: (point.from + point.to) / 2,
			}));
		const right = labelRoom(labels, 150);
		const hatch = `tokens-trend-${view}-${width}-hatch`;
		root.append(hatching(document, hatch));
		const top = weeks.map(week => ({
			week,
			total: totalOf(points, week),
			isEstimate: points.some(point => point.week === week && point.total_basis === 'estimate'),
			isProvisional: points.some(point => point.week === week && point.is_provisional),
		}));
		const edge = {
			x: (point: { week: string }) => utc(point.week),
			y: 'total',
			stroke: paint('ink'),
			strokeWidth: 1.25,
		};
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 52 },
			x,
			y: tokenAxis(
				top.map(point => point.total),
				words,
			),
			marks: few
				? [Plot.dot(top, { ...edge, r: 4 })]
				: [
						...layers.flatMap(country =>
							layerMarks(
								stacked.filter(point => point.country === country),
								hatch,
							),
						),
						...weekRuns(top).flatMap(run => [
							Plot.line(run, { ...edge, strokeDasharray: run.some(point => point.isEstimate) ? '6 3' : undefined }),
						]),
						Plot.dot(
							top.filter(point => point.isProvisional),
							{ ...edge, r: 4, fill: paint('page') },
						),
					],
		});
		for (const { point, week, country, from, to } of stacked) {
			if (country === 'US' || country === 'CN') stopAt(drawn.svg, point, drawn.x(utc(week)), drawn.y((from + to) / 2));
		}
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Week>;

const rank = (country: string) => (layers as readonly string[]).indexOf(country);
const weeksOf = (points: readonly Week[]) => [...new Set(points.map(point => point.week))];
const totalOf = (points: readonly Week[], week: string) =>
	Number(points.find(point => point.week === week)?.total_tokens ?? 0);
const of = (points: readonly Week[], week: string, country: string) =>
	Number(points.find(point => point.week === week && point.country === country)?.tokens ?? 0);
const labelOf = (point: Pick<Week, 'country' | 'tokens'>, words: Words) => ({
	text: `${words(`country.${point.country}` as Key)} ${tokens(point.tokens, words)}`,
	colour: group(point.country).text,
});

function stack(points: readonly Week[]): Stacked[] {
	const heights = new Map<string, number>();
	return points.map(point => {
		const from = heights.get(point.week) ?? 0;
		const to = from + Number(point.tokens);
		heights.set(point.week, to);
		return { week: point.week, country: point.country, tokens: point.tokens, point, from, to };
	});
}

/** A layer of the stack: filled where its country is known, hatched where the lab is not named, an outline below the list. */
function layerMarks(layer: readonly Stacked[], hatch: string): Plot.Markish[] {
	const country = layer[0]?.country ?? 'unknown';
	const x = (point: Stacked) => utc(point.week);
	const shape = { x, y1: 'from', y2: 'to' };
	return weekRuns(layer).map(run => {
		if (country === 'unlisted')
			return Plot.line(run, { x, y: 'to', stroke: paint('rest'), strokeWidth: 1, strokeDasharray: '1 3' });
		if (country === 'unnamed')
			return Plot.areaY(run, { ...shape, fill: `url(#${hatch})`, stroke: paint('rest'), strokeWidth: 0.5 });
		return Plot.areaY(run, {
			...shape,
			fill: group(country).stroke,
			fillOpacity: 0.72,
			stroke: paint('page'),
			strokeWidth: 0.5,
		});
	});
}
