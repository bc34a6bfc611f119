import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { chineseOf } from './chinese.ts';
import { codebook, type ColumnMeaning } from './codebook.ts';
import { describeRelease, type Described, type SourceTerms } from './describe-release.ts';
import { rowsOf } from './duckdb.ts';
import { columnsOf, factsOf, writeFiles, type FileFacts } from './export-files.ts';
import { writeDatabase } from './export-database.ts';
import { exportExplore, type Explore } from './export-explore.ts';
import { exportLists, type PublishedList } from './export-lists.ts';
import { exportNotebooks, notebooksOf, type Notebook, type PublishedNotebook } from './export-notebooks.ts';
import { exportQueries, type Answered } from './export-queries.ts';
import { formulasOf, type Formula } from './formulas.ts';
import { macrosOf, type Macro } from './macro.ts';
import { sourcesByModel } from './mart-sources.ts';
import type { Linked } from './order.ts';
import { questionsOf, type Question } from './question.ts';

export type Release = { release: string; built_at: string; built_on: string; code: string };

export type CatalogMart = {
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
};
export type Catalog = Release & {
	schema: 'v1';
	newest_day: string | null;
	duckdb: FileFacts;
	/** What the browser attaches. */
	explore: Explore;
	marts: CatalogMart[];
	macros: Omit<Macro, 'body'>[];
	formulas: Formula[];
	/** The sentences, choices, meanings and formulas above in simplified Chinese, by the English. */
	chinese: Record<string, string>;
	/** Questions with their answers. */
	queries: Answered[];
	notebooks: PublishedNotebook[];
	/** Looks, held snapshots, ids: files of their own beside the marts. */
	lists: PublishedList[];
	changelog: FileFacts;
};

/** What is published beside the marts. */
export type Beside = { macros: Macro[]; questions: Question[]; notebooks: Notebook[] };

const here = fileURLToPath(new URL('.', import.meta.url));
const ours = (): Beside => ({
	macros: macrosOf(here),
	questions: questionsOf(here),
	notebooks: notebooksOf(join(here, '..', 'notebooks')),
});

/**
 * Write every mart as Parquet (zstd), CSV (formula-safe) and table of `tokens.duckdb` (storage v1.0.0) into the empty
 * folder `out`, with questions, notebooks, descriptions (`describe-release.ts`) and `SHA256SUMS`. Rows are sorted by grain, so the same rows give the same CSV bytes.
 * Views are in the DuckDB file only.
 */
export async function exportMarts(
	connection: DuckDBConnection,
	models: Linked[],
	out: string,
	release: Release,
	{ macros, questions, notebooks }: Beside = ours(),
): Promise<Catalog> {
	await mkdir(join(out, 'parquet'), { recursive: true });
	await mkdir(join(out, 'csv'), { recursive: true });
	const meanings = codebook();
	const marts = models.filter(model => model.layer === 'marts');
	const catalog: CatalogMart[] = [];
	const sources = await sourcesByModel(connection, models);
	for (const mart of marts) {
		const facts = await exportMart(connection, mart, out, meanings, release);
		catalog.push({ ...facts, sources: sources.get(mart.name) ?? [] });
	}
	const meaningOf = (mart: string, column: string) => describe(meanings, mart, column);
	const held = marts.map(mart => ({ mart }));
	await writeDatabase(connection, { held, macros }, join(out, 'tokens.duckdb'), release, meaningOf);
	const newest = catalog.map(mart => mart.newest ?? '').reduce((a, b) => (a > b ? a : b), '');
	const answers = await exportQueries(out, questions);
	const explore = await exportExplore(
		connection,
		{ marts: catalog.map((mart, place) => ({ ...mart, model: marts[place]! })), macros, answers },
		out,
		{ about: release, newest_day: newest || release.built_on },
		meaningOf,
	);
	const beside = await exportLists(
		connection,
		marts.map(({ name }) => name),
		out,
	);
	const formulas = formulasOf(here);
	const whole: Catalog = {
		...release,
		schema: 'v1',
		newest_day: newest || null,
		duckdb: await factsOf(out, 'tokens.duckdb'),
		explore,
		marts: catalog.sort((a, b) => (a.name < b.name ? -1 : 1)),
		macros,
		formulas,
		chinese: chineseTexts([...catalog, ...macros], formulas),
		queries: answers,
		notebooks: await exportNotebooks(out, notebooks),
		...beside,
	};
	const described = describeRelease(whole, await sourcesOf(connection));
	for (const { path, text } of described) await writeFile(join(out, path), text);
	await writeFile(join(out, 'SHA256SUMS'), await sumsOf(out, whole, described));
	return whole;
}

async function exportMart(
	connection: DuckDBConnection,
	mart: Linked,
	out: string,
	meanings: Map<string, ColumnMeaning>,
	release: Release,
): Promise<Omit<CatalogMart, 'sources'>> {
	const columns = await columnsOf(connection, mart.name);
	const facts: Omit<CatalogMart, 'sources'> = {
		name: mart.name,
		sentence: mart.sentence,
		choices: mart.choices,
		grain: mart.grain,
		kind: mart.view ? 'view' : 'table',
		columns: columns.map(column => ({ ...column, ...describe(meanings, mart.name, column.name) })),
		rows: await countOf(connection, mart.name),
		newest: await newestOf(connection, mart.name, columns),
		parquet: [],
		csv: [],
	};
	if (mart.view) return facts;
	const about = { release: release.release, schema: 'v1', sentence: mart.sentence };
	return { ...facts, ...(await writeFiles(connection, mart, columns, out, { about })) };
}

function describe(meanings: Map<string, ColumnMeaning>, mart: string, column: string): ColumnMeaning {
	const meaning = meanings.get(column);
	if (!meaning) throw new Error(`${mart}: column without a meaning in columns.csv: ${column}`);
	return meaning;
}

async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
	const [row] = await rowsOf<{ n: number }>(connection, `select count(*)::integer as n from ${table}`);
	return Number(row?.n ?? 0);
}

/** Newest day that a mart speaks of, read from its observation columns. */
async function newestOf(
	connection: DuckDBConnection,
	table: string,
	columns: { name: string; type: string }[],
): Promise<string | null> {
	const column = ['last_seen_on', 'changed_by', 'day', 'week', 'observed_on', 'last_day'].find(name =>
		columns.some(column => column.name === name && column.type === 'DATE'),
	);
	if (!column) return null;
	const [row] = await rowsOf<{ newest: string | null }>(
		connection,
		`select max(${column})::varchar as newest from ${table}`,
	);
	return row?.newest ?? null;
}

/** What the licences and descriptions say of each source; none where the release has no list of sources. */
async function sourcesOf(connection: DuckDBConnection): Promise<SourceTerms[]> {
	const [found] = await rowsOf<{ n: number }>(
		connection,
		"select count(*)::integer as n from duckdb_tables() where table_name = 'mart_source__source'",
	);
	if (!found?.n) return [];
	return rowsOf(
		connection,
		'select source, title, homepage, licence, attribution, redistribute, last_day::varchar as last_day from mart_source__source order by source',
	);
}

type Said = { sentence: string; choices: string[]; columns?: CatalogMart['columns'] };

/** Every text of the catalogue that has a Chinese, once. */
function chineseTexts(said: Said[], formulas: Formula[]): Record<string, string> {
	const texts = [
		...said.flatMap(({ sentence, choices, columns = [] }) => [
			sentence,
			...choices,
			...columns.flatMap(({ unit, meaning, when_null }) => [unit, meaning, when_null]),
		]),
		...formulas.map(({ text }) => text),
	];
	return Object.fromEntries(
		[...new Set(texts)].sort().flatMap(text => {
			const zh = chineseOf(text);
			return zh === null ? [] : [[text, zh]];
		}),
	);
}

/** A line for every file but itself. */
async function sumsOf(out: string, catalog: Catalog, described: Described[]): Promise<string> {
	const beside = [...catalog.queries, ...catalog.notebooks].flatMap<FileFacts>(({ files }) => Object.values(files));
	const facts: FileFacts[] = [
		catalog.duckdb,
		catalog.explore,
		catalog.changelog,
		...catalog.lists,
		...catalog.marts.flatMap(mart => [...mart.parquet, ...mart.csv]),
		...beside,
	];
	for (const { path } of described) facts.push(await factsOf(out, path));
	return facts
		.map(file => `${file.sha256}  ${file.path}\n`)
		.sort()
		.join('');
}
