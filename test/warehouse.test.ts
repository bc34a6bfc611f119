import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { audit } from '../warehouse/audit.ts';
import { codebook } from '../warehouse/codebook.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { exportExplore } from '../warehouse/export-explore.ts';
import { exportMarts, type CatalogMart } from '../warehouse/export.ts';
import { modelsOf, parseModel, type Model } from '../warehouse/model.ts';
import { sourcesByModel } from '../warehouse/mart-sources.ts';
import { inOrder, mermaidOf, readsOf, type Linked } from '../warehouse/order.ts';

const folder = fileURLToPath(new URL('../warehouse', import.meta.url));
let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await connect();
});
afterAll(() => connection.closeSync());

const model = (name: string, query: string, header = '-- One row.\n-- grain: a'): Model =>
	parseModel(name, 'marts', `${header}\n${query}`);

describe('the header of a model', () => {
	it('gives sentence, choices, grain and asserts', () => {
		const parsed = model(
			'mart_x__a',
			'select 1 as a',
			'-- One row\n-- of two lines.\n-- - a choice\n--   that goes on\n-- - another\n-- grain: a, b\n-- assert: a > 0\n-- materialized: view',
		);
		expect(parsed).toMatchObject({
			sentence: 'One row of two lines.',
			choices: ['a choice that goes on', 'another'],
			grain: ['a', 'b'],
			asserts: ['a > 0'],
			view: true,
		});
	});

	it('is refused without a grain or a sentence', () => {
		expect(() => model('mart_x__a', 'select 1', '-- One row.')).toThrow('mart_x__a: missing grain in the header');
		expect(() => model('mart_x__a', 'select 1', '-- grain: a')).toThrow('mart_x__a: missing sentence in the header');
	});

	it('of every model in the warehouse follows the naming law and stays short', async () => {
		const models = await modelsOf(folder);
		expect(models.length).toBeGreaterThan(30);
		for (const { name, layer, method } of models) {
			const lines = readFileSync(join(folder, layer, `${name}.${method ? 'ts' : 'sql'}`), 'utf8').split('\n').length;
			expect(lines, `${name} is ${lines} lines long`).toBeLessThanOrEqual(method ? 250 : 110);
		}
	});
});

describe('the order of models', () => {
	it('comes from the tables that their SQL names, common table expressions left out', async () => {
		expect(
			await readsOf(
				connection,
				'x',
				'with c as (select * from b) select * from c join raw.price using (a) where a in (select a from d)',
			),
		).toEqual(['b', 'd', 'raw.price']);
	});

	it('is refused when the sql does not parse or holds two statements', async () => {
		await expect(readsOf(connection, 'mart_x__a', 'selct 1')).rejects.toThrow(/^mart_x__a: invalid sql: /);
		await expect(readsOf(connection, 'mart_x__a', 'select 1; select 2')).rejects.toThrow(
			/^mart_x__a: expected one statement got 2/,
		);
	});

	it('is refused when models go round in a circle or read what is not there', async () => {
		await expect(
			inOrder(connection, [model('mart_a__a', 'from mart_b__a'), model('mart_b__a', 'from mart_a__a')]),
		).rejects.toThrow('circular reads: mart_a__a > mart_b__a > mart_a__a');
		await expect(inOrder(connection, [model('mart_a__a', 'from nowhere')])).rejects.toThrow(
			'mart_a__a: unknown table: nowhere',
		);
	});

	it('puts every model after what it reads', async () => {
		const ordered = await inOrder(connection, await modelsOf(folder));
		const place = new Map(ordered.map(({ name }, at) => [name, at]));
		for (const { name, reads } of ordered) {
			for (const table of reads)
				if (!/^(raw|seed)\./.test(table))
					expect(place.get(table), `${table} before ${name}`).toBeLessThan(place.get(name) ?? -1);
		}
		expect(mermaidOf(ordered)).toMatch(/^graph LR\n.*raw_price --> stg_price__quote/s);
	});
});

describe('the sources behind a model', () => {
	const behind = async (...models: Linked[]) => sourcesByModel(connection, models);
	const linked = (name: string, query: string, reads: string[], header?: string): Linked => ({
		...model(name, query, header),
		reads,
	});

	it('are its column, or the snapshots it names, or what it reads, or the word of its header', async () => {
		await connection.run(
			"create schema if not exists raw; create schema if not exists seed; create or replace table seed.sources as select 'curated' as source",
		);
		await connection.run(
			"create or replace table raw.source as select unnest(['a', 'b']) as source; create or replace table raw.look as select 'b' as source, 'hash' as snapshot",
		);
		await connection.run(
			"create or replace table int_c__x as select unnest(['a', 'not-a-source']) as source; create or replace table int_s__x as select 'hash' as snapshot",
		);
		await connection.run(
			'create or replace table mart_x__x as select 1 as x; create or replace table mart_h__x as select 1 as x',
		);
		const found = await behind(
			linked('int_c__x', '', []),
			linked('int_s__x', '', []),
			linked('mart_x__x', '', ['int_c__x', 'int_s__x', 'seed.labs']),
			linked('mart_h__x', '', ['int_c__x'], '-- One row.\n-- sources: curated\n-- grain: a'),
		);
		expect(Object.fromEntries(found)).toEqual({
			int_c__x: ['a'],
			int_s__x: ['b'],
			mart_x__x: ['a', 'b'],
			mart_h__x: ['curated'],
		});
		await connection.run('drop table raw.source; drop table raw.look; drop table seed.sources');
	});
});

describe('audits', () => {
	const findings = async (query: string, header: string) => {
		await connection.run(`create or replace table mart_x__a as ${query}`);
		return audit(connection, model('mart_x__a', query, header));
	};

	it('find a grain that is not unique', async () => {
		expect(await findings('select unnest([1, 1, 2]) as a', '-- One row.\n-- grain: a')).toMatchObject([
			{ audit: 'grain: a', rows: 1 },
		]);
	});

	it('find a missing key', async () => {
		expect(await findings('select null as a', '-- One row.\n-- grain: a')).toMatchObject([
			{ audit: 'grain not null: a', rows: 1 },
		]);
	});

	it('find rows that break an assert, and rows for which it cannot be told', async () => {
		expect(
			await findings(
				'select unnest([1, -1, null]) as a, unnest([1, 2, 3]) as b',
				'-- One row.\n-- grain: b\n-- assert: a > 0',
			),
		).toMatchObject([{ audit: 'assert: a > 0', rows: 2 }]);
	});

	it('find nothing where nothing is wrong', async () => {
		expect(await findings('select unnest([1, 2]) as a', '-- One row.\n-- grain: a\n-- assert: a > 0')).toEqual([]);
	});
});

describe('exports', () => {
	const out = mkdtempSync(join(tmpdir(), 'export-'));
	afterAll(() => rmSync(out, { recursive: true, force: true }));
	const hostile =
		"select unnest(['=cmd()', '<script>alert(1)</script>', '+1', null, '\u202egnp', 'plain']) as name, unnest([1, 2, 3, 4, 5, 6]) as tokens, unnest([0.0000000001, 15, 2, 3, 4, null]::decimal(18, 10)[]) as usd_per_mtok";
	const mart: Linked = { ...model('mart_hostile__name', hostile, '-- One row.\n-- grain: tokens'), reads: [] };
	const release = {
		release: 'data-2026.01.01',
		built_at: '2026-01-01T00:00:00Z',
		built_on: '2026-01-01',
		code: 'test',
	};
	const bare = { macros: [], questions: [], notebooks: [] };

	it('agree in rows and sums over the three formats, and no CSV cell is a formula', async () => {
		await connection.run(
			"create schema if not exists raw; create schema if not exists seed; create table raw.source as select 'a' as source; create table seed.sources as select 'b' as source",
		);
		await connection.run(`create table mart_hostile__name as ${hostile}`);
		mkdirSync(join(out, 'a'));
		const catalog = await exportMarts(connection, [mart], join(out, 'a'), release, bare);
		const sum = 'count(*)::integer as n, sum(tokens)::integer as tokens, sum(usd_per_mtok)::varchar as usd';
		const of = async (table: string) => (await rowsOf(connection, `select ${sum} from ${table}`))[0];
		const expected = { n: 6, tokens: 21, usd: '24.0000000001' };
		expect(await of(`read_parquet('${out}/a/parquet/mart_hostile__name.parquet')`)).toEqual(expected);
		expect(
			await of(`read_csv('${out}/a/csv/mart_hostile__name.csv', types = {'usd_per_mtok': 'decimal(18, 10)'})`),
		).toEqual(expected);
		const file = await connect(join(out, 'a', 'tokens.duckdb'), { readonly: true });
		expect((await rowsOf(file, `select ${sum} from mart_hostile__name`))[0]).toEqual(expected);
		expect(
			await rowsOf(
				file,
				"select comment from duckdb_columns() where column_name = 'tokens' and table_name = 'mart_hostile__name'",
			),
		).toMatchObject([{ comment: expect.stringContaining('tokens') }]);
		file.closeSync();
		const csv = readFileSync(join(out, 'a', 'csv', 'mart_hostile__name.csv'), 'utf8');
		for (const line of csv.split('\n').slice(1)) expect(line).not.toMatch(/^"?[=+\-@]/);
		expect(catalog.marts[0]).toMatchObject({ name: 'mart_hostile__name', rows: 6, kind: 'table' });
	});

	it('are written in storage version 64, which every DuckDB since 1.1 reads', () => {
		expect(readFileSync(join(out, 'a', 'tokens.duckdb')).readUInt8(12)).toBe(64);
	});

	it('of the same rows are the same CSV and Parquet bytes', async () => {
		mkdirSync(join(out, 'b'));
		await exportMarts(connection, [mart], join(out, 'b'), release, bare);
		for (const file of ['csv/mart_hostile__name.csv', 'parquet/mart_hostile__name.parquet']) {
			expect(readFileSync(join(out, 'a', file)).equals(readFileSync(join(out, 'b', file)))).toBe(true);
		}
	});

	it('for the browser leave out as few tables as make the file small enough, the largest first', async () => {
		const marts = await Promise.all(
			[4, 3, 2, 1].map(async (size): Promise<CatalogMart & { model: Linked }> => {
				const name = `mart_sized__${size}`;
				const query = `select hash(range)::varchar as name, range as tokens from range(${size * 400})`;
				await connection.run(`create table ${name} as ${query}`);
				const sized = model(name, query, '-- One row.\n-- grain: tokens');
				const columns = ['name', 'tokens'].map(name => ({ name, type: '', unit: '', meaning: '', when_null: '' }));
				const said = {
					sentence: '',
					choices: [],
					grain: [],
					kind: 'table' as const,
					parquet: [],
					csv: [],
					newest: null,
				};
				return { ...said, name, columns, rows: size * 400, sources: [], model: { ...sized, reads: [] } };
			}),
		);
		mkdirSync(join(out, 'd'));
		const within = (limit: number) =>
			exportExplore(
				connection,
				{ marts, macros: [], answers: [] },
				join(out, 'd'),
				{ about: release, newest_day: '2026-01-01', limit },
				() => ({ unit: '', meaning: '', when_null: '' }),
			);
		const names = marts.map(({ name }) => name);
		let limit = 5e6;
		for (const count of [0, 1, 2, 3, 4]) {
			const { bytes, left_out } = await within(limit);
			expect(left_out).toEqual(names.slice(0, count));
			expect(bytes).toBeLessThanOrEqual(limit);
			expect(statSync(join(out, 'd', 'explore.duckdb')).size).toBe(bytes);
			limit = bytes - 1;
		}
		expect(readdirSync(join(out, 'd'))).toEqual(['explore.duckdb']);
	});

	it('are refused while a column has no meaning', async () => {
		await connection.run('create table mart_new__a as select 1 as a_column_nobody_explained');
		const fresh: Linked = {
			...model('mart_new__a', 'select 1', '-- One row.\n-- grain: a_column_nobody_explained'),
			reads: [],
		};
		mkdirSync(join(out, 'c'));
		await expect(exportMarts(connection, [fresh], join(out, 'c'), release, bare)).rejects.toThrow(
			'mart_new__a: column without a meaning in columns.csv: a_column_nobody_explained',
		);
	});

	it('explain every column once', () => {
		const text = readFileSync(join(folder, 'columns.csv'), 'utf8').trim().split('\n').slice(1);
		expect(codebook().size).toBe(text.length);
		expect([...text].sort()).toEqual(text);
	});
});

describe('a method', () => {
	it('is handed rows and gives rows, like any other model', async () => {
		const models = await modelsOf(folder);
		const identity = models.find(({ name }) => name === 'int_identity__name');
		expect(identity?.method?.columns).toHaveProperty('rule');
		expect(Object.keys(identity?.queries ?? {})).toContain('names');
	});
});
