import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './duckdb.ts';
import type { Release } from './export.ts';
import { columnsOf, records, type RecordType } from './parquet.ts';

/** What a build reads: files of rows by record type, every look, and the sources' own facts. */
export type Inputs = {
	/** Folder with `seeds/` and `archive/`. */
	folder: string;
	files: Record<RecordType, string[]>;
	/** Rows with the columns of `raw.look`, as an NDJSON file. */
	looks: string;
	/** Rows with the columns of `raw.source`, as an NDJSON file. */
	sources: string;
	/** Verdicts on claims that earlier releases gave, as a CSV file, where there is one. */
	verdicts?: string;
	release: Release;
};

/**
 * Fill `raw.*` from the archive and the files handed in, and `seed.*` from the curated CSV files (all text, empty = null):
 * all of them, or those in `only`.
 */
export async function load(connection: DuckDBConnection, inputs: Inputs, only?: ReadonlySet<string>): Promise<void> {
	await connection.run(readFileSync(join(inputs.folder, 'schema.sql'), 'utf8'));
	for (const record of records) {
		const files = [...archived(inputs.folder, record), ...inputs.files[record]];
		if (files.length === 0) continue;
		const list = files.map(literal).join(', ');
		await connection.run(
			`insert into raw.${record} by name select * from read_parquet([${list}], union_by_name = true)`,
		);
	}
	for (const [table, file] of [
		['look', inputs.looks],
		['source', inputs.sources],
	] as const) {
		if (readFileSync(file, 'utf8').trim() === '') continue;
		const types = Object.entries(await columnsOf(table)).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
		await connection.run(
			`insert into raw.${table} by name
			 select * from read_json(${literal(file)}, format = 'newline_delimited', columns = {${types.join(', ')}})`,
		);
	}
	const { release, built_at, built_on, code } = inputs.release;
	await connection.run(
		`insert into raw.build by name select ${literal(built_on)}::date as built_on, ${literal(built_at)}::timestamp as built_at,
		        ${literal(release)} as release, ${literal(code)} as code`,
	);
	await loadArchivedLooks(connection, inputs.folder);
	await loadVerdicts(connection, inputs);
	await loadChinese(connection, inputs.folder);
	await loadSeeds(connection, inputs.folder, only);
}

function archived(folder: string, record: string): string[] {
	const place = join(folder, 'archive', record);
	if (!existsSync(place)) return [];
	return readdirSync(place)
		.filter(file => file.endsWith('.parquet'))
		.sort()
		.map(file => join(place, file));
}

async function loadArchivedLooks(connection: DuckDBConnection, folder: string): Promise<void> {
	const file = join(folder, 'archive', 'looks.csv');
	if (!existsSync(file)) return;
	await connection.run(
		`insert into raw.look by name
		 select source, url, snapshot, fetched_at::timestamp as fetched_at, observed_on::date as observed_on,
		        observed_on_basis, observed_on_quality, bytes::bigint as bytes, rows::integer as rows, 0 as rejected,
		        'archive' as state
		 from read_csv(${literal(file)}, header = true, all_varchar = true, nullstr = '', quote = '"')`,
	);
}

async function loadVerdicts(connection: DuckDBConnection, inputs: Inputs): Promise<void> {
	const shipped = join(inputs.folder, 'archive', 'claim_verdicts.csv');
	for (const file of [shipped, inputs.verdicts].filter(file => file !== undefined && existsSync(file))) {
		await connection.run(
			`insert into raw.claim_verdict by name
			 select built_at::timestamp as built_at, release, claim_id, verdict, measured::double as measured, reason
			 from read_csv(${literal(file ?? '')}, header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')`,
		);
	}
}

async function loadChinese(connection: DuckDBConnection, folder: string): Promise<void> {
	if (!existsSync(join(folder, 'chinese'))) return;
	await connection.run(
		`insert into raw.chinese
		 select distinct en, zh from read_csv(${literal(join(folder, 'chinese', '*.tsv'))}, header = false, delim = '\\t', quote = '',
		        escape = '', columns = {en: 'varchar', zh: 'varchar'})`,
	);
}

async function loadSeeds(connection: DuckDBConnection, folder: string, only?: ReadonlySet<string>): Promise<void> {
	await connection.run('create schema if not exists seed');
	for (const file of readdirSync(join(folder, 'seeds')).sort()) {
		if (!file.endsWith('.csv') || (only && !only.has(`seed.${file.slice(0, -'.csv'.length)}`))) continue;
		await connection.run(
			`create table seed.${file.replace(/\.csv$/, '')} as
			 select * from read_csv(${literal(join(folder, 'seeds', file))}, header = true, all_varchar = true, nullstr = '',
			        delim = ',', quote = '"', escape = '"')`,
		);
	}
}
