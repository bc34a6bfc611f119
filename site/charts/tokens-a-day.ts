import * as Plot from '@observablehq/plot';
import type { Chart, Column } from '../chart.ts';
import { count, monthOf, tokens, type Num } from '../format.ts';
import { endLabels, labelRoom, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { amountOf, saidColumns, type Said } from '../said.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { tokenLogAxis } from '../token-axis.ts';
import type { Words } from '../words.ts';

type Dated = Said & { month: string };
type Rows = { said: (Said & { tokens_per_day: Num | null })[] };

/** Series that are labelled: those with the most tokens a day. */
const most = 7;

export const tokensADay = {
	id: 'tokens-a-day',
	marts: ['mart_disclosed_tokens__org_month'],
	views: ['stated'],
	query: {
		said: `select month, org, scope, country_group, tokens_per_day, bound, voice, unit_check, citation
from mart_disclosed_tokens__org_month
where scope not like '%:%' and scope not in ('cn-models', 'us-models', 'top-10')
order by month, tokens_per_day desc, org, scope`,
	},
	width: 720,
	// A statement without a month has no place on the axis; a total of nothing has none on a log axis.
	points: ({ said }) => said.filter((row): row is Dated => row.month !== null && Number(row.tokens_per_day ?? 0) > 0),
	columns: () => saidColumns as readonly Column<Dated>[],
	few: ({ points, words }) => (points.length < 3 ? words('tokens-a-day.few', { rows: points.length }) : null),
	title({ points, words }) {
		const top = points.reduce((high, point) =>
			Number(point.tokens_per_day) > Number(high.tokens_per_day) ? point : high,
		);
		const own = points.filter(point => point.org === top.org && point.scope === top.scope);
		const first = own[0] as Dated;
		const times = Math.round(Number(top.tokens_per_day) / Number(first.tokens_per_day));
		const args = { org: top.org, tokens: tokens(top.tokens_per_day, words) };
		if (first.month === top.month || times < 2 || args.org.length > 12)
			return words('tokens-a-day.title-one', { tokens: args.tokens });
		return words('tokens-a-day.title', { ...args, times: count(times), first: first.month.slice(0, 4) });
	},
	subtitle: ({ words }) => words('tokens-a-day.subtitle'),
	note: ({ rows, points, words }) => words('tokens-a-day.note', { left: rows.said.length - points.length }),
	summary: ({ points, words }) =>
		sentences(
			lines(points)
				.map(line => line.at(-1) as Dated)
				.map(point =>
					words('tokens-a-day.part', {
						who: nameOf(point),
						tokens: amountOf(point, words),
						month: monthOf(point.month, words),
					}),
				),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 400;
		const root = sheet(document, width, height);
		const times = points.map(point => middle(point).getTime());
		const named = [...lines(points)]
			.sort((a, b) => Number((b.at(-1) as Dated).tokens_per_day) - Number((a.at(-1) as Dated).tokens_per_day))
			.slice(0, most);
		const labels: EndLabel[] = named.map(line => labelOf(line.at(-1) as Dated, words, width < 500));
		const right = labelRoom(labels, width < 500 ? 140 : 280);
		const [from, to] = [Math.min(...times) - 20 * 86_400_000, Math.max(...times) + 20 * 86_400_000];
		const place_ = { x: (point: Dated) => middle(point), y: (point: Dated) => Number(point.tokens_per_day) };
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 56 },
			x: timeAxis(new Date(from), new Date(to), width < 500 ? 3 : 6, words),
			y: tokenLogAxis(
				points.map(point => Number(point.tokens_per_day)),
				words,
			),
			marks: [
				...(few
					? []
					: lines(points).map(line =>
							Plot.line(line, { ...place_, stroke: colourOf(line[0]).stroke, strokeWidth: 1, strokeOpacity: 0.6 }),
						)),
				...points.map(point => {
					const { stroke, symbol } = colourOf(point);
					const isOwn = point.voice === 'organisation' || point.voice === 'government';
					return Plot.dot([point], { ...place_, symbol, r: 4, stroke, fill: isOwn ? stroke : paint('page') });
				}),
			],
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Dated>;

const middle = (point: Dated) => utc(`${point.month}-15`);
const nameOf = (point: Dated) => (point.scope === 'all' ? point.org : `${point.org} · ${point.scope}`);
const colourOf = (point: Dated | undefined) =>
	group(point?.country_group ?? (point?.org.startsWith('China') ? 'CN' : 'other'));
const lines = (points: readonly Dated[]) =>
	[...new Set(points.map(point => `${point.org}/${point.scope}`))].map(key =>
		points.filter(point => `${point.org}/${point.scope}` === key),
	);
const labelOf = (last: Dated, words: Words, isNarrow: boolean): EndLabel => ({
	id: `${last.org}/${last.scope}`,
	text: `${isNarrow ? last.org.split(' (')[0] : nameOf(last)} ${tokens(last.tokens_per_day, words)}`,
	colour: colourOf(last).text,
	at: middle(last),
	value: Number(last.tokens_per_day),
});
