import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { factorOf, monthOf, type Num } from '../format.ts';
import { columns, endLabels, labelRoom, logAxis, panel, timeAxis, utc } from '../panel.ts';
import { clauses } from '../sentence.ts';
import { paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Month = Point & {
	month: string;
	base_month: string;
	price_index: Num | null;
	tokens_index: Num | null;
	spend_low_index: Num | null;
	spend_high_index: Num | null;
	is_partial: boolean;
};
type Rows = { months: Month[] };
const panels = ['price', 'tokens', 'spend'] as const;
type Measure = (typeof panels)[number];

export const volumeAndPrice = {
	id: 'volume-and-price',
	marts: ['mart_jevons__month'],
	scope: 'share.scope',
	views: ['months'],
	query: {
		months: `select month, base_month, price_index, tokens_index, spend_low_index, spend_high_index, is_partial
from mart_jevons__month
where not is_partial and month >= base_month
order by month`,
	},
	width: 1040,
	points: ({ months }) => months.filter(row => panels.some(measure => values(row, measure).length > 0)),
	columns: () => [
		{ key: 'month', label: 'column.month', show: (point, words) => monthOf(point.month, words) },
		{
			key: 'price_index',
			label: 'column.price_index',
			numeric: true,
			show: (point, words) => shown(point.price_index, words),
		},
		{
			key: 'tokens_index',
			label: 'column.tokens_index',
			numeric: true,
			show: (point, words) => shown(point.tokens_index, words),
		},
		{
			key: 'spend_low_index',
			label: 'column.low',
			numeric: true,
			show: (point, words) => shown(point.spend_low_index, words),
		},
		{
			key: 'spend_high_index',
			label: 'column.high',
			numeric: true,
			show: (point, words) => shown(point.spend_high_index, words),
		},
	],
	few: ({ points, words }) => (points.length < 4 ? words('volume-and-price.few', { months: points.length }) : null),
	// One month for all three: the newest that has each of them.
	title({ points, words }) {
		const last = points.filter(point => panels.every(measure => values(point, measure).length > 0)).at(-1);
		if (!last) return words('volume-and-price.title-none');
		const spend = values(last, 'spend').map(value => factorOf(value, words));
		return words('volume-and-price.title', {
			tokens: factorOf(last.tokens_index ?? 0, words),
			price: factorOf(last.price_index ?? 0, words),
			spend: spend[0] ?? '',
		});
	},
	subtitle: ({ points, words }) =>
		words('volume-and-price.subtitle', { base: monthOf(points[0]?.base_month ?? '', words) }),
	note: ({ words }) => words('volume-and-price.note'),
	summary: ({ points, words }) =>
		clauses(
			panels.flatMap(measure => {
				const last = points.filter(point => values(point, measure).length > 0).at(-1);
				if (!last) return [];
				const text = values(last, measure)
					.map(value => factorOf(value, words))
					.join('–');
				return [
					words('volume-and-price.part', {
						measure: words(`volume-and-price.${measure}`),
						value: text,
						month: monthOf(last.month, words),
					}),
				];
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const grid = columns(width, 3);
		const height = grid.across === 1 ? 220 : 320;
		const root = sheet(document, width, grid.across === 1 ? height * 3 : height);
		const times = points.map(point => utc(point.month).getTime());
		const x = timeAxis(new Date(Math.min(...times)), new Date(Math.max(...times)), 3, words);
		// One scale for all three: what is steep is steep beside the others.
		const y = logAxis([1, ...points.flatMap(point => panels.flatMap(measure => values(point, measure)))], value =>
			factorOf(value, words, true),
		);
		panels.forEach((measure, index) => {
			const own = points.filter(point => values(point, measure).length > 0);
			const last = own.at(-1);
			const at = (place: 0 | -1) => ({
				x: (point: Month) => utc(point.month),
				y: (point: Month) => values(point, measure).at(place) ?? 0,
			});
			const labels = last
				? [
						{
							id: measure,
							text: factorOf(values(last, measure).at(-1) ?? 0, words),
							colour: paint('ink'),
							at: utc(last.month),
							value: values(last, measure).at(-1) ?? 0,
						},
					]
				: [];
			const right = labelRoom(labels, 90);
			const drawn = panel(document, {
				width: grid.width,
				height,
				margin: { top: 34, right, bottom: 40, left: 48 },
				x,
				y,
				heading: words(`volume-and-price.${measure}`),
				marks: [
					Plot.ruleY([1], { stroke: paint('muted') }),
					few
						? null
						: Plot.areaY(own, { x: at(0).x, y1: at(0).y, y2: at(-1).y, fill: paint('ink'), fillOpacity: 0.24 }),
					...(few
						? [Plot.dot(own, { ...at(-1), r: 3.5, stroke: paint('ink') })]
						: ([0, -1] as const).map(place =>
								Plot.line(own, { ...at(place), stroke: paint('ink'), strokeWidth: 1.75 }),
							)),
					Plot.dot(own.slice(-1), { ...at(-1), r: 3.5, stroke: paint('ink'), fill: paint('ink') }),
				],
			});
			endLabels(document, drawn, labels, { top: 40, bottom: height - 46, right, width: grid.width });
			place(root, drawn.svg, grid.across === 1 ? 0 : index * grid.width, grid.across === 1 ? index * height : 0);
		});
		return root;
	},
} satisfies Chart<Rows, Month>;

/** The index of a measure, both ends where it is a range; an index of nothing is no value. */
function values(point: Month, measure: Measure): number[] {
	const read = {
		price: [point.price_index],
		tokens: [point.tokens_index],
		spend: [point.spend_low_index, point.spend_high_index],
	}[measure];
	const found = read
		.flatMap(value => (value !== null && Number(value) > 0 ? [Number(value)] : []))
		.sort((a, b) => a - b);
	return found.length === read.length ? found : [];
}
const shown = (value: Num | null, words: Words) =>
	value === null ? words('value.not_printed') : factorOf(value, words);
