import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnMeaning } from './codebook.ts';
import { literal, rowsOf } from './duckdb.ts';
import { columnsOf } from './export-files.ts';
import { createMacro, type Macro } from './macro.ts';
import type { Linked } from './order.ts';

/** A mart of a published file; `where` leaves out the rows that the file does not hold. */
export type Held = { mart: Linked; where?: string };

/** Most marts are small, and a table fills whole blocks: with the least block the file is less than half as large. */
export const block_bytes = 16_384;

/**
 * Marts, views and macros in a new DuckDB file (storage v1.0.0), rows in order of grain, the codebook as comments, and
 * `about` as the row of its table `meta`.
 */
export async function writeDatabase(
	connection: DuckDBConnection,
	{ held, macros }: { held: Held[]; macros: Macro[] },
	file: string,
	about: Record<string, string>,
	meaningOf: (mart: string, column: string) => ColumnMeaning,
): Promise<void> {
	const [home] = await rowsOf<{ name: string }>(connection, 'select current_catalog() as name');
	await connection.run(
		`attach ${literal(file)} as published (storage_version 'v1.0.0', block_size ${String(block_bytes)})`,
	);
	try {
		for (const { mart, where } of held.filter(({ mart }) => !mart.view)) {
			await connection.run(
				`create table published.${mart.name} as select * from ${mart.name} where ${where ?? 'true'} order by ${mart.grain.join(', ')}`,
			);
		}
		await connection.run(
			`create table published.meta as select ${Object.entries(about)
				.map(([name, value]) => `${literal(value)} as ${name}`)
				.join(', ')}, 'v1' as schema`,
		);
		await connection.run('use published');
		for (const { mart } of held.filter(({ mart }) => mart.view)) {
			await connection.run(`create view ${mart.name} as ${mart.queries['']}`);
		}
		for (const macro of macros) await connection.run(createMacro(macro));
		for (const { mart } of held) {
			const kind = mart.view ? 'view' : 'table';
			await connection.run(`comment on ${kind} ${mart.name} is ${literal(mart.sentence)}`);
			for (const { name } of await columnsOf(connection, mart.name)) {
				const { unit, meaning } = meaningOf(mart.name, name);
				const text = unit ? `${meaning} (${unit})` : meaning;
				await connection.run(`comment on column ${mart.name}."${name}" is ${literal(text)}`);
			}
		}
	} finally {
		await connection.run(`use ${home?.name}`);
	}
	await connection.run('checkpoint published');
	await connection.run('detach published');
}
