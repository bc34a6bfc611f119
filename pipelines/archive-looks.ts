import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ArchivedLook } from './archived.ts';

/** A line about to be written: counts are still numbers. */
export type NewLook = Omit<ArchivedLook, 'bytes' | 'rows'> & { bytes: number; rows: number };

const columns = [
	'source', 'url', 'snapshot', 'integrity', 'fetched_at', 'observed_on', 'observed_on_basis', 'observed_on_quality',
	'bytes', 'rows', 'rows_sha256',
] as const satisfies (keyof ArchivedLook)[]; // prettier-ignore

/** Replace the lines of one source, keep everyone else's, and keep the file sorted by source and address. */
export async function mergeLooks(file: string, source: string, looks: NewLook[]): Promise<void> {
	const old = await readFile(file, 'utf8').catch(() => '');
	const kept = old.split('\n').filter(line => line && !line.startsWith('source,') && !line.startsWith(`${source},`));
	const lines = [...kept, ...looks.map(look => columns.map(column => quoted(String(look[column]))).join(','))];
	await writeFile(`${file}.partial`, [columns.join(','), ...lines.sort()].join('\n') + '\n');
	await rename(`${file}.partial`, file);
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
