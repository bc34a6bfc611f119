import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Source } from './source.ts';

const folders = ['prices', 'catalogue', 'usage', 'benchmarks', 'macro'] as const;
const here = new URL('.', import.meta.url);

/** A source with the folder it was found in and the hash of everything its rows depend on. */
export type Found = Source & { folder: string; reader: string };

/** All sources, found by folder, in order of id. Throws when a file and its object disagree about the id. */
export async function discover(): Promise<Found[]> {
	const shared = sharedHash();
	const found: Found[] = [];
	for (const folder of folders) {
		for (const file of listOf(folder)) {
			const { source } = (await import(new URL(join(folder, file), here).href)) as { source?: Source };
			const id = basename(file, '.ts');
			if (source?.id !== id) throw new Error(`scrapers/${folder}/${file}: expected source id ${id} got ${source?.id}`);
			const reader = hash(shared + readFileSync(new URL(join(folder, file), here), 'utf8')).slice(0, 12);
			found.push({ ...source, folder, reader });
		}
	}
	return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function listOf(folder: string): string[] {
	try {
		return readdirSync(new URL(folder, here)).filter(file => file.endsWith('.ts'));
	} catch {
		return [];
	}
}

/** The files beside this one are shared by readers: a change in any of them re-reads every body. */
function sharedHash(): string {
	const files = readdirSync(here).filter(
		file => file.endsWith('.ts') && !/^(discover|fetch.*|guard.*)\.ts$/.test(file),
	);
	return hash(
		files
			.sort()
			.map(file => readFileSync(new URL(file, here), 'utf8'))
			.join('\n'),
	);
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
