import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fixtureRows } from '../pipelines/fixture.ts';
import { isOpen, publicSnapshots } from '../pipelines/public-bodies.ts';
import { discover } from '../scrapers/discover.ts';
import { lineOf } from '../warehouse/audit.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { exportMarts, type Catalog } from '../warehouse/export.ts';
import { made, type MadeLook } from './made.ts';
import { published } from './publication.ts';

const warehouse = fileURLToPath(new URL('../warehouse', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'licence-'));
const sources = await discover();
const closed = sources.filter(({ terms }) => !terms.redistribute).map(({ id }) => id);

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await connect();
});
afterAll(() => {
	connection.closeSync();
	rmSync(scratch, { recursive: true, force: true });
});

/** Marts that speak of sources and looks, not of what the sources say: a closed source may be named there. */
const about = [
	'mart_source__source',
	'mart_snapshot__snapshot',
	'mart_source_health__source_day',
	'mart_coverage__source_month',
	'mart_date_basis__source_record',
	'mart_quarantine__snapshot',
];
const naming = [
	'source',
	'first_seen_in',
	'first_listed_by',
	'example_source',
	'fx_source',
	'yuan_source',
	'dollar_source',
];

const filesOf = (folder: string, ending: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith(ending))
		.map(file => join(folder, file))
		.sort();

const relationOf = (file: string): string =>
	file.endsWith('.parquet')
		? `read_parquet(${literal(file)})`
		: `read_csv(${literal(file)}, header = true, all_varchar = true, quote = '"', null_padding = true)`;

/** Closed sources that the rows of a file or table name, as `<where>: <source>`. */
async function leaksIn(at: DuckDBConnection, where: string, relation: string): Promise<string[]> {
	const columns = await rowsOf<{ column_name: string }>(at, `describe from ${relation}`);
	const leaks: string[] = [];
	for (const { column_name: column } of columns.filter(({ column_name }) => naming.includes(column_name))) {
		const named = await rowsOf<{ source: string }>(
			at,
			`select distinct "${column}"::varchar as source from ${relation}`,
		);
		leaks.push(...named.filter(({ source }) => closed.includes(source)).map(({ source }) => `${where}: ${source}`));
	}
	return leaks;
}

const isAbout = (file: string): boolean =>
	about.some(mart => file.includes(mart)) ||
	/sources-now|rows-by-source|health-days|health-age|row-counts|quarantine-list/.test(file);

async function leaksOf(folder: string): Promise<string[]> {
	const leaks: string[] = [];
	for (const file of [...filesOf(folder, '.parquet'), ...filesOf(folder, '.csv')])
		if (!isAbout(file)) leaks.push(...(await leaksIn(connection, file.slice(folder.length + 1), relationOf(file))));
	return leaks;
}

describe('what is shipped and published', () => {
	it('is none of a source that may not be redistributed: the archive', async () => {
		expect(closed.length).toBeGreaterThanOrEqual(5);
		const archive = join(warehouse, 'archive');
		expect(filesOf(archive, '.parquet').length).toBeGreaterThan(3);
		expect(await leaksOf(archive)).toEqual([]);
	});

	it('nor are the seeds whose rows name their source', async () => {
		const [rate] = await rowsOf<{ n: number }>(
			connection,
			`select count(source)::integer as n from ${relationOf(join(warehouse, 'seeds', 'fx.csv'))}`,
		);
		expect(rate?.n).toBeGreaterThan(20);
		expect(await leaksIn(connection, 'fx.csv', relationOf(join(warehouse, 'seeds', 'fx.csv')))).toEqual([]);
		const curated = readFileSync(join(warehouse, 'seeds', 'sources.csv'), 'utf8');
		for (const id of closed) expect(curated.startsWith(`${id},`) || curated.includes(`\n${id},`), id).toBe(false);
	});

	it('nor the exports: Parquet, CSV, the database and the sources named in the catalogue', async () => {
		const data = join(published(), '..');
		expect(await leaksOf(data)).toEqual([]);
		const database = await connect(published(), { readonly: true });
		const tables = await rowsOf<{ table_name: string }>(database, 'select table_name from information_schema.tables');
		expect(tables.length).toBeGreaterThan(20);
		for (const { table_name: table } of tables)
			if (!isAbout(table)) expect(await leaksIn(database, table, table)).toEqual([]);
		database.closeSync();
		const catalog = JSON.parse(readFileSync(join(data, 'catalog.json'), 'utf8')) as Catalog;
		for (const mart of catalog.marts)
			expect(
				mart.sources.filter(source => closed.includes(source)),
				mart.name,
			).toEqual([]);
	});

	it('nor the tables of the charts', async () => {
		const files = filesOf(join(published(), '..', '..', 'charts'), '.csv');
		// a publication of data alone has no charts
		if (files.length > 0) expect(await leaksOf(join(published(), '..', '..', 'charts'))).toEqual([]);
		else expect(filesOf(join(published(), '..'), '.csv').length).toBeGreaterThan(20);
	});

	it('nor the bodies that may lie in public: of all sources only those of an open licence', () => {
		const looks = sources.map(({ id }) => ({ source: id, snapshot: `body of ${id}` }));
		const shown = new Set(publicSnapshots(looks, sources));
		for (const { id, terms } of sources) expect(shown.has(`body of ${id}`), id).toBe(isOpen(terms));
		expect(closed.filter(id => shown.has(`body of ${id}`))).toEqual([]);
		expect(shown.size).toBeGreaterThan(3);
	});
});

describe('the guard itself', () => {
	it.each(['parquet', 'csv'])('trips on one planted row of a closed source in a %s file', async kind => {
		const folder = join(scratch, kind);
		mkdirSync(folder);
		const planted = (id: string, file: string) =>
			connection.run(
				`copy (select ${literal(id)} as source, 'acme' as model, 1.5 as usd) to ${literal(join(folder, file))} (format ${kind})`,
			);
		await planted('models-dev', `mart_open.${kind}`);
		expect(await leaksOf(folder)).toEqual([]);
		await planted(closed[0] ?? '', `mart_price.${kind}`);
		expect(await leaksOf(folder)).toEqual([`mart_price.${kind}: ${closed[0]}`]);
	});
});

/** The exports of a warehouse built from every fixture, as CSV text by mart. */
async function publishedFrom(looks: MadeLook[], shut: string[], name: string): Promise<Map<string, string>> {
	const lines = (seed: string) =>
		readFileSync(join(warehouse, 'seeds', `${seed}.csv`), 'utf8')
			.trimEnd()
			.split('\n')
			.slice(1);
	const seeds = {
		labs: lines('labs'),
		providers: lines('providers'),
		fx: lines('fx').slice(-3),
	};
	const { connection: at, built } = await made({ looks, seeds, closed: shut });
	try {
		expect(built.findings.map(lineOf)).toEqual([]);
		const out = join(scratch, name);
		const release = {
			release: 'data-2026.01.31',
			built_at: '2026-01-31T00:00:00.000Z',
			built_on: '2026-01-31',
			code: 'test',
		};
		mkdirSync(out);
		// What is asked of are the marts: questions, macros and notebooks only read them.
		await exportMarts(at, built.models, out, release, { macros: [], questions: [], notebooks: [] });
		return new Map(
			filesOf(join(out, 'csv'), '.csv').map(file => [
				file.slice(join(out, 'csv').length + 1, -4),
				readFileSync(file, 'utf8'),
			]),
		);
	} finally {
		at.closeSync();
	}
}

describe('a closed source', { timeout: 180_000 }, () => {
	const rows = new Map(sources.map(source => [source.id, fixtureRows(source)]));
	const shown = (ids: readonly string[], on: string): MadeLook[] =>
		sources
			.filter(({ id }) => ids.includes(id))
			.map(({ id, lineage }) => ({ source: id, on, lineage, rows: rows.get(id) ?? [] }));
	const open = sources.map(({ id }) => id).filter(id => !closed.includes(id));
	const of = (texts: Map<string, string>) => [...texts].filter(([mart]) => !about.includes(mart));

	it('changes no published row, though every other source is shown beside it; were it open it would', async () => {
		const without = await publishedFrom(shown(open, '2026-01-20'), [], 'without');
		const beside = await publishedFrom(
			[...shown(open, '2026-01-20'), ...shown(closed, '2026-01-21')],
			closed,
			'beside',
		);
		for (const [mart, text] of of(beside)) expect(text, mart).toBe(without.get(mart));
		const opened = await publishedFrom([...shown(open, '2026-01-20'), ...shown(closed, '2026-01-21')], [], 'opened');
		const changed = of(opened)
			.filter(([mart, text]) => text !== without.get(mart))
			.map(([mart]) => mart);
		expect(changed).toEqual(expect.arrayContaining(['mart_price__cell_spell', 'mart_score__model_benchmark']));
	});

	it('of any kind changes none: with all sources closed the marts are those of the seeds alone', async () => {
		const ids = sources.map(({ id }) => id);
		const seeds = await publishedFrom([], [], 'seeds');
		const shut = await publishedFrom(shown(ids, '2026-01-20'), ids, 'shut');
		const changed = of(shut).filter(([mart, text]) => text !== seeds.get(mart));
		expect(changed.map(([mart]) => mart)).toEqual([]);
	});

	it('that is held says the kind of its reason and nothing that it printed', async () => {
		const held = { state: 'held', reason: 'leap: acme/secret-9 at 123.456 USD' };
		const look = (source: string): MadeLook => ({
			source,
			on: '2026-01-20',
			rows: [],
			...held,
			url: `https://example.org/${source}`,
		});
		const texts = await publishedFrom([look('open-one'), look('closed-one')], ['closed-one'], 'held');
		// a held body has no rows to count
		const counted = ['mart_coverage__source_month', 'mart_date_basis__source_record'];
		for (const mart of counted) expect(texts.get(mart), mart).not.toContain('closed-one');
		for (const mart of about.filter(mart => !counted.includes(mart))) {
			const lines = (texts.get(mart) ?? '').split('\n').filter(line => line.includes('closed-one'));
			expect(lines.length, mart).toBeGreaterThan(0);
			expect(
				lines.filter(line => line.includes('secret-9')),
				mart,
			).toEqual([]);
		}
		expect(texts.get('mart_quarantine__snapshot')).toContain('acme/secret-9');
	});
});
