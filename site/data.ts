import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { atOnce, byThing } from './at-once.ts';

export type FileFacts = { path: string; bytes: number; sha256: string };

/** `catalog.json` beside the published file: what each mart is, in its own words. */
export type Catalog = {
	release: string;
	built_at: string;
	built_on: string;
	code: string;
	newest_day: string | null;
	duckdb: FileFacts;
	/** The small file for the browser: marts from `from_day` on, what it lacks, and the questions that it answers. */
	explore: FileFacts & {
		from_day: string;
		cut: { name: string; rows: number; of: number }[];
		left_out: string[];
		queries: string[];
	};
	marts: {
		name: string;
		sentence: string;
		choices: string[];
		grain: string[];
		kind: 'table' | 'view';
		columns: { name: string; type: string; unit: string; meaning: string; when_null: string }[];
		rows: number;
		/** One file, or one a year where it would be large; none for a view. */
		parquet: FileFacts[];
		csv: FileFacts[];
		newest: string | null;
		/** Sources that stand behind the rows. */
		sources: string[];
	}[];
	/** Table macros of the DuckDB file. */
	macros: { name: string; sentence: string; choices: string[]; parameters: string; example: string }[];
	/** What the code computes, in the words of its docstrings. */
	formulas: { method: string; name: string; text: string }[];
	/** The texts of marts, columns, macros and formulas in simplified Chinese, by the English. */
	chinese: Readonly<Record<string, string>>;
	/** Questions that readers ask, with the answers of this release: values as DuckDB's JSON mapping gives them. */
	queries: {
		name: string;
		question: string;
		question_zh: string;
		caution: string;
		caution_zh: string;
		sql: string;
		columns: { name: string; type: string }[];
		rows: unknown[][];
		files: { sql: FileFacts; csv: FileFacts };
	}[];
	notebooks: { id: string; title: string; title_zh: string; files: { en: FileFacts; zh: FileFacts } }[];
	/** Looks, held snapshots, ids: files of their own beside the marts. */
	lists: (FileFacts & { sentence: string; sentence_zh: string })[];
	changelog: FileFacts;
};

export type Mart = Catalog['marts'][number];

export type Publication = {
	catalog: Catalog;
	/** Rows of a query, `$id` in it filled with `id`: decimals and big integers as text, days as `YYYY-MM-DD`. */
	rows<Row>(sql: string, id?: string): Promise<Row[]>;
	/** The text of a published file. */
	text(path: string): Promise<string>;
};

let opened: Promise<Publication> | undefined;

/** The exports of `TOKENS_DATA`, opened once a build and read-only. */
export const publication = (): Promise<Publication> =>
	(opened ??= openPublication(process.env['TOKENS_DATA'] ?? 'dist/data'));

/** The exports of a folder, read-only. */
export async function openPublication(folder: string): Promise<Publication> {
	const catalog = JSON.parse(await readFile(join(folder, 'catalog.json'), 'utf8')) as Catalog;
	const connection = await connect(join(folder, 'tokens.duckdb'));
	const known = new Map<string, Promise<unknown[]>>();
	const things = new Map<string, Promise<Map<string, unknown[]> | null>>();
	const asked = (sql: string, id?: string): Promise<unknown[]> => {
		const key = id === undefined ? sql : `${id}\n${sql}`;
		const found = known.get(key) ?? read(connection, sql, id);
		known.set(key, found);
		return found;
	};
	const ofAll = (sql: string): Promise<Map<string, unknown[]> | null> => {
		const all = atOnce(sql);
		const found =
			things.get(sql) ??
			(all ? read(connection, all.sql).then(rows => byThing(rows, all.column)) : Promise.resolve(null));
		things.set(sql, found);
		return found;
	};
	const rows = async <Row>(sql: string, id?: string): Promise<Row[]> => {
		if (id === undefined || !sql.includes('$id')) return (await asked(sql)) as Row[];
		const groups = await ofAll(sql);
		return (groups ? (groups.get(id) ?? []) : await asked(sql, id)) as Row[];
	};
	return { catalog, rows, text: path => readFile(join(folder, path), 'utf8') };
}

async function connect(path: string): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(path, {
		access_mode: 'READ_ONLY',
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
	});
	return instance.connect();
}

async function read(connection: DuckDBConnection, sql: string, id?: string): Promise<unknown[]> {
	try {
		return (await connection.runAndReadAll(sql, id === undefined ? undefined : { id })).getRowObjectsJson();
	} catch (error) {
		throw new Error(`site: invalid query: ${(error as Error).message}\n${sql}`);
	}
}
