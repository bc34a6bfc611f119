import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnMeaning } from './codebook.ts';
import { connect, literal, rowsOf } from './duckdb.ts';
import { writeDatabase, type Held } from './export-database.ts';
import { factsOf, most_bytes, yearColumn, type FileFacts } from './export-files.ts';
import type { Answered } from './export-queries.ts';
import type { CatalogMart } from './export.ts';
import type { Macro } from './macro.ts';
import type { Linked } from './order.ts';

/** The small DuckDB file for the browser: what it has of the release, and what not. */
export type Explore = FileFacts & {
	/** First day of the large tables, 52 weeks before the newest. */
	from_day: string;
	/** Tables that lack rows older than that, with the rows they have. */
	cut: { name: string; rows: number; of: number }[];
	/** Marts that are not in it. */
	left_out: string[];
	/** Questions that it answers as the whole file does. */
	queries: string[];
};

/** A table of more rows is cut to the newest 52 weeks. */
const many_rows = 2_000;

/**
 * Write `explore.duckdb` into `out`: small tables whole, large ones from 52 weeks before `newest_day`, at most `limit` bytes.
 * Where it would be larger, the largest tables stay out, those that no question reads before the others. Which questions it still answers is tried, not assumed.
 */
export async function exportExplore(
	connection: DuckDBConnection,
	{ marts, macros, answers }: { marts: (CatalogMart & { model: Linked })[]; macros: Macro[]; answers: Answered[] },
	out: string,
	{ about, newest_day, limit = most_bytes }: { about: Record<string, string>; newest_day: string; limit?: number },
	meaningOf: (mart: string, column: string) => ColumnMeaning,
): Promise<Explore> {
	const from_day = new Date(Date.parse(newest_day) - 364 * 86_400_000).toISOString().slice(0, 10);
	const path = 'explore.duckdb';
	const asked = askedOf(answers, marts, macros);
	const last = ({ name }: CatalogMart): number => Number(asked.has(name));
	const tables = marts
		.filter(({ kind }) => kind === 'table')
		.sort((a, b) => last(a) - last(b) || cellsOf(b) - cellsOf(a))
		.map(({ name }) => name);
	const write = async (left_out: number): Promise<FileFacts> => {
		await rm(join(out, path), { force: true });
		const gone = tables.slice(0, left_out);
		const isWhole = (text: string): boolean => !gone.some(name => new RegExp(`\\b${name}\\b`).test(text));
		// a table stands alone; a view or a macro is bound as it is made, so what reads a missing one is missing too
		const held = marts
			.filter(
				({ name, kind, model }) =>
					isWhole([name, ...(kind === 'view' ? model.reads : [])].join(' ')) || gone.push(name) === 0,
			)
			.map(mart => ({ mart: mart.model, where: whereOf(mart, from_day) }) satisfies Held);
		const may = macros.filter(({ name, body }) => isWhole(body) || gone.push(name) === 0);
		const kept = { held, macros: may.filter(({ body }) => isWhole(body)) };
		await writeDatabase(connection, kept, join(out, path), about, meaningOf);
		return factsOf(out, path);
	};
	// the least number of tables to leave out, found by halves
	let [fits, least] = [tables.length, 0];
	while (least < fits) {
		const middle = (least + fits) >> 1;
		if ((await write(middle)).bytes <= limit) fits = middle;
		else least = middle + 1;
	}
	// two writings of the same tables can differ by some blocks
	let facts = await write(fits);
	while (facts.bytes > limit && fits < tables.length) facts = await write((fits += 1));
	const file = await connect(join(out, path), { readonly: true });
	try {
		const cut: Explore['cut'] = [];
		const missing: string[] = [];
		for (const mart of marts) {
			const isThere = await rowsOf(
				file,
				`select 1 from information_schema.tables where table_name = ${literal(mart.name)}`,
			);
			if (isThere.length === 0) missing.push(mart.name);
			else if (mart.kind === 'table' && whereOf(mart, from_day) !== undefined) {
				const [row] = await rowsOf<{ n: number }>(file, `select count(*)::integer as n from ${mart.name}`);
				if (Number(row?.n) < mart.rows) cut.push({ name: mart.name, rows: Number(row?.n), of: mart.rows });
			}
		}
		const queries: string[] = [];
		for (const { name, sql, rows } of answers) if (await answersAlike(file, sql, rows)) queries.push(name);
		return { ...facts, from_day, cut, left_out: missing, queries };
	} finally {
		file.closeSync();
	}
}

/** Marts that questions read, also by macros and views. */
function askedOf(answers: Answered[], marts: (CatalogMart & { model: Linked })[], macros: Macro[]): Set<string> {
	const asked = new Set<string>();
	const texts = answers.map(({ sql }) => sql);
	const bodies = new Map([
		...macros.map(({ name, body }) => [name, body] as const),
		...marts.map(({ name, kind, model }) => [name, kind === 'view' ? model.reads.join(' ') : ''] as const),
	]);
	for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
		for (const [word] of text.matchAll(/\b[a-z]\w+/g)) {
			const body = bodies.get(word);
			if (body === undefined || asked.has(word)) continue;
			asked.add(word);
			texts.push(body);
		}
	}
	return asked;
}

const cellsOf = (mart: CatalogMart): number => mart.rows * mart.columns.length;

/** Of a large table: what holds on or after the day. A spell counts while it lasts. */
function whereOf({ rows, columns, model }: CatalogMart & { model: Linked }, from_day: string): string | undefined {
	if (rows <= many_rows) return undefined;
	if (columns.some(({ name }) => name === 'to_day')) return `to_day is null or to_day >= ${literal(from_day)}`;
	const dated = yearColumn(model, columns);
	return dated === undefined ? undefined : `"${dated}" >= ${literal(from_day)}`;
}

async function answersAlike(file: DuckDBConnection, sql: string, rows: unknown[][]): Promise<boolean> {
	try {
		return JSON.stringify((await file.runAndReadAll(sql)).getRowsJson()) === JSON.stringify(rows);
	} catch {
		return false; // it reads a table that is left out
	}
}
