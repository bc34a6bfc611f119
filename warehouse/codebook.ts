import { readFileSync } from 'node:fs';

/** What a column means wherever it stands: one name, one quantity. */
export type ColumnMeaning = { unit: string; meaning: string; when_null: string };

/** Meanings by column name, from `columns.csv` (fields hold no comma or quote: a meaning is a short clause). */
export function codebook(): Map<string, ColumnMeaning> {
	const text = readFileSync(new URL('./columns.csv', import.meta.url), 'utf8').trimEnd();
	const [, ...lines] = text.split('\n');
	return new Map(
		lines.map(line => {
			const fields = line.split(',');
			if (fields.length !== 4) throw new Error(`columns.csv: expected 4 fields got ${fields.length}: ${line}`);
			const [column = '', unit = '', meaning = '', when_null = ''] = fields;
			return [column, { unit, meaning, when_null }];
		}),
	);
}
