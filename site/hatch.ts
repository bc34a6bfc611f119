import type { Document } from './chart.ts';
import { paint } from './style/colours.ts';
import { element } from './svg.ts';

/** Slanted lines for what is not known, to be filled with `url(#id)`; the definition goes into the sheet. */
export function hatching(document: Document, id: string): SVGElement {
	const pattern = element(document, 'pattern', {
		id,
		width: 4,
		height: 4,
		patternUnits: 'userSpaceOnUse',
		patternTransform: 'rotate(45)',
	});
	pattern.append(element(document, 'path', { d: 'M0,0V4', stroke: paint('rest'), 'stroke-width': 2 }));
	const definitions = element(document, 'defs');
	definitions.append(pattern);
	return definitions;
}
