import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Value } from '../../csv.ts';
import { downloadOf, tableOf } from './print.ts';
import { filled, grouped, reasonOf, the, toldBy } from './told.ts';

/** What the page tells: where the engine and the data lie, the example queries, its words. */
export type Told = {
	worker: string;
	wasm: string;
	database: string;
	queries: Readonly<Record<string, string>>;
	words: Readonly<Record<'starting' | 'ready' | 'running' | 'failed' | 'rows' | 'first' | 'file', string>>;
};

const most_rows = 500;
const { worker, wasm, database, queries, words } = toldBy<Told>('sql-told');
const form = the<HTMLFormElement>('form.explore');
const example = the<HTMLSelectElement>('[name=query]', form);
const text = the<HTMLTextAreaElement>('[name=sql]', form);
const said = the('.said');
const result = the('.result');

void start();

async function start(): Promise<void> {
	said.textContent = words.starting;
	try {
		const connection = await connect();
		form.hidden = false;
		const state = new URLSearchParams(location.search);
		example.value = (state.get('query') ?? '') in queries ? (state.get('query') ?? '') : '';
		text.value = queries[example.value] ?? state.get('sql') ?? '';
		example.addEventListener('change', () => {
			text.value = queries[example.value] ?? '';
			if (text.value !== '') void ask(connection);
		});
		form.addEventListener('submit', event => {
			event.preventDefault();
			void ask(connection);
		});
		said.textContent = words.ready;
		if (text.value !== '') await ask(connection);
	} catch (error) {
		said.textContent = filled(words.failed, { reason: reasonOf(error) });
	}
}

/** DuckDB over the small file, which it cannot change; it may load no extension and reach nothing else. */
async function connect(): Promise<AsyncDuckDBConnection> {
	const absolute = (address: string): string => new URL(address, location.href).href;
	const [file, engine] = [
		await fetch(absolute(database)),
		new AsyncDuckDB(new VoidLogger(), new Worker(absolute(worker))),
	];
	if (!file.ok) throw new Error(`${file.status} ${database}`);
	await engine.instantiate(absolute(wasm));
	await engine.registerFileBuffer('explore.duckdb', new Uint8Array(await file.arrayBuffer()));
	const connection = await engine.connect();
	for (const statement of [
		'set autoinstall_known_extensions = false',
		'set autoload_known_extensions = false',
		"attach 'explore.duckdb' as tokens (read_only)",
		'use tokens',
	])
		await connection.query(statement);
	return connection;
}

async function ask(connection: AsyncDuckDBConnection): Promise<void> {
	said.textContent = words.running;
	result.replaceChildren();
	const began = performance.now();
	try {
		const { columns, rows } = await answer(connection, text.value);
		const ms = Math.round(performance.now() - began);
		const caption = filled(words.first, {
			shown: grouped(Math.min(most_rows, rows.length)),
			all: grouped(rows.length),
		});
		const names = columns.map(({ name }) => name);
		result.replaceChildren(
			downloadOf('answer.csv', names, rows, filled(words.file, { rows: grouped(rows.length) })),
			tableOf(columns, rows.slice(0, most_rows), caption),
		);
		said.textContent = filled(words.rows, { rows: grouped(rows.length), ms: grouped(ms) });
		keep();
	} catch (error) {
		// what follows the first line points into a statement that the reader did not write
		said.textContent = filled(words.failed, { reason: reasonOf(error).split('\n', 1)[0] ?? '' });
	}
}

type Answer = { columns: { name: string; numeric: boolean }[]; rows: Record<string, Value>[] };

/** Every value as DuckDB itself writes it, so that decimals and days keep their digits; doubles as JSON writes them. */
async function answer(connection: AsyncDuckDBConnection, sql: string): Promise<Answer> {
	await connection.query(`create or replace temp table answer as ${sql}`);
	const described = (await connection.query('describe answer')).toArray() as {
		column_name: string;
		column_type: string;
	}[];
	const types = described.map(row => ({ name: row.column_name, type: row.column_type }));
	const isDouble = new Map(types.map(({ name, type }) => [name, /^(DOUBLE|FLOAT)$/.test(type)]));
	const found = (await connection.query('select columns(*)::varchar from answer')).toArray() as {
		toJSON(): Record<string, string | null>;
	}[];
	const rows = found.map(row =>
		Object.fromEntries(
			Object.entries(row.toJSON()).map(([name, value]) => [
				name,
				value !== null && isDouble.get(name) ? Number(value) : value,
			]),
		),
	);
	return { columns: types.map(({ name, type }) => ({ name, numeric: /INT|DOUBLE|DECIMAL|FLOAT/.test(type) })), rows };
}

function keep(): void {
	const isExample = queries[example.value] === text.value;
	const state = new URLSearchParams(isExample ? { query: example.value } : { sql: text.value });
	try {
		history.replaceState(null, '', `${location.pathname}?${state.toString()}`);
	} catch {
		// a page opened from a folder may refuse: then the state is not in its address
	}
}
