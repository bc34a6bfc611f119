import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** `catalog.json` beside the published file: what each mart is, in its own words. */
export type Catalog = {
	release: string;
	built_at: string;
	newest_day: string | null;
	marts: {
		name: string;
		sentence: string;
		grain: string | string[];
		kind: 'table' | 'view';
		columns: { name: string; type: string; comment: string | null }[];
		rows: number;
		parquet: string | null;
		csv: string | null;
		bytes: number | null;
		sha256: string | null;
		sources?: string[];
		newest?: string | null;
	}[];
};

export type Publication = {
	catalog: Catalog;
	commit: string;
	/** Rows of a query: decimals and big integers as text, days as `YYYY-MM-DD`. */
	rows<Row>(sql: string): Promise<Row[]>;
};

let opened: Promise<Publication> | undefined;

/** The exports of `TOKENS_DATA`, opened once a build and read-only. */
export const publication = (): Promise<Publication> => (opened ??= open(process.env['TOKENS_DATA'] ?? 'dist/data'));

async function open(folder: string): Promise<Publication> {
	const catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8')) as Catalog;
	const connection = await connect(join(folder, 'tokens.duckdb'));
	const known = new Map<string, Promise<unknown[]>>();
	const rows = <Row>(sql: string): Promise<Row[]> => {
		const found = known.get(sql) ?? read(connection, sql);
		known.set(sql, found);
		return found as Promise<Row[]>;
	};
	const [meta] = await rows<{ commit: string | null }>('select commit from meta');
	return { catalog, commit: meta?.commit ?? 'unknown', rows };
}

async function connect(path: string): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(path, {
		access_mode: 'READ_ONLY',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
	});
	return instance.connect();
}

async function read(connection: DuckDBConnection, sql: string): Promise<unknown[]> {
	try {
		return (await connection.runAndReadAll(sql)).getRowObjectsJson();
	} catch (error) {
		throw new Error(`site: invalid query: ${(error as Error).message}\n${sql}`);
	}
}
