import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../site/charts.ts';
import { chartDatasetOf, datasetOf } from '../site/dataset.ts';
import { here } from '../site/here.ts';
import { languages } from '../site/words.ts';
import type { Catalog } from '../warehouse/export.ts';
import { most_bytes } from '../warehouse/export-files.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

const out = dirname(published());
const json = <Value>(path: string): Value => JSON.parse(readFileSync(path, 'utf8')) as Value;
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
addFormats.default(ajv);
const schemaOf = (name: string) => ajv.compile(json<object>(`test/fixtures/schema/${name}.json`));

type Package = {
	resources: { path: string; hash: string; bytes: number }[];
	version: string;
	licenses: { path: string }[];
};
type Dataset = Awaited<ReturnType<typeof datasetOf>>;

describe('what describes a release', () => {
	it.each([
		['datapackage.json', 'data-package-2.0'],
		['croissant.json', 'croissant-1.1'],
	])('%s is valid, and would not be without what it must say', (file, schema) => {
		const isValid = schemaOf(schema);
		const said = json<Record<string, unknown>>(join(out, file));
		expect(isValid(said), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
		for (const part of ['name', 'version', 'resources' in said ? 'resources' : 'recordSet'])
			expect(isValid({ ...said, [part]: undefined }), part).toBe(false);
	});

	it('keeps the file for browsers small, in storage version 64, and says what it lacks', async () => {
		const { explore, marts, queries } = json<Catalog>(join(out, 'catalog.json'));
		expect(statSync(join(out, explore.path)).size).toBe(explore.bytes);
		expect(explore.bytes).toBeLessThanOrEqual(most_bytes);
		expect(readFileSync(join(out, explore.path)).readUInt8(12)).toBe(64);
		const file = await connect(join(out, explore.path), { readonly: true });
		const tables = await rowsOf<{ name: string }>(
			file,
			"select table_name as name from information_schema.tables where table_name <> 'meta' order by 1",
		);
		expect(tables.map(({ name }) => name)).toEqual(
			marts.map(({ name }) => name).filter(name => !explore.left_out.includes(name)),
		);
		for (const { name, rows } of marts.filter(mart => mart.kind === 'table' && !explore.left_out.includes(mart.name))) {
			const [found] = await rowsOf<{ n: number }>(file, `select count(*)::integer as n from ${name}`);
			expect(found?.n, name).toBe(explore.cut.find(cut => cut.name === name)?.rows ?? rows);
		}
		file.closeSync();
		expect(explore.queries.length).toBeGreaterThanOrEqual(Math.ceil(queries.length / 2));
	});

	it('gives the whole file room to grow', () => {
		expect(statSync(published()).size).toBeLessThanOrEqual(18 * 2 ** 20);
	});

	it('lists looks and ids, each once', async () => {
		const connection = await connect();
		const twice = async (file: string, key: string) =>
			rowsOf(
				connection,
				`select ${key} from read_csv('${join(out, file)}', all_varchar = true) group by all having count(*) > 1`,
			);
		expect(await twice('snapshots.csv', 'source, address, looked_at')).toEqual([]);
		expect(await twice('ids.csv', 'kind, id')).toEqual([]);
		const kinds = await rowsOf<{ kind: string }>(
			connection,
			`select distinct kind from read_csv('${join(out, 'ids.csv')}', all_varchar = true) order by kind`,
		);
		expect(kinds.map(({ kind }) => kind)).toEqual(['chart', 'claim', 'event', 'lab', 'model']);
		connection.closeSync();
		expect(readFileSync(join(out, 'CHANGELOG.md'), 'utf8')).toBe(readFileSync('CHANGELOG.md', 'utf8'));
	});
});

describe('schema.org', () => {
	const isDataset = schemaOf('dataset');
	beforeAll(() => {
		process.env['TOKENS_DATA'] = out;
	});

	it('has on the data page every file of the data package with its hash', async () => {
		const said = json<Package>(join(out, 'datapackage.json'));
		for (const lang of languages) {
			const dataset: Dataset = await datasetOf(here(lang, '/data/'));
			expect(isDataset(dataset), JSON.stringify(isDataset.errors)).toBe(true);
			expect(dataset.version).toBe(said.version);
			expect(dataset.license).toBe(said.licenses[0]?.path);
			const files = new Map(dataset.distribution.map(file => [file.name, file]));
			for (const { path, hash, bytes } of said.resources)
				expect(files.get(path), path).toMatchObject({
					sha256: hash.slice('sha256:'.length),
					contentSize: `${bytes} B`,
				});
		}
	});

	it('has on each chart a part of that dataset', async () => {
		for (const lang of languages)
			for (const { id } of charts.filter(chart => !chart.of)) {
				const dataset = await chartDatasetOf(here(lang, `/charts/${id}/`), { id });
				expect(isDataset(dataset), `${id}: ${JSON.stringify(isDataset.errors)}`).toBe(true);
				expect(dataset.isPartOf['@id']).toMatch(/\/data\/$/);
				expect(dataset.distribution[0]?.contentUrl).toMatch(new RegExp(`/charts/${id}\\.csv$`));
			}
	});
});
