import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import subset from 'subset-font';
import { sans, serif } from './widths.ts';

const require = createRequire(import.meta.url);

/** Signs of the shipped faces: those whose widths are known. */
export const signs = [...new Set([...sans.keys(), ...serif.keys()])].join('');
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'tnum', 'lnum'];

const files = {
	sans: '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
	serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
} as const;

/** Weights of a face: one, or an axis cut to a span. */
type Weight = number | { min: number; max: number; default: number };

/**
 * A face cut to the signs and weights the site uses, as a file: `woff2` for pages, `truetype` for drawing pictures. It is kept
 * in `.astro/faces` by the hash of its input: cutting takes two seconds.
 */
export const faceFile = (name: keyof typeof files, format: 'woff2' | 'truetype', wght: Weight): Promise<string> =>
	cutFile(require.resolve(files[name]), signs, {
		targetFormat: format,
		variationAxes: { wght },
		noHinting: true,
		keepFeatures: features,
	});

/** A face file cut by a recipe to some signs, where it lies. */
export async function cutFile(
	file: string,
	text: string,
	recipe: NonNullable<Parameters<typeof subset>[2]>,
): Promise<string> {
	const body = readFileSync(file);
	const made = JSON.stringify([recipe, text, require('subset-font/package.json').version]);
	const hash = createHash('sha256').update(body).update(made).digest('hex').slice(0, 24);
	const kept = resolve('.astro', 'faces', `${hash}.${recipe.targetFormat === 'woff2' ? 'woff2' : 'ttf'}`);
	if (existsSync(kept)) return kept;
	const cut = await subset(body, text, recipe);
	mkdirSync(dirname(kept), { recursive: true });
	// Two builds may cut the same face at once: a file appears whole or not at all.
	writeFileSync(`${kept}.${process.pid}`, cut);
	renameSync(`${kept}.${process.pid}`, kept);
	return kept;
}

/** A face of the site as bytes. */
export const face = async (...wanted: Parameters<typeof faceFile>): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(readFileSync(await faceFile(...wanted)));
