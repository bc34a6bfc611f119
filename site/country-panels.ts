import * as Plot from '@observablehq/plot';
import type { Document, Point } from './chart.ts';
import { columns, endLabels, labelRoom, panel, type Axis, type EndLabel } from './panel.ts';
import { paint } from './style/colours.ts';
import { place, sheet } from './svg.ts';
import type { Key, Words } from './words.ts';

/** All labs first, then the pair, as far as there are rows. */
export const countriesOf = (points: readonly (Point & { country: string })[]): string[] =>
	['all', 'US', 'CN'].filter(country => points.some(point => point.country === country));

/** A panel a country on common scales, side by side where there is room, with labels at the ends; `under` draws below each. */
export function countryPanels(
	document: Document,
	options: {
		width: number;
		countries: readonly string[];
		height: number;
		x: Axis;
		y: Axis;
		/** The level that no change is. */
		rule: number;
		words: Words;
		of: (country: string) => { labels: readonly EndLabel[]; marks: readonly Plot.Markish[] };
		under?: {
			height: number;
			draw: (country: string, room: { width: number; left: number; right: number }) => SVGElement;
		};
	},
): SVGSVGElement {
	const { width, countries, height, x, y, rule, words, under } = options;
	const grid = columns(width, countries.length);
	const whole = height + (under?.height ?? 0);
	const root = sheet(document, width, whole * (grid.across === 1 ? countries.length : 1));
	countries.forEach((country, index) => {
		const { labels, marks } = options.of(country);
		const right = labelRoom(labels, 170);
		const margin = { top: 34, right, bottom: under ? 24 : 40, left: 52 };
		const drawn = panel(document, {
			width: grid.width,
			height,
			margin,
			x: under ? { ...x, ticks: [] } : x,
			y,
			heading: words(`country.${country}` as Key),
			marks: [Plot.ruleY([rule], { stroke: paint('muted') }), ...marks],
		});
		endLabels(document, drawn, labels, { top: 40, bottom: height - margin.bottom - 6, right, width: grid.width });
		const [left, top] = grid.across === 1 ? [0, index * whole] : [index * grid.width, 0];
		place(root, drawn.svg, left, top);
		if (under) place(root, under.draw(country, { width: grid.width, left: margin.left, right }), left, top + height);
	});
	return root;
}
