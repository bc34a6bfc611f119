import type { Document } from './chart.ts';
import { group, paint } from './style/colours.ts';
import { element } from './svg.ts';

export type Shape = 'circle' | 'diamond' | 'triangle' | 'square';
type Look = { readonly stroke: string; readonly hollow?: boolean; readonly r?: number };

/** A mark of one shape; hollow = provisional, converted or unsure: the state is never told by colour alone. */
export function shape(document: Document, kind: Shape, x: number, y: number, look: Look): SVGElement {
	const { stroke, hollow = false, r = 4 } = look;
	const fill = hollow ? paint('page') : stroke;
	const ink = { stroke, 'stroke-width': 1.5, fill };
	if (kind === 'circle') return element(document, 'circle', { cx: x, cy: y, r, ...ink });
	const paths: Record<Exclude<Shape, 'circle'>, string> = {
		diamond: `M${x},${y - r * 1.25}L${x + r * 1.25},${y}L${x},${y + r * 1.25}L${x - r * 1.25},${y}Z`,
		triangle: `M${x},${y - r * 1.2}L${x + r * 1.15},${y + r * 0.8}L${x - r * 1.15},${y + r * 0.8}Z`,
		square: `M${x - r},${y - r}H${x + r}V${y + r}H${x - r}Z`,
	};
	return element(document, 'path', { d: paths[kind], ...ink });
}

/** The mark of a country: colour and shape together. */
export const mark = (document: Document, country: string, x: number, y: number, look: Partial<Look> = {}): SVGElement =>
	shape(document, group(country).symbol, x, y, { stroke: group(country).stroke, ...look });

/** A level line from one value to another. */
export const bar = (
	document: Document,
	from: number,
	to: number,
	y: number,
	look: { stroke: string; width?: number; opacity?: number; dash?: string },
): SVGElement =>
	element(document, 'line', {
		x1: from,
		x2: to,
		y1: y,
		y2: y,
		stroke: look.stroke,
		'stroke-width': look.width ?? 2,
		'stroke-opacity': look.opacity,
		'stroke-dasharray': look.dash,
	});

/** A filled rectangle between two values of one scale. */
export const box = (
	document: Document,
	[left, right]: readonly [number, number],
	[top, bottom]: readonly [number, number],
	look: { fill: string; opacity?: number },
): SVGElement =>
	element(document, 'rect', {
		x: Math.min(left, right),
		y: Math.min(top, bottom),
		width: Math.abs(right - left),
		height: Math.abs(bottom - top),
		fill: look.fill,
		'fill-opacity': look.opacity,
	});
