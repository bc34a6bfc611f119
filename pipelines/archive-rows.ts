import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { writeParquet, type RecordType } from '../warehouse/parquet.ts';

/** No tracked file is larger (2 MB): a source past this is split by the years its rows were observed in. */
const maxFileBytes = 2_000_000;

/** Cells lie together, versions in order: most of a column then repeats, and 630,000 rows take a megabyte. */
const orders: Partial<Record<RecordType, string>> = {
	price: 'provider, model, meter, min_input_tokens, fetched_at, position',
	model: 'provider, model, fetched_at, position',
};

/**
 * Write a source's rows, provenance included, to `<archive>/<record>/<id>.parquet`, or to `<id>-<year>.parquet` where one
 * file would be too large. Rows already there whose address is in `carried` stay. Gives the files written.
 */
export async function writeArchivedRows(options: {
	record: RecordType;
	id: string;
	archive: string;
	rows: Iterable<object>;
	carried: string[];
	max_bytes?: number;
}): Promise<string[]> {
	const { record, id, archive, rows, carried, max_bytes = maxFileBytes } = options;
	const folder = join(archive, record);
	await mkdir(folder, { recursive: true });
	const order = orders[record];
	const partial = join(folder, `${id}.partial`);
	const connection = await connect();
	try {
		const before = (await readdir(folder)).filter(file => isOf(id, file)).map(file => join(folder, file));
		const kept = await rowsAt(connection, before, carried);
		await writeParquet(record, concatenated(kept, rows), partial, { order, connection });
		const targets = await targetsOf(connection, partial, join(folder, id), max_bytes);
		for (const { file, where } of targets) {
			await connection.run(
				`copy (select * from read_parquet(${literal(partial)}) where ${where} order by ${order ?? 'all'})
				 to ${literal(`${file}.partial`)} (format parquet, compression zstd, compression_level 19)`,
			);
		}
		for (const file of before) await rm(file);
		for (const { file } of targets) await rename(`${file}.partial`, file);
		return targets.map(({ file }) => file);
	} finally {
		await rm(partial, { force: true });
		connection.closeSync();
	}
}

const isOf = (id: string, file: string): boolean =>
	file === `${id}.parquet` || (file.startsWith(`${id}-`) && /^\d{4}\.parquet$/.test(file.slice(id.length + 1)));

async function rowsAt(connection: DuckDBConnection, files: string[], urls: string[]): Promise<object[]> {
	if (files.length === 0 || urls.length === 0) return [];
	return rowsOf<object>(
		connection,
		`select * from read_parquet([${files.map(literal).join(', ')}]) where url in (${urls.map(literal).join(', ')})`,
	);
}

async function targetsOf(connection: DuckDBConnection, whole: string, stem: string, max_bytes: number) {
	if ((await stat(whole)).size <= max_bytes) return [{ file: `${stem}.parquet`, where: 'true' }];
	const years = await rowsOf<{ year: string }>(
		connection,
		`select distinct year(observed_on)::varchar as year from read_parquet(${literal(whole)}) order by year`,
	);
	return years.map(({ year }) => ({ file: `${stem}-${year}.parquet`, where: `year(observed_on) = ${year}` }));
}

function* concatenated(...lists: Iterable<object>[]): Generator<object> {
	for (const list of lists) yield* list;
}
