import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subset from 'subset-font';
import { sans, serif } from './widths.ts';

const require = createRequire(import.meta.url);

/** Signs of the shipped faces: those whose widths are known. */
const signs = [...new Set([...sans.keys(), ...serif.keys()])].join('');
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum', 'lnum'];

const files = {
	sans: '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
	serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
} as const;

/** Weights of a face: one, or an axis cut to a span. */
type Weight = number | { min: number; max: number; default: number };

/**
 * A face cut to the signs and weights the site uses; `woff2` for pages, `truetype` for drawing pictures. The result is kept
 * in `.astro/faces` by the hash of its input: cutting takes two seconds.
 */
export async function face(
	name: keyof typeof files,
	format: 'woff2' | 'truetype',
	wght: Weight,
): Promise<Uint8Array<ArrayBuffer>> {
	const body = readFileSync(require.resolve(files[name]));
	const recipe = JSON.stringify([format, wght, features, signs, require('subset-font/package.json').version]);
	const kept = join('.astro', 'faces', createHash('sha256').update(body).update(recipe).digest('hex').slice(0, 24));
	try {
		return new Uint8Array(readFileSync(kept));
	} catch {
		const options = { targetFormat: format, variationAxes: { wght }, noHinting: true, keepFeatures: features };
		const cut = new Uint8Array(await subset(body, signs, options));
		mkdirSync(join('.astro', 'faces'), { recursive: true });
		// Two builds may cut the same face at once: a file appears whole or not at all.
		writeFileSync(`${kept}.${process.pid}`, cut);
		renameSync(`${kept}.${process.pid}`, kept);
		return cut;
	}
}
