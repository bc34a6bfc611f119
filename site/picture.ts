import { renderAsync } from '@resvg/resvg-js';
import { textWidth } from './label.ts';
import { indexedPng } from './png.ts';
import { colours, type Colour } from './style/colours.ts';
import type { Lang } from './words.ts';
import { chineseFaces, chineseFacesFor } from './type/chinese.ts';
import { faceFile } from './type/faces.ts';

export type Plate = {
	readonly title: string;
	readonly subtitle: string;
	/** The drawing as it stands in a page. */
	readonly svg: string;
	readonly source: string;
	readonly stamp: string;
};

const edge = 24;
const sans = "'IBM Plex Sans'";
// Named, so that a title finds its weight.
const chinese = "'Noto Sans SC','Noto Sans CJK SC','PingFang SC','Hiragino Sans GB','Microsoft YaHei'";
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Lines of at most `width` px: broken at spaces, and between Chinese signs. */
export function lines(text: string, width: number, size: number): string[] {
	const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
	const all: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line && textWidth((line + piece).trimEnd(), size) > width) {
			all.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return line.trim() ? [...all, line.trimEnd()] : all;
}

/** A drawing with the finding it shows and how it is to be read. */
export type Told = Pick<Plate, 'title' | 'subtitle' | 'svg'>;

/** Several drawings as one: small ones side by side, others one below the other. */
export function together(drawings: readonly Told[]): string {
	const gap = 28;
	const sizes = drawings.map(({ svg }) => sizeOf(svg));
	const isRow = sizes.every(([width]) => width <= 340);
	let [x, y, width, height] = [0, 0, 0, 0];
	const parts = drawings.flatMap(({ title, subtitle, svg }, index) => {
		const [wide = 0, high = 0] = sizes[index] ?? [];
		const heads = [
			...lines(title, wide, 14).map(text => ({ text, look: 'font-size="14" font-weight="600"' })),
			...lines(subtitle, wide, 12).map(text => ({ text, look: 'font-size="12" fill="var(--muted)"' })),
		];
		const top = y + heads.length * 18 + 6;
		const texts = heads.map(
			({ text, look }, at) => `<text x="${x}" y="${y + at * 18 + 13}" ${look}>${escaped(text)}</text>`,
		);
		[width, height] = [Math.max(width, x + wide), Math.max(height, top + high)];
		const drawn = `<svg x="${x}" y="${top}" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}">${insideOf(svg)}</svg>`;
		if (isRow) x += wide + gap;
		else y = top + high + gap;
		return [...texts, drawn];
	});
	return `<svg viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

const sizeOf = (svg: string): [number, number] => {
	const [, wide = '720', high = '400'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	return [Number(wide), Number(high)];
};

/** The plate as one SVG in light colours: title, subtitle, drawing, source and release, without variables or scripts. */
export function plateSvg(plate: Plate): { svg: string; width: number; height: number } {
	const [inner, high] = sizeOf(plate.svg);
	const write = (text: string, x: number, y: number, attributes: string) =>
		`<text x="${x}" y="${y}" ${attributes}>${escaped(text)}</text>`;
	const parts: string[] = [];
	let y = edge;
	parts.push(
		`<path d="M${edge} ${y}h14v4h-14z" fill="var(--cn)"/><path d="M${edge + 14} ${y}h14v4h-14z" fill="var(--us)"/>`,
	);
	y += 8;
	for (const line of lines(plate.title, inner, 22)) {
		y += 28;
		parts.push(
			write(
				line,
				edge,
				y - 6,
				`font-family="${/[\u2e80-\uffef]/.test(line) ? chinese : "'Source Serif 4'"},${sans}" font-weight="600" font-size="22"`,
			),
		);
	}
	for (const line of lines(plate.subtitle, inner, 15)) {
		y += 20;
		parts.push(write(line, edge, y - 4, `font-size="15" fill="var(--muted)"`));
	}
	y += 12;
	parts.push(
		`<svg x="${edge}" y="${y}" width="${inner}" height="${high}" viewBox="0 0 ${inner} ${high}">${insideOf(plate.svg)}</svg>`,
	);
	y += high + 8;
	const stamp = textWidth(plate.stamp, 11.5);
	const foot = lines(plate.source, inner - stamp - 24, 11.5);
	parts.push(write(plate.stamp, edge + inner - stamp, y + 12, `font-size="11.5" fill="var(--muted)"`));
	for (const line of foot) {
		y += 16;
		parts.push(write(line, edge, y - 4, `font-size="11.5" fill="var(--muted)"`));
	}
	const [width, height] = [inner + 2 * edge, Math.ceil(y + edge)];
	const body = `<rect width="${width}" height="${height}" fill="var(--page)"/>${parts.join('')}`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${sans}" font-size="12" color="var(--ink)" fill="var(--ink)">${body}</svg>`;
	return { svg: resolved(svg), width, height };
}

/** Paints of words as those of the light theme: the drawer of pictures knows no variables. */
const resolved = (svg: string): string =>
	svg.replace(/var\(--([\w-]+)\)/g, (_, name: string) => colours[name as Colour][0]);

/** What a link to the site shows where its page has no chart of its own: its name and what it is. */
export function cardOf(name: string, tagline: string): Promise<Uint8Array<ArrayBuffer>> {
	const [width, left] = [600, 60];
	const told = lines(tagline, width - 2 * left, 22).map(
		(line, index) =>
			`<text x="${left}" y="${186 + index * 32}" font-size="22" fill="var(--muted)">${escaped(line)}</text>`,
	);
	return png(
		resolved(
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="315" viewBox="0 0 ${width} 315" font-family="${sans}" fill="var(--ink)"><rect width="${width}" height="315" fill="var(--page)"/><path d="M${left} 84h28v8h-28z" fill="var(--cn)"/><path d="M${left + 28} 84h28v8h-28z" fill="var(--us)"/><text x="${left}" y="142" font-family="'Source Serif 4'" font-weight="600" font-size="44">${escaped(name)}</text>${told.join('')}</svg>`,
		),
		width,
	);
}

/** A drawing without its own element and description, whose paint of words is that of the plate. */
const insideOf = (svg: string): string =>
	svg
		.replace(/^<svg[^>]*>/, '')
		.replace(/<\/svg>\s*$/, '')
		.replace(/<desc[\s\S]*?<\/desc>/, '')
		.replace(/ font-family="[^"]*"/g, '');

let faces: Promise<string[]> | undefined;
/** The faces as files: the drawer of pictures reads no WOFF2 and no axis of weights. */
const facesOf = () =>
	(faces ??= Promise.all([
		faceFile('sans', 'truetype', 400),
		faceFile('sans', 'truetype', 600),
		faceFile('serif', 'truetype', 600),
	]));

/** Whether pictures can be drawn in a language: Chinese needs a Chinese face (site.md L7). */
export const canDraw = (lang: Lang): boolean => lang === 'en' || chineseFaces().length > 0;

/** An SVG without variables as a PNG of so many px per unit. */
export async function png(svg: string, width: number, scale = 2): Promise<Uint8Array<ArrayBuffer>> {
	const drawn = await renderAsync(svg, {
		fitTo: { mode: 'width', value: Math.round(width * scale) },
		font: {
			fontFiles: [...(await facesOf()), ...(await chineseFacesFor(svg))],
			loadSystemFonts: false,
			defaultFontFamily: 'IBM Plex Sans',
			sansSerifFamily: 'IBM Plex Sans',
		},
	});
	return indexedPng(drawn.pixels, drawn.width, drawn.height);
}
