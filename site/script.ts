import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';

/** The one script of every page: classic, so that it runs from a folder too. The build runs at the project's root. */
export const scriptOf = (entry: string, alias: Record<string, string> = {}): string =>
	buildSync({
		entryPoints: [join('site', 'script', entry)],
		bundle: true,
		alias,
		format: 'iife',
		target: 'es2021',
		minify: true,
		charset: 'utf8',
		legalComments: 'none',
		write: false,
	}).outputFiles[0]?.text ?? '';

/** A style sheet without what only its writer needs. */
export const smaller = (css: string): string =>
	transformSync(css, { loader: 'css', minify: true, charset: 'utf8', legalComments: 'none' }).code;
