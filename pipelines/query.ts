import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../warehouse/duckdb.ts';

export const formats = ['table', 'csv', 'json', 'ndjson'] as const;
export type Format = (typeof formats)[number];

/**
 * Run one query on the published file, read-only, and give its rows as text. Throws `query: ...` with DuckDB's own words
 * when the query is wrong, and when nothing has been published yet.
 */
export async function query(data: string, sql: string, format: Format): Promise<string> {
	const file = join(data, 'tokens.duckdb');
	if (!existsSync(file)) throw new Error(`query: nothing published yet, run \`tokens build\` first: ${file}`);
	const connection = await connect(file, { readonly: true });
	try {
		const reader = await connection.runAndReadAll(sql);
		return textOf(reader.columnNames(), reader.getRowsJson(), format);
	} catch (error) {
		throw new Error(`query: ${(error as Error).message.split('\n')[0]}`);
	} finally {
		connection.closeSync();
	}
}

/** Rows as text; null is `null` in JSON, empty in CSV and `-` in a table, so that no two of null, 0 and '' look alike. */
export function textOf(columns: string[], rows: unknown[][], format: Format): string {
	const objects = (): object[] =>
		rows.map(row => Object.fromEntries(columns.map((column, place) => [column, row[place]])));
	if (format === 'json') return `${JSON.stringify(objects(), null, '\t')}\n`;
	if (format === 'ndjson')
		return objects()
			.map(row => `${JSON.stringify(row)}\n`)
			.join('');
	if (format === 'csv') return [columns, ...rows].map(row => `${row.map(csvCell).join(',')}\n`).join('');
	return table(columns, rows);
}

const plain = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

function csvCell(value: unknown): string {
	if (value === null || value === undefined) return '';
	const text = plain(value);
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(columns: string[], rows: unknown[][]): string {
	const cells = rows.map(row =>
		row.map(value => (value === null || value === undefined ? '-' : plain(value).replace(/\s+/g, ' '))),
	);
	const widths = columns.map((column, place) =>
		Math.min(60, Math.max(column.length, ...cells.map(row => row[place]?.length ?? 0))),
	);
	const numeric = columns.map((_, place) => cells.every(row => /^-$|^-?[\d.]+(e-?\d+)?$/.test(row[place] ?? '')));
	const line = (row: string[]): string =>
		row
			.map((cell, place) => {
				const width = widths[place] ?? 0;
				const short = cell.length > width ? `${cell.slice(0, width - 1)}…` : cell;
				return numeric[place] ? short.padStart(width) : short.padEnd(width);
			})
			.join('  ')
			.trimEnd();
	const rule = widths.map(width => '-'.repeat(width)).join('  ');
	const count = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`;
	return `${[line(columns), rule, ...cells.map(line), count].join('\n')}\n`;
}
