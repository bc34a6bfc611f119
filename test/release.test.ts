import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Catalog } from '../warehouse/export.ts';
import { most_bytes, writeFiles } from '../warehouse/export-files.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { licencesOf } from '../warehouse/release/licences.ts';
import { fieldType } from '../warehouse/release/datapackage.ts';
import { published } from './publication.ts';

const out = dirname(published());
const text = (path: string): string => readFileSync(join(out, path), 'utf8');
const catalog = (): Catalog => JSON.parse(text('catalog.json')) as Catalog;
const sha256 = (path: string): string =>
	createHash('sha256')
		.update(readFileSync(join(out, path)))
		.digest('hex');

/** What Data Package 2.0 asks of the parts that are used here (datapackage.org/standard). */
const Field = z.looseObject({
	name: z.string().min(1),
	type: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime', 'array']),
	description: z.string().min(1),
});
const Package = z.looseObject({
	$schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
	name: z.string().regex(/^[-a-z0-9._/]+$/),
	created: z.iso.datetime(),
	version: z.string(),
	licenses: z.array(z.looseObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/), path: z.url() })).min(1),
	contributors: z.array(z.looseObject({ title: z.string() })).min(1),
	sources: z.array(z.looseObject({ title: z.string(), path: z.url().optional() })).min(1),
	resources: z
		.array(
			z.looseObject({
				name: z.string().regex(/^[-a-z0-9._/]+$/),
				type: z.literal('table'),
				path: z.string().regex(/^(csv|parquet)\/[\w.]+$/),
				format: z.enum(['csv', 'parquet']),
				bytes: z.int().positive(),
				hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
				schema: z.looseObject({
					fields: z.array(Field).min(1),
					primaryKey: z.array(z.string()).min(1),
					missingValues: z.tuple([z.literal('')]),
				}),
			}),
		)
		.min(1),
});

describe('the release', () => {
	it('has a data package that is valid and true: names, bytes, hashes and keys', () => {
		const said = Package.parse(JSON.parse(text('datapackage.json')));
		const names = said.resources.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		for (const { path, bytes, hash, schema } of said.resources) {
			expect(statSync(join(out, path)).size, path).toBe(bytes);
			expect(`sha256:${sha256(path)}`, path).toBe(hash);
			const fields = schema.fields.map(({ name }) => name);
			expect(
				schema.primaryKey.filter(key => !fields.includes(key)),
				path,
			).toEqual([]);
			if (path.endsWith('.csv')) {
				const [head = ''] = readFileSync(join(out, path), 'utf8').split('\n', 1);
				expect(head.split(','), path).toEqual(fields);
			}
		}
	});

	it('has a croissant file with every file and a record set for every table', () => {
		const said = JSON.parse(text('croissant.json')) as {
			conformsTo: string;
			distribution: {
				'@type': string;
				'@id': string;
				sha256?: string;
				contentUrl?: string;
				containedIn?: { '@id': string }[];
			}[];
			recordSet: {
				'@id': string;
				key: { '@id': string }[];
				field: { '@id': string; dataType: string; source: object }[];
			}[];
		};
		expect(said.conformsTo).toBe('http://mlcommons.org/croissant/1.1');
		const files = said.distribution.filter(file => file['@type'] === 'cr:FileObject');
		expect(files.map(file => file['@id']).sort()).toEqual(
			['tokens.duckdb', ...filesUnder('csv'), ...filesUnder('parquet')].sort(),
		);
		for (const file of files) expect(file.sha256).toBe(sha256(file['@id']));
		const known = new Set(said.distribution.map(file => file['@id']));
		const tables = catalog().marts.filter(({ kind }) => kind === 'table');
		expect(said.recordSet.map(set => set['@id'])).toEqual(tables.map(({ name }) => name));
		for (const { key, field } of said.recordSet) {
			const fields = new Set(field.map(one => one['@id']));
			expect(key.every(one => fields.has(one['@id']))).toBe(true);
			for (const { source } of field) {
				const { fileObject, fileSet } = source as { fileObject?: { '@id': string }; fileSet?: { '@id': string } };
				expect(known.has((fileObject ?? fileSet)!['@id'])).toBe(true);
			}
		}
	});

	it('is cited by its own version and day', () => {
		const cited = z
			.strictObject({
				'cff-version': z.literal('1.2.0'),
				message: z.string(),
				type: z.literal('dataset'),
				title: z.string(),
				authors: z.array(z.strictObject({ name: z.string() })).min(1),
				version: z.string(),
				'date-released': z.coerce.string(),
				license: z.literal('CC-BY-4.0'),
				url: z.url(),
			})
			.parse(parse(text('CITATION.cff'), { schema: 'failsafe' }));
		const { release, built_on } = catalog();
		expect([`data-${cited.version}`, cited['date-released']]).toEqual([release, built_on]);
	});

	it('has sums of every file but the sums', () => {
		const lines = text('SHA256SUMS').trimEnd().split('\n');
		const sums = new Map(lines.map(line => line.split('  ').reverse() as [string, string]));
		const folders = ['csv', 'parquet', 'queries', 'notebooks', 'notebooks/zh', ''];
		const all = folders.flatMap(filesUnder).filter(path => path !== 'SHA256SUMS');
		expect([...sums.keys()].sort()).toEqual(all.sort());
		for (const path of ['catalog.json', 'codebook.csv', 'tokens.duckdb']) expect(sums.get(path)).toBe(sha256(path));
	});

	it('keeps files for whole reads small, and the database within 25 MB', () => {
		for (const path of [...filesUnder('csv'), ...filesUnder('parquet')])
			expect(statSync(join(out, path)).size, path).toBeLessThanOrEqual(most_bytes);
		expect(statSync(published()).size).toBeLessThanOrEqual(25 * 2 ** 20);
	});

	it('says what every column means, and of every table whose rows stand behind it', () => {
		const [head, ...rows] = text('codebook.csv').trimEnd().split('\n');
		expect(head).toBe('table,column,type,unit,meaning,when_null,is_key,sources,meaning_zh,when_null_zh');
		expect(rows).toHaveLength(catalog().marts.flatMap(({ columns }) => columns).length);
		const licences = text('LICENSES.md');
		for (const { name, sources } of catalog().marts) expect(licences).toContain(`| ${name} | ${sources.join(', ')}`);
		expect(licences).not.toMatch(/\{(as_of|fetched_at|date)\}|\(null\)/);
		expect(licences).toContain('OpenRouter (openrouter.ai/rankings)');
	});

	it('names its parts in Parquet too', async () => {
		const connection = await connect();
		const file = join(out, 'parquet/mart_lab__lab.parquet').replaceAll("'", "''");
		const rows = await rowsOf<{ key: string; value: string }>(
			connection,
			`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`,
		);
		expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toMatchObject({
			release: catalog().release,
			schema: 'v1',
		});
		connection.closeSync();
	});
});

function filesUnder(folder: string): string[] {
	return readdirSync(join(out, folder), { withFileTypes: true })
		.filter(entry => entry.isFile() && !entry.name.endsWith('.html'))
		.map(entry => (folder ? `${folder}/${entry.name}` : entry.name));
}

describe('a table too large for one file', () => {
	let connection: DuckDBConnection;
	const folder = mkdtempSync(join(tmpdir(), 'parts-'));
	beforeAll(async () => {
		connection = await connect();
		mkdirSync(join(folder, 'csv'));
		mkdirSync(join(folder, 'parquet'));
		await connection.run(`create table mart_made__name_day as
			select 'name ' || i as name, date '2025-12-30' + (i % 200)::integer as day, '=cmd()' as said, i / 7 as x from range(4000) as r(i)
			union all select 'undated', null, '-', 1`);
	});
	afterAll(() => {
		connection.closeSync();
		rmSync(folder, { recursive: true });
	});
	const mart = { name: 'mart_made__name_day', grain: ['name', 'day'] };
	const columns = [
		{ name: 'name', type: 'VARCHAR' },
		{ name: 'day', type: 'DATE' },
		{ name: 'said', type: 'VARCHAR' },
		{ name: 'x', type: 'DOUBLE' },
	];

	it('is written one a year, a large year one a quarter, and loses no row', async () => {
		const { csv, parquet } = await writeFiles(connection, mart, columns, folder, { about: {}, limit: 60_000 });
		const names = csv.map(({ path }) => path.replace('csv/mart_made__name_day.', ''));
		expect(names).toEqual(['2025.csv', '2026q1.csv', '2026q2.csv', '2026q3.csv', 'undated.csv']);
		expect(readdirSync(join(folder, 'csv')).sort()).toEqual(names.map(name => `mart_made__name_day.${name}`));
		const count = async (files: string) =>
			(
				await rowsOf<{ n: number; x: string }>(
					connection,
					`select count(*)::integer as n, sum(x)::decimal(18, 3)::varchar as x from ${files}`,
				)
			)[0];
		const whole = await count('mart_made__name_day');
		expect(whole?.n).toBe(4001);
		expect(await count(`read_csv([${csv.map(({ path }) => `'${join(folder, path)}'`).join()}])`)).toEqual(whole);
		expect(await count(`read_parquet([${parquet.map(({ path }) => `'${join(folder, path)}'`).join()}])`)).toEqual(
			whole,
		);
		expect(readFileSync(join(folder, csv[0]!.path), 'utf8')).toContain("'=cmd()");
	});

	it('is one file where it is small', async () => {
		const { csv, parquet } = await writeFiles(connection, mart, columns, folder, { about: {} });
		expect([...csv, ...parquet].map(({ path }) => path)).toEqual([
			'csv/mart_made__name_day.csv',
			'parquet/mart_made__name_day.parquet',
		]);
	});
});

it('a closed source is named as read for comparison, with no line in the table', () => {
	const source = {
		title: 't',
		homepage: null,
		licence: 'CC BY-NC 4.0',
		attribution: 'Line, {as_of}.',
		last_day: '2026-01-02',
	};
	const marts = [{ name: 'mart_x__a', sources: ['open'] }] as Catalog['marts'];
	const said = licencesOf({ marts }, [
		{ ...source, source: 'open', licence: 'MIT', redistribute: true },
		{ ...source, source: 'shut', redistribute: false },
		{ ...source, source: 'absent', redistribute: true },
	]);
	expect(said).toContain('| open | MIT | Line, 2026-01-02. |');
	expect(said).toContain('Read for comparison only, in none of these files: shut (CC BY-NC 4.0).');
	expect(said).not.toMatch(/\| (shut|absent) \|/);
});

it.each([
	['BIGINT', 'integer'],
	['DECIMAL(18,10)', 'number'],
	['TIMESTAMP', 'datetime'],
	['DATE', 'date'],
	['BOOLEAN', 'boolean'],
	['VARCHAR', 'string'],
	['VARCHAR[]', 'array'],
])('%s is a %s', (type, field) => expect(fieldType(type)).toBe(field));
