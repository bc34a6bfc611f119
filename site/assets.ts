import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import css from './style/site.css?raw';
import { colours, palette } from './style/colours.ts';

export type Asset = { readonly name: string; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };

const require = createRequire(import.meta.url);
const font = (path: string) => new Uint8Array(readFileSync(require.resolve(`@fontsource-variable/${path}`)));

const sans = hashed('sans', 'woff2', 'font/woff2', font('ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2'));
const serif = hashed(
	'serif',
	'woff2',
	'font/woff2',
	font('source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
);
const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="${colours.cn[0]}" d="M1 6h7v4H1z"/><path fill="${colours.us[0]}" d="M8 6h7v4H8z"/></svg>`;

/** The files every page loads, named by their content; the only addresses that carry a hash. */
export const assets = {
	sans,
	serif,
	style: hashed(
		'site',
		'css',
		'text/css',
		palette(':root') + css.replace('SANS', sans.name).replace('SERIF', serif.name),
	),
	icon: hashed('mark', 'svg', 'image/svg+xml', mark),
} as const satisfies Record<string, Asset>;

function hashed(name: string, extension: string, type: string, body: Asset['body']): Asset {
	const hash = createHash('sha256').update(body).digest('hex').slice(0, 10);
	return { name: `${name}.${hash}.${extension}`, type, body };
}
