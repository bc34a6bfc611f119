import type { Document } from './chart.ts';
import { paint, type Colour } from './style/colours.ts';
import { element } from './svg.ts';

/** States of a source (site.md 1.13), worst first. */
export const sourceStates = [
	'held',
	'silent zero',
	'shape',
	'drop',
	'never',
	'stale',
	'late',
	'archive',
	'fresh',
] as const;
export type SourceState = (typeof sourceStates)[number];

/** A state as a drawn glyph: the shipped faces have no such signs, and colour alone may not say it. */
export function stateGlyph(document: Document, state: string, x: number, y: number, radius: number): SVGElement {
	const alert = ['held', 'silent zero', 'shape'].includes(state);
	const colour = paint((alert ? 'alert' : 'ink') satisfies Colour);
	const place = { transform: `translate(${x},${y})`, stroke: colour, 'stroke-width': 1.5, fill: 'none' };
	const circle = `M${-radius},0a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0`;
	const paths: Record<string, string> = {
		held: `M${-radius},${-radius}L${radius},${radius}M${-radius},${radius}L${radius},${-radius}`,
		'silent zero': `M0,${-radius}C${radius},${-radius} ${radius},${radius} 0,${radius}C${-radius},${radius} ${-radius},${-radius} 0,${-radius}`,
		shape: `${circle}M${-radius * 0.7},${radius * 0.7}L${radius * 0.7},${-radius * 0.7}`,
		drop: `M0,${-radius}V${radius}M${-radius * 0.7},${radius * 0.3}L0,${radius}L${radius * 0.7},${radius * 0.3}`,
		never: `M${-radius},0H${radius}`,
		archive: `M${-radius},${-radius}H${radius}V${radius}H${-radius}Z`,
	};
	const path = paths[state];
	if (path) return element(document, 'path', { ...place, d: path });
	if (state === 'late') {
		const half = `M0,${-radius}A${radius},${radius} 0 0,1 0,${radius}Z`;
		const node = element(document, 'g', place);
		node.append(element(document, 'path', { d: circle }), element(document, 'path', { d: half, fill: colour }));
		return node;
	}
	return element(document, 'path', { ...place, d: circle, fill: state === 'fresh' ? colour : 'none' });
}
