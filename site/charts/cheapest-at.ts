import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { axisName, computedUsd, day, type Num } from '../format.ts';
import { endLabels, labelRoom, logAxis, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { sentences } from '../sentence.ts';
import { place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Step = Point & {
	axis: string;
	level: Num;
	is_reference: boolean;
	series: 'list' | 'cheapest_host';
	country: string;
	from_day: string;
	to_day: string | null;
	model: string;
	title: string;
	score: Num;
	blend_3to1_usd_per_mtok: Num;
	steps: Num;
};
type Rows = { steps: Step[]; newest: { day: string }[] };

export const cheapestAt = {
	id: 'cheapest-at',
	marts: ['mart_cheapest_at__capability_day', 'mart_price_per_capability__model_day'],
	views: ['reference', 'lower', 'higher'],
	query: {
		steps: `select axis, level, is_reference, series, country, from_day, to_day, model, title, score, blend_3to1_usd_per_mtok, steps
from mart_cheapest_at__capability_day
where country in ('US', 'CN') and axis = (
    select axis from mart_price_per_capability__model_day group by axis order by count(*) desc, axis limit 1
)
order by level, series desc, country, from_day`,
		newest: 'select max(last_seen_on) as day from mart_list_price__cell_spell',
	},
	width: 720,
	points(rows, view) {
		const own = rows.steps;
		const reference = Number(own.find(row => row.is_reference)?.level);
		const levels = [...new Set(own.map(row => Number(row.level)))].sort((a, b) => a - b);
		const level =
			view === 'reference'
				? reference
				: view === 'lower'
					? levels.filter(one => one < reference).at(-1)
					: levels.find(one => one > reference);
		const end = rows.newest[0]?.day ?? null;
		return own
			.filter(row => Number(row.level) === level)
			.map(row => ({ ...row, shown_to: row.to_day ?? end ?? row.from_day }));
	},
	columns: () => [
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'to_day', label: 'column.to_day', show: (point, words) => point.to_day ?? words('value.to_now') },
		{ key: 'axis', label: 'column.axis' },
		{ key: 'level', label: 'column.level', numeric: true },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'model', label: 'column.model', show: point => point.title || point.model },
		{ key: 'score', label: 'column.score', numeric: true, show: point => Number(point.score).toFixed(1) },
		{
			key: 'blend_3to1_usd_per_mtok',
			label: 'column.blend',
			numeric: true,
			show: point => computedUsd(point.blend_3to1_usd_per_mtok),
		},
	],
	few: ({ points, words }) => (points.length < 2 ? words('cheapest-at.few', { steps: points.length }) : null),
	title({ points, words }) {
		const list = points.filter(point => point.series === 'list');
		const now = list.filter(point => point.to_day === null);
		const [us, cn] = [cheapest(now, 'US'), cheapest(now, 'CN')];
		const level = Number(points[0]?.level);
		if (us && cn)
			return words('cheapest-at.title', {
				level,
				us: computedUsd(us.blend_3to1_usd_per_mtok),
				cn: computedUsd(cn.blend_3to1_usd_per_mtok),
			});
		const one = us ?? cn ?? points.at(-1);
		return words('cheapest-at.title-one', {
			level,
			country: words(`country.${one?.country}` as Key),
			price: computedUsd(one?.blend_3to1_usd_per_mtok ?? 0),
		});
	},
	subtitle: ({ points, words }) =>
		words('cheapest-at.subtitle', { axis: axisName(points[0]?.axis ?? ''), level: Number(points[0]?.level) }),
	note: ({ words }) => words('cheapest-at.note'),
	summary: ({ points, words }) =>
		sentences(
			lines(points).map(({ line }) => {
				const [first, last] = [line[0] as Step, line.at(-1) as Step];
				return words('cheapest-at.summary', {
					series: words(`series.${last.series}`),
					country: words(`country.${last.country}` as Key),
					first: computedUsd(first.blend_3to1_usd_per_mtok),
					firstDay: day(first.from_day, words),
					firstModel: first.title,
					last: computedUsd(last.blend_3to1_usd_per_mtok),
					lastDay: day(last.from_day, words),
					lastModel: last.title,
					steps: line.length,
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 340;
		const root = sheet(document, width, height);
		const times = points.flatMap(point => [utc(point.from_day).getTime(), utc(end(point)).getTime()]);
		const x = timeAxis(new Date(Math.min(...times)), new Date(Math.max(...times)), width < 500 ? 4 : 6, words);
		const all = lines(points);
		const labels: EndLabel[] = all.map(({ id, line }) => {
			const last = line.at(-1) as Step;
			const suffix = last.series === 'list' ? '' : words('label.seen', { day: words('series.host-short') });
			return {
				id,
				text: `${words(`country.${last.country}` as Key)}${suffix} ${computedUsd(last.blend_3to1_usd_per_mtok)}`,
				colour: group(last.country).text,
				at: utc(end(last)),
				value: Number(last.blend_3to1_usd_per_mtok),
			};
		});
		const right = labelRoom(labels, 160);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 52 },
			x,
			y: logAxis(points.map(point => Number(point.blend_3to1_usd_per_mtok))),
			marks: all.flatMap(({ line }) => {
				const last = line.at(-1) as Step;
				const { stroke, symbol } = group(last.country);
				const corners = line.flatMap((step, index) => {
					const gap =
						line[index + 1] !== undefined && line[index + 1]?.from_day !== step.to_day
							? [{ at: utc(end(step)), usd: Number.NaN }]
							: [];
					return [
						{ at: utc(step.from_day), usd: Number(step.blend_3to1_usd_per_mtok), point: step },
						{ at: utc(end(step)), usd: Number(step.blend_3to1_usd_per_mtok) },
						...gap,
					];
				});
				const isList = last.series === 'list';
				const dots = Plot.dot(few ? line : [last], {
					x: (step: Step) => utc(few ? step.from_day : end(step)),
					y: (step: Step) => Number(step.blend_3to1_usd_per_mtok),
					symbol,
					stroke,
					fill: isList ? stroke : paint('page'),
				});
				return few ? [dots] : [Plot.line(corners, { x: 'at', y: 'usd', stroke, strokeWidth: isList ? 2.25 : 1 }), dots];
			}),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Step>;

const end = (step: Step): string => step.to_day ?? String(step.shown_to);
const cheapest = (steps: readonly Step[], country: string): Step | undefined =>
	steps
		.filter(step => step.country === country)
		.sort((a, b) => Number(a.blend_3to1_usd_per_mtok) - Number(b.blend_3to1_usd_per_mtok))[0];

function lines(points: readonly Step[]): { id: string; line: Step[] }[] {
	const ids = [...new Set(points.map(point => `${point.series}/${point.country}`))];
	return ids.map(id => ({ id, line: points.filter(point => `${point.series}/${point.country}` === id) }));
}
