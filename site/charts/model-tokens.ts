import type { Chart, Point } from '../chart.ts';
import { fixed, frame } from '../frame.ts';
import { day, dayOfYear, tokens, tokenTick, type Num } from '../format.ts';
import { linearAxis, timeAxis, utc } from '../panel.ts';
import { stopAt } from '../stops.ts';
import { group } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';

type Listed = Point & {
	day: string;
	model: string;
	country: string;
	tokens: Num;
	slugs: Num;
	as_of: string | null;
};
type Rows = { listed: Listed[]; days: { day: string }[] };

export const modelTokens = {
	id: 'model-tokens',
	of: 'model',
	marts: ['mart_tokens__model_day'],
	scope: 'share.scope',
	views: ['all'],
	query: {
		listed: `select day, model, any_value(country) as country, sum(tokens)::bigint as tokens, count(*) as slugs, max(as_of) as as_of, max(snapshot) as snapshot
from mart_tokens__model_day
where model = $id
group by model, day
order by model, day`,
		days: 'select distinct day from mart_tokens__model_day order by day',
	},
	width: 340,
	points: rows => rows.listed,
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'tokens', label: 'column.tokens', numeric: true, show: (point, words) => tokens(point.tokens, words) },
		{ key: 'slugs', label: 'column.slugs', numeric: true },
		{ key: 'as_of', label: 'column.as_of' },
	],
	few: ({ points, words }) => (points.length < 2 ? words('model-tokens.few') : null),
	title({ rows, points, words }) {
		const last = points.at(-1) as Listed;
		const isCurrent = last.day === rows.days.at(-1)?.day;
		return words(isCurrent ? 'model-tokens.title' : 'model-tokens.title-gone', {
			listed: points.length,
			days: rows.days.length,
			day: day(last.day, words),
		});
	},
	subtitle: ({ rows, points, words }) =>
		words('model-tokens.subtitle', {
			from: day(rows.days[0]?.day ?? points[0]?.day ?? '', words),
			to: day(rows.days.at(-1)?.day ?? points.at(-1)?.day ?? '', words),
		}),
	note: ({ words }) => words('model-tokens.note'),
	summary({ points, words }) {
		const [first, last] = [points[0] as Listed, points.at(-1) as Listed];
		const peak = points.reduce((most, point) => (Number(point.tokens) > Number(most.tokens) ? point : most), first);
		return words('model-tokens.summary', {
			first: day(first.day, words),
			last: day(last.day, words),
			peak: tokens(peak.tokens, words),
			peakDay: day(peak.day, words),
		});
	},
	draw(document, { rows, points, words }, width) {
		const height = 210;
		const root = sheet(document, width, height);
		const times = [...rows.days, ...points].map(one => utc(one.day).getTime());
		const room = 8 * 86_400_000;
		const most = Math.max(1, ...points.map(point => Number(point.tokens)));
		const margin = { top: 30, right: 8, bottom: 44, left: 50 };
		const drawn = frame(document, {
			width,
			height,
			margin,
			x: timeAxis(new Date(Math.min(...times) - room), new Date(Math.max(...times) + room), 5, words),
			y: { ...linearAxis([0, most]), format: tick => tokenTick(most, words)(Number(tick)) },
		});
		const { stroke } = group(points[0]?.country ?? 'unknown');
		const bars = points
			.map(
				point => `M${fixed(drawn.x(utc(point.day)))},${height - margin.bottom}V${fixed(drawn.y(Number(point.tokens)))}`,
			)
			.join('');
		// Days with a list are ticks: between two of them nothing is known, on one without a bar it was below the list.
		const looked = rows.days.map(one => `M${fixed(drawn.x(utc(one.day)))},${height - margin.bottom}v4`).join('');
		drawn.svg.append(
			element(document, 'path', { d: looked, stroke: 'currentColor', 'stroke-width': 0.75, 'stroke-opacity': 0.6 }),
			element(document, 'path', { d: bars, stroke, 'stroke-width': 3 }),
		);
		for (const point of points) stopAt(drawn.svg, point, drawn.x(utc(point.day)), drawn.y(Number(point.tokens)));
		const peak = points.reduce((most, point) => (Number(point.tokens) > Number(most.tokens) ? point : most));
		const at = drawn.x(utc(peak.day));
		drawn.svg.append(
			element(
				document,
				'text',
				{
					x: fixed(Math.min(Math.max(at, 110), width - 84)),
					y: fixed(drawn.y(Number(peak.tokens)) - 6),
					'text-anchor': 'middle',
					fill: group(points[0]?.country ?? 'unknown').text,
				},
				`${tokens(peak.tokens, words)}${words('label.seen', { day: dayOfYear(peak.day, words) })}`,
			),
		);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Listed>;
