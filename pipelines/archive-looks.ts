import { readFile, rename, writeFile } from 'node:fs/promises';

/** One archived snapshot: a line of `warehouse/archive/looks.csv`. */
export type ArchivedLook = {
	source: string;
	url: string;
	/** sha256 of the body. */
	snapshot: string;
	/** Subresource-integrity text of the body, as the registry or we computed it. */
	integrity: string;
	/** UTC, `YYYY-MM-DD HH:MM:SS`. */
	fetched_at: string;
	observed_on: string;
	observed_on_basis: string;
	observed_on_quality: string;
	bytes: number;
	rows: number;
	/** Of the rows as JSON lines, without provenance. */
	rows_sha256: string;
};

const columns = [
	'source', 'url', 'snapshot', 'integrity', 'fetched_at', 'observed_on', 'observed_on_basis', 'observed_on_quality',
	'bytes', 'rows', 'rows_sha256',
] as const satisfies (keyof ArchivedLook)[]; // prettier-ignore

/** Replace the lines of one source, keep everyone else's, and keep the file sorted by source and address. */
export async function mergeLooks(file: string, source: string, looks: ArchivedLook[]): Promise<void> {
	const old = await readFile(file, 'utf8').catch(() => '');
	const kept = old.split('\n').filter(line => line && !line.startsWith('source,') && !line.startsWith(`${source},`));
	const lines = [...kept, ...looks.map(look => columns.map(column => quoted(String(look[column]))).join(','))];
	await writeFile(`${file}.partial`, [columns.join(','), ...lines.sort()].join('\n') + '\n');
	await rename(`${file}.partial`, file);
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
