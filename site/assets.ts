import { createHash } from 'node:crypto';
import { scriptOf, smaller } from './script.ts';
import { cardOf } from './picture.ts';
import css from './style/site.css?raw';
import { colours, themes } from './style/colours.ts';
import { face } from './type/faces.ts';
import { wordsOf } from './words.ts';

export type Asset = { readonly name: string; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };

const sans = hashed('sans', 'woff2', 'font/woff2', await face('sans', 'woff2', { min: 400, max: 600, default: 400 }));
const serif = hashed('serif', 'woff2', 'font/woff2', await face('serif', 'woff2', 600));
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${colours.cn[0]}" d="M1 6h7v4H1z"/><path fill="${colours.us[0]}" d="M8 6h7v4H8z"/></svg>`;

/** The files every page loads, named by their content; the only addresses that carry a hash. */
export const assets = {
	sans,
	serif,
	style: hashed(
		'site',
		'css',
		'text/css',
		smaller(themes() + css.replaceAll('SANS', sans.name).replaceAll('SERIF', serif.name)),
	),
	script: hashed('site', 'js', 'text/javascript', scriptOf('site.ts')),
	card: hashed('card', 'png', 'image/png', await cardOf(wordsOf('en')('site.name'), wordsOf('en')('site.tagline'))),
	calculator: hashed('calculator', 'js', 'text/javascript', scriptOf('calculator.ts')),
	icon: hashed('mark', 'svg', 'image/svg+xml', mark),
} as const satisfies Record<string, Asset>;

/** A file named by its content. */
export function hashed(name: string, extension: string, type: string, body: Asset['body']): Asset {
	const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
	return { name: `${name}.${hash}.${extension}`, type, body };
}
