import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, rowsOf } from './duckdb.ts';
import type { Linked } from './order.ts';

export type FileFacts = { path: string; bytes: number; sha256: string };
export type Column = { name: string; type: string };

/** A file above this is written one a year, so that readers who can only read whole files need not read much. */
export const most_bytes = 5 * 2 ** 20;

/**
 * One mart as Parquet (zstd) and as formula-safe CSV under `out`, rows in order of grain: one file each, or one a year
 * (a quarter) where the CSV would be larger than `limit`. The same rows give the same CSV bytes; `about` goes into the Parquet's metadata.
 */
export async function writeFiles(
	connection: DuckDBConnection,
	mart: Pick<Linked, 'name' | 'grain'>,
	columns: Column[],
	out: string,
	options: { about: Record<string, string>; limit?: number },
): Promise<{ parquet: FileFacts[]; csv: FileFacts[] }> {
	const whole = await writePart(connection, mart, columns, out, options.about, { name: mart.name, where: 'true' });
	const dated = yearColumn(mart, columns);
	const limit = options.limit ?? most_bytes;
	if (whole.csv.bytes <= limit || dated === undefined) return { parquet: [whole.parquet], csv: [whole.csv] };
	const years = await partsOf(connection, mart.name, `strftime("${dated}", '%Y')`, 'true');
	const parts: Part[] = [];
	let pending = years;
	// a year that is still too large goes by quarters
	for (const by of ['quarter', null]) {
		const next: typeof pending = [];
		for (const { name, where } of pending) {
			const part = await writePart(connection, mart, columns, out, options.about, {
				name: `${mart.name}.${name}`,
				where,
			});
			if (part.csv.bytes <= limit || by === null) parts.push(part);
			else {
				await Promise.all([part.csv, part.parquet].map(file => rm(join(out, file.path))));
				const quarter = `strftime("${dated}", '%Y') || 'q' || quarter("${dated}")`;
				next.push(...(await partsOf(connection, mart.name, quarter, where)));
			}
		}
		pending = next;
	}
	await Promise.all([whole.csv, whole.parquet].map(file => rm(join(out, file.path))));
	const inOrder = parts.sort((a, b) => (a.csv.path < b.csv.path ? -1 : 1));
	return { parquet: inOrder.map(part => part.parquet), csv: inOrder.map(part => part.csv) };
}

type Part = { parquet: FileFacts; csv: FileFacts };

/** The parts of a table by an expression over its day, each with its condition; rows without a day are `undated`. */
async function partsOf(
	connection: DuckDBConnection,
	table: string,
	expression: string,
	within: string,
): Promise<{ name: string; where: string }[]> {
	const found = await rowsOf<{ part: string | null }>(
		connection,
		`select distinct ${expression} as part from ${table} where ${within} order by part`,
	);
	return found.map(({ part }) => ({
		name: part ?? 'undated',
		where: `(${within}) and ${part === null ? `(${expression}) is null` : `${expression} = ${literal(part)}`}`,
	}));
}

async function writePart(
	connection: DuckDBConnection,
	mart: Pick<Linked, 'name' | 'grain'>,
	columns: Column[],
	out: string,
	about: Record<string, string>,
	part: { name: string; where: string },
): Promise<Part> {
	const [parquet, csv] = [join('parquet', `${part.name}.parquet`), join('csv', `${part.name}.csv`)];
	const rows = `from ${mart.name} where ${part.where} order by ${mart.grain.join(', ')}`;
	const told = Object.entries(about).map(([key, value]) => `${key}: ${literal(value)}`);
	const metadata = told.length > 0 ? `, kv_metadata {${told.join(', ')}}` : '';
	await connection.run(
		`copy (select * ${rows}) to ${literal(join(out, parquet))}
		(format parquet, compression zstd, row_group_size 122880${metadata})`,
	);
	await connection.run(
		`copy (select ${columns.map(formulaSafe).join(', ')} ${rows}) to ${literal(join(out, csv))} (format csv, header, delimiter ',', nullstr '')`,
	);
	return { parquet: await factsOf(out, parquet), csv: await factsOf(out, csv) };
}

/** A column as a CSV file has it: a text that a spreadsheet would run gets a leading apostrophe. */
export const formulaSafe = ({ name, type }: Column): string =>
	type === 'VARCHAR'
		? `case when regexp_matches("${name}", '^[=+\\-@\\t\\r]') then '''' || "${name}" else "${name}" end as "${name}"`
		: `"${name}"`;

export async function columnsOf(connection: DuckDBConnection, table: string): Promise<Column[]> {
	const rows = await rowsOf<{ column_name: string; column_type: string }>(connection, `describe ${table}`);
	return rows.map(row => ({ name: row.column_name, type: row.column_type }));
}

/** The day that parts a mart by year: one of its grain, else the day it speaks of. */
export function yearColumn({ grain }: Pick<Linked, 'grain'>, columns: Column[]): string | undefined {
	const dated = columns.filter(({ type }) => type === 'DATE').map(({ name }) => name);
	return (
		grain.find(name => dated.includes(name)) ?? ['day', 'week', 'month', 'from_day'].find(name => dated.includes(name))
	);
}

export async function factsOf(out: string, path: string): Promise<FileFacts> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(join(out, path))) hash.update(chunk as Buffer);
	return { path, bytes: (await stat(join(out, path))).size, sha256: hash.digest('hex') };
}
