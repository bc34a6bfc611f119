import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnMeaning } from './codebook.ts';
import { connect, literal, rowsOf } from './duckdb.ts';
import { block_bytes, writeDatabase, type Held } from './export-database.ts';
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
	const tried = `${path}.tried`;
	const asked = askedOf(answers, marts, macros);
	const last = ({ name }: CatalogMart): number => Number(asked.has(name));
	const tables = marts
		.filter(({ kind }) => kind === 'table')
		.sort((a, b) => last(a) - last(b) || cellsOf(b) - cellsOf(a))
		.map(({ name }) => name);
	const write = async (left_out: number): Promise<FileFacts> => {
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
		await rm(join(out, tried), { force: true });
		await writeDatabase(connection, kept, join(out, tried), about, meaningOf);
		return factsOf(out, tried);
	};
	// what fits is kept as it was written: two writings of the same tables can differ by some blocks
	const keep = async (written: FileFacts): Promise<FileFacts> => {
		await rename(join(out, tried), join(out, path));
		return { ...written, path };
	};
	let written = await write(0);
	let facts = written.bytes <= limit ? await keep(written) : undefined;
	// the least number of tables to leave out: each try is where the whole file's tables say that the last one lacks or has room
	let [least, fits] = [1, facts ? 0 : tables.length];
	const upTo = facts ? [] : await bytesUpTo(join(out, tried), tables);
	for (let last = 0; least < fits;) {
		const room = limit - written.bytes;
		const enough = upTo.findIndex(bytes => bytes - (upTo[last] ?? 0) >= -room);
		last = Math.min(Math.max(enough < 0 ? fits : enough, least), fits - 1);
		written = await write(last);
		if (written.bytes > limit) least = last + 1;
		else [fits, facts] = [last, await keep(written)];
	}
	facts ??= await keep(await write(fits));
	await rm(join(out, tried), { force: true });
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

/** Bytes of the first 0, 1, ... tables of a DuckDB file, about: their own blocks, and by their segments of what all share. */
async function bytesUpTo(path: string, tables: string[]): Promise<number[]> {
	const file = await connect(path, { readonly: true });
	try {
		const segments = tables.map(
			name => `select ${literal(name)} as name, unnest([block_id] || additional_block_ids) as block, persistent
				from pragma_storage_info(${literal(name)})`,
		);
		const found = await rowsOf<{ name: string; segments: number; blocks: number }>(
			file,
			`select name, count(*)::integer as segments, count(distinct block) filter (persistent and block >= 0)::integer as blocks
			from (${segments.join(' union all ')}) group by name`,
		);
		const sum = (count: (one: (typeof found)[number]) => number): number =>
			found.reduce((all, one) => all + count(one), 0);
		const shared = ((await stat(path)).size - block_bytes * sum(one => one.blocks)) / sum(one => one.segments);
		const bytes = new Map(found.map(one => [one.name, block_bytes * one.blocks + shared * one.segments]));
		let all = 0;
		return [0, ...tables.map(name => (all += bytes.get(name) ?? 0))];
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
