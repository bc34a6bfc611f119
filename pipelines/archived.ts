import { fileURLToPath } from 'node:url';
import { linesOf } from './csv-line.ts';

/** One line of the shipped archive's list of snapshots. Numbers and days are kept as the text of the file. */
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
	bytes: string;
	rows: string;
	/** Of the rows as JSON lines, without provenance. */
	rows_sha256: string;
};

export const archivedLooksFile = fileURLToPath(new URL('../warehouse/archive/looks.csv', import.meta.url));

/** The looks whose rows are shipped in the repository; none when there is no archive. */
export const archivedLooks = (file = archivedLooksFile): ArchivedLook[] => linesOf(file) as ArchivedLook[];
