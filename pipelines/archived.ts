import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One line of the shipped archive's list of snapshots. Numbers and days are kept as the text of the file. */
export type ArchivedLook = {
	source: string;
	url: string;
	snapshot: string;
	integrity: string;
	fetched_at: string;
	observed_on: string;
	observed_on_basis: string;
	observed_on_quality: string;
	bytes: string;
	rows: string;
	rows_sha256: string;
};

export const archivedLooksFile = fileURLToPath(new URL('../warehouse/archive/looks.csv', import.meta.url));

/** The looks whose rows are shipped in the repository; none when there is no archive. */
export function archivedLooks(file = archivedLooksFile): ArchivedLook[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return [];
	}
	const [header, ...lines] = text.split(/\r?\n/).filter(line => line !== '');
	const names = header?.split(',') ?? [];
	return lines.map(line => {
		const cells = cellsOf(line);
		return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])) as ArchivedLook;
	});
}

/** The cells of one line; an address with a comma is in quotes. */
function cellsOf(line: string): string[] {
	if (!line.includes('"')) return line.split(',');
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);
}
