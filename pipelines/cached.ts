import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from './durable.ts';
import { records } from '../warehouse/parquet.ts';

/** What is known of one body without reading it again. */
export const Cached = z.object({
	/** Hash of the guards that chose these rows. */
	guard: z.string(),
	/** The look whose provenance the rows carry. */
	look: z.string(),
	rows: z.int(),
	rejected: z.int(),
	reasons: z.array(z.string()),
	/** Why nothing could be read; null when rows could. */
	problem: z.string().nullable(),
	records: z.array(z.enum(records)),
	totals: z.array(z.object({ measure: z.string(), day: z.string(), total: z.number() })),
	/** The verdict, with the snapshots it was reached against; null until judged. */
	verdict: z.object({ after: z.string(), state: z.enum(['good', 'held']), reason: z.string().nullable() }).nullable(),
});
export type Cached = z.infer<typeof Cached>;

/** The rows cache of one source: `cache/<source>/<reader>/<sha256>.json` and `.<record>.parquet`. Losing it costs time only. */
export type Cache = {
	rowsFile(snapshot: string, record: string): string;
	get(snapshot: string, look: string): Cached | undefined;
	set(snapshot: string, cached: Cached): void;
};

export function cacheOf(home: string, source: { id: string; reader: string }): Cache {
	const above = join(home, 'cache', source.id);
	const folder = join(above, source.reader);
	mkdirSync(folder, { recursive: true });
	// what another version of the reader made is of no use to anyone
	for (const other of readdirSync(above)) {
		if (other !== source.reader) rmSync(join(above, other), { recursive: true, force: true });
	}
	const rowsFile = (snapshot: string, record: string): string => join(folder, `${snapshot}.${record}.parquet`);
	return {
		rowsFile,
		get(snapshot, look) {
			const cached = parsed(join(folder, `${snapshot}.json`));
			if (cached?.guard !== guardVersion || cached.look !== look) return undefined;
			return cached.records.every(record => existsSync(rowsFile(snapshot, record))) ? cached : undefined;
		},
		set(snapshot, cached) {
			writeDurably(join(home, 'partials'), join(folder, `${snapshot}.json`), Buffer.from(JSON.stringify(cached)));
		},
	};
}

function parsed(file: string): Cached | undefined {
	try {
		return Cached.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
	} catch {
		return undefined;
	}
}

/** A change of a threshold judges everything again, as a change of a reader reads everything again. */
export const guardVersion = guardHash();
function guardHash(): string {
	const folder = new URL('../scrapers/', import.meta.url);
	const files = readdirSync(folder).filter(file => file.startsWith('guard') && file.endsWith('.ts'));
	const text = files.sort().map(file => readFileSync(new URL(file, folder), 'utf8'));
	return createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 12);
}
