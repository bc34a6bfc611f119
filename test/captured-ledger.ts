import { existsSync, readFileSync } from 'node:fs';
import { readBody } from '../pipelines/reading.ts';
import { discover } from '../scrapers/discover.ts';
import type { PriceRow } from '../scrapers/source.ts';
import type { Made, MadeLook } from './made.ts';

// Captured price sheets, read by their own readers and handed to the real models; they are never copied into the project.

const captures = new URL('../../shared/captures/prices/', import.meta.url);
export const hasCaptures = existsSync(captures);
const sources = new Map((await discover()).map(source => [source.id, source]));

/** Prices in a captured body of one source, of the providers named. */
export function pricesIn(source: string, file: string, providers?: ReadonlySet<string>): PriceRow[] {
	const found = sources.get(source);
	if (!found) throw new Error(`captured-ledger: unknown source: ${source}`);
	const { rows } = readBody(found, readFileSync(new URL(file, captures)), file);
	return rows.flatMap(({ row }) =>
		row.record === 'price' && (!providers || providers.has(row.provider)) ? [row] : [],
	);
}

/** A captured body as the look of a day. */
export const lookAt = (source: string, on: string, file: string, providers?: ReadonlySet<string>): MadeLook => ({
	source,
	on,
	rows: pricesIn(source, file, providers),
});

/** The project's own seeds that say what a name means and what a dollar cost. */
export const nameSeeds = ['labs', 'models', 'aliases', 'providers', 'printed_models', 'fx'] satisfies Made['own_seeds'];
