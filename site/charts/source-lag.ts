import { channelName } from '../cell.ts';
import type { Chart, Point } from '../chart.ts';
import { count, figures, type Num } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { clauses } from '../sentence.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Lag = Point & {
	source: string;
	source_channel: string;
	changes: number;
	shown: number;
	not_yet: number;
	median_low_late_days: Num | null;
	median_late_days: Num | null;
	p90_late_days: Num | null;
};
type Rows = { lags: Lag[] };

/** Changes that a source must have shown before its median means anything. */
const least = 5;
const enough = (lag: Lag) => Number(lag.shown) >= least && lag.median_late_days !== null;
const nameOf = (lag: Lag, words: Words) =>
	words('source-lag.line', { source: lag.source, channel: channelName(lag.source_channel, words) });

/** How late each source shows a change that a lab has dated: the bounds of the median, and the ninth decile. */
export const sourceLag = {
	id: 'source-lag',
	marts: ['mart_source_lag__source'],
	views: ['all'],
	query: {
		lags: `select source, source_channel, changes, shown, not_yet, median_low_late_days, median_late_days, p90_late_days
from mart_source_lag__source
order by source, source_channel`,
	},
	width: 720,
	points: ({ lags }) => lags,
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{
			key: 'source_channel',
			label: 'column.channel',
			show: (point, words) => channelName(point.source_channel, words),
		},
		{ key: 'changes', label: 'column.changes', numeric: true },
		{ key: 'shown', label: 'column.shown_count', numeric: true },
		{ key: 'not_yet', label: 'column.not_yet', numeric: true },
		{
			key: 'median_low_late_days',
			label: 'column.median_low',
			numeric: true,
			show: (lag, words) => days(lag, lag.median_low_late_days, words),
		},
		{
			key: 'median_late_days',
			label: 'column.median_high',
			numeric: true,
			show: (lag, words) => days(lag, lag.median_late_days, words),
		},
		{
			key: 'p90_late_days',
			label: 'column.p90',
			numeric: true,
			show: (lag, words) => days(lag, lag.p90_late_days, words),
		},
	],
	few: ({ points, words }) => (points.some(enough) ? null : words('source-lag.few', { least })),
	title({ points, words }) {
		const worst = points.filter(enough).sort((a, b) => Number(b.median_late_days) - Number(a.median_late_days))[0];
		return worst
			? words('source-lag.title', { days: figures(worst.median_late_days ?? 0), source: cut(worst.source, 130, 12) })
			: words('source-lag.title-few', { sources: count(points.length) });
	},
	subtitle: ({ words }) => words('source-lag.subtitle', { least }),
	summary: ({ points, words }) =>
		words('source-lag.summary', {
			list: clauses(
				points.map(lag => `${nameOf(lag, words)} ${days(lag, lag.median_late_days, words)}`),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const isNarrow = width < 500;
		const pitch = isNarrow ? 46 : 28;
		const names = isNarrow ? 8 : Math.max(...points.map(lag => textWidth(nameOf(lag, words)))) + 24;
		const most = Math.max(
			7,
			...points.filter(enough).flatMap(lag => [Number(lag.median_late_days), Number(lag.p90_late_days ?? 0)]),
		);
		const at = (value: Num | null) => names + (Number(value ?? 0) / most) * (width - names - 40);
		const bottom = points.length * pitch + 4;
		const root = sheet(document, width, bottom + 24);
		points.forEach((lag, index) => {
			const y = index * pitch + (isNarrow ? 32 : pitch / 2);
			const place = isNarrow ? { x: 4, y: y - 18 } : { x: names - 12, y, 'text-anchor': 'end' };
			const text = { ...place, dy: '0.35em', fill: paint('ink'), 'data-label': '' };
			root.append(element(document, 'text', text, cut(nameOf(lag, words), isNarrow ? width - 8 : names)));
			stopAt(root, lag, at(enough(lag) ? lag.median_late_days : 0), y);
			if (!enough(lag)) {
				const said = words('source-lag.no-median', { shown: lag.shown });
				root.append(
					element(document, 'text', { x: names, y, dy: '0.35em', fill: paint('muted'), 'data-label': '' }, said),
				);
				return;
			}
			const [low, high, p90] = [at(lag.median_low_late_days), at(lag.median_late_days), at(lag.p90_late_days)];
			root.append(element(document, 'path', { d: `M${high},${y}H${p90}`, stroke: paint('rest'), 'stroke-width': 1 }));
			root.append(element(document, 'path', { d: `M${low},${y}H${high}`, stroke: paint('ink'), 'stroke-width': 4 }));
			root.append(element(document, 'circle', { cx: high, cy: y, r: 5, fill: paint('ink') }));
			if (lag.p90_late_days !== null)
				root.append(element(document, 'circle', { cx: p90, cy: y, r: 4, fill: paint('page'), stroke: paint('ink') }));
		});
		root.append(element(document, 'path', { d: `M${names},${bottom}H${width - 40}`, stroke: paint('rule') }));
		for (const [tick, anchor] of [
			[0, 'start'],
			[most, 'end'],
		] as const)
			root.append(
				element(
					document,
					'text',
					{ x: at(tick), y: bottom + 18, 'text-anchor': anchor, fill: paint('muted') },
					words('source-lag.days', { days: figures(tick) }),
				),
			);
		return root;
	},
} satisfies Chart<Rows, Lag>;

const days = (lag: Lag, value: Num | null, words: Words): string =>
	enough(lag) && value !== null ? figures(value) : words('source-lag.no-median', { shown: lag.shown });
