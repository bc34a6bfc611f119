import type { Document } from './chart.ts';
import type { Verdict } from './claims.ts';
import { paint } from './style/colours.ts';
import { element } from './svg.ts';

/** A verdict as a drawn glyph beside its word: no meaning by colour alone, and the faces have no such signs. */
export function verdictGlyph(document: Document, verdict: Verdict, x: number, y: number, radius: number): SVGElement {
	const r = radius;
	const circle = `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
	const base = { transform: `translate(${x},${y})`, 'stroke-width': 1.5, fill: 'none' };
	const ink = paint('ink');
	if (verdict === 'supported') return element(document, 'path', { ...base, d: circle, stroke: ink, fill: ink });
	if (verdict === 'contradicted')
		return element(document, 'path', {
			...base,
			stroke: paint('alert'),
			d: `M${-r},${-r}L${r},${r}M${-r},${r}L${r},${-r}`,
		});
	if (verdict === 'partly') {
		const half = element(document, 'g', { ...base, stroke: ink });
		half.append(
			element(document, 'path', { d: circle }),
			element(document, 'path', { d: `M0,${-r}A${r},${r} 0 0,0 0,${r}Z`, fill: ink }),
		);
		return half;
	}
	if (verdict === 'unverifiable')
		return element(document, 'path', { ...base, stroke: paint('muted'), d: `M${-r},0H${r}` });
	const hands = verdict === 'not_due' ? `M0,${-r * 0.6}V0H${r * 0.5}` : '';
	return element(document, 'path', { ...base, stroke: paint('muted'), d: circle + hands });
}
