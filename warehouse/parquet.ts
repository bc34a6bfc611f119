import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, literal, rowsOf } from './duckdb.ts';

export const records = ['price', 'model', 'usage', 'score', 'endpoint', 'host', 'macro', 'fx'] as const;
export type RecordType = (typeof records)[number];

/** Files of rows by record type: none yet. */
export const noFiles = (): Record<RecordType, string[]> =>
	Object.fromEntries(records.map(record => [record, [] as string[]])) as Record<RecordType, string[]>;

const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');

const known = new Map<string, Promise<Record<string, string>>>();

/** Columns and types of a raw table, as schema.sql declares them; asked of DuckDB once a process. */
export function columnsOf(record: string): Promise<Record<string, string>> {
	let columns = known.get(record);
	if (!columns) known.set(record, (columns = declaredColumns(record)));
	return columns;
}

async function declaredColumns(record: string): Promise<Record<string, string>> {
	const connection = await connect();
	await connection.run(schema);
	const rows = await rowsOf<{ column_name: string; data_type: string }>(
		connection,
		`select column_name, data_type from information_schema.columns
		 where table_schema = 'raw' and table_name = ${literal(record)} order by ordinal_position`,
	);
	connection.closeSync();
	return Object.fromEntries(rows.map(row => [row.column_name, row.data_type]));
}

/**
 * Write rows that have the columns of `raw.<record>` to a Parquet file (zstd), sorted by `order` (null: as they come). Landing NDJSON and
 * letting DuckDB type it is ten times faster than appending row by row. `level` 19 is for what is shipped; what is soon
 * made again takes a fifth of the time at 3.
 */
export async function writeParquet(
	record: string,
	rows: Iterable<object>,
	file: string,
	options: { order?: string | null; connection?: DuckDBConnection; level?: number } = {},
): Promise<void> {
	const columns = await columnsOf(record);
	const landing = `${file}.${randomUUID()}.ndjson`;
	const partial = `${file}.${process.pid}.partial`;
	await writeFile(landing, linesOf(rows));
	const connection = options.connection ?? (await connect());
	try {
		const types = Object.entries(columns).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
		await connection.run(
			`copy (
				select * from read_json(${literal(landing)}, format = 'newline_delimited', columns = {${types.join(', ')}})
				${options.order === null ? '' : `order by ${options.order ?? 'source, snapshot, position'}`}
			) to ${literal(partial)} (format parquet, compression zstd, compression_level ${options.level ?? 19})`,
		);
		await rename(partial, file);
	} finally {
		await rm(landing, { force: true });
		await rm(partial, { force: true });
		if (!options.connection) connection.closeSync();
	}
}

/** In pieces of some size: a write a line costs more than all the rest. */
function* linesOf(rows: Iterable<object>): Generator<string> {
	let piece = '';
	for (const row of rows) {
		piece += `${JSON.stringify(row)}\n`;
		if (piece.length < 262_144) continue;
		yield piece;
		piece = '';
	}
	yield piece;
}
