import type { Document } from './chart.ts';
import { paint, palette } from './style/colours.ts';

const namespace = 'http://www.w3.org/2000/svg';
export const face = "'IBM Plex Sans Variable', 'IBM Plex Sans', system-ui, sans-serif";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element with its attributes; undefined ones are left out. */
export function element<Name extends keyof SVGElementTagNameMap>(
	document: Document,
	name: Name,
	attributes: Attributes = {},
	text?: string,
): SVGElementTagNameMap[Name] {
	const node = document.createElementNS(namespace, name);
	for (const [key, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(key, String(value));
	if (text !== undefined) node.textContent = text;
	return node;
}

/** A rim of the page's colour around a text that rules cross. */
export const rimmed = {
	stroke: paint('page'),
	'stroke-width': 3,
	'stroke-linejoin': 'round',
	'paint-order': 'stroke',
} as const;

/** The empty sheet a chart draws on. */
export const sheet = (document: Document, width: number, height: number): SVGSVGElement =>
	element(document, 'svg', {
		viewBox: `0 0 ${width} ${height}`,
		width,
		height,
		'font-family': face,
		'font-size': 12,
		fill: 'currentColor',
	});

/** Puts a panel at a place of the sheet. */
export function place(sheet: SVGSVGElement, panel: SVGElement, x: number, y: number): void {
	panel.setAttribute('x', String(x));
	panel.setAttribute('y', String(y));
	sheet.append(panel);
}

/**
 * The drawing named and described (A1), numbers rounded so that the same rows give the same bytes on every machine, once
 * for a page (no style element, no style attribute: the page's policy forbids them; `stops` for its readers) and once
 * standing alone.
 */
export function finish(
	svg: SVGSVGElement,
	id: string,
	texts: { title: string; summary: string },
	stops = '',
): { inline: string; alone: string } {
	const document = svg.ownerDocument;
	for (const node of svg.querySelectorAll('*')) {
		for (const name of node.getAttributeNames()) {
			if (name.startsWith('aria-') || name === 'style' || name === 'class') node.removeAttribute(name);
			else if (name !== 'font-family') node.setAttribute(name, rounded(node.getAttribute(name) ?? ''));
		}
	}
	for (const style of svg.querySelectorAll('style')) style.remove();
	const describing = element(document, 'desc', { id: `${id}-desc` }, texts.summary);
	svg.insertBefore(describing, svg.firstChild);
	svg.setAttribute('role', 'img');
	svg.setAttribute('aria-label', texts.title);
	svg.setAttribute('aria-describedby', `${id}-desc`);
	if (stops) svg.setAttribute('data-points', stops);
	const inline = svg.outerHTML;
	svg.removeAttribute('data-points');
	svg.setAttribute('xmlns', namespace);
	const style = element(document, 'style', {}, `${palette('svg')}svg{background:var(--page);color:var(--ink)}`);
	svg.insertBefore(style, svg.firstChild);
	return { inline, alone: `${svg.outerHTML}\n` };
}

const rounded = (value: string): string =>
	value.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, number => String(Number(Number(number).toFixed(2))));
