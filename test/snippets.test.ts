import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { serve, type Server } from '../pipelines/serve.ts';
import { launchOptions } from '../scrapers/chromium.ts';
import { snippets, type Snippet } from '../site/snippets.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import type { Catalog } from '../warehouse/export.ts';
import { findChromium } from './browser/chromium.ts';
import { published } from './publication.ts';

const data = dirname(published());
const { marts } = JSON.parse(readFileSync(join(data, 'catalog.json'), 'utf8')) as Catalog;
/** A table in one file and one in several. */
const examples = [
	marts.find(({ name }) => name === 'mart_headline_price__model_spell')!,
	marts.find(({ parquet }) => parquet.length > 1)!,
];
const snippet = (id: Snippet['id'], mart = examples[0]!): string => snippets(mart).find(one => one.id === id)!.code;

/** Runs a program; null where it is not at hand, which is said. */
function run(program: string, args: string[], what: string): string | null {
	try {
		return execFileSync(program, args, { cwd: data, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
	} catch (error) {
		const { code, stderr } = error as { code?: string; stderr?: string };
		if (code !== 'ENOENT' && !/No module named|there is no package/.test(stderr ?? '')) throw error;
		console.warn(`${what} is absent: its snippet is only asked in part`);
		return null;
	}
}

describe('the snippets', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => void (connection = await connect()));
	afterAll(() => connection.closeSync());

	it('are for any DuckDB, Python, R, JavaScript and the browser, each once', () => {
		const ids = snippets(examples[0]!).map(({ id }) => id);
		expect(ids).toEqual(['parquet', 'attach', 'csv', 'python', 'r', 'node', 'browser']);
		expect(examples.map(({ parquet }) => parquet.length > 1)).toEqual([false, true]);
	});

	it('for any DuckDB give ten rows: the files by path, as httpfs is not fetched here', async () => {
		for (const mart of examples) {
			for (const id of ['parquet', 'csv'] as const) {
				const code = snippet(id, mart).replaceAll('https://HOST/data/', `${data}/`);
				expect(code).not.toContain('HOST');
				expect((await connection.runAndReadAll(code)).currentRowCount, `${id} of ${mart.name}`).toBe(10);
			}
		}
	});

	it('attach the whole file and use it', async () => {
		const file = await connect();
		const code = snippet('attach').replace("'tokens.duckdb'", `'${published()}'`);
		const last = await file.runAndReadAll(code);
		expect(last.currentRowCount).toBe(10);
		file.closeSync();
	});

	it('answer in the DuckDB CLI where it is at hand', () => {
		const said = run('duckdb', ['-csv', '-c', snippet('attach')], 'the DuckDB CLI');
		const lines = said?.trim().split('\n').length ?? 11;
		expect(lines).toBe(11);
		expect(snippet('attach')).toMatch(
			/^-- .*\nattach 'tokens\.duckdb' as tokens \(read_only\);\nuse tokens;\nfrom \w+ limit 10;$/,
		);
	});

	it.each([
		['python', process.env.PYTHON ?? 'python3', '-c', 'Python with duckdb'],
		['r', 'Rscript', '-e', 'R with duckdb'],
	] as const)('answer in %s where it is at hand, and their query answers anyway', async (id, program, flag, what) => {
		const said = run(program, [flag, snippet(id)], what);
		if (said !== null) expect(said).toContain('model');
		const [, sql] = /"(from .*?)"/.exec(snippet(id)) ?? [];
		const file = await connect(published(), { readonly: true });
		expect((await file.runAndReadAll(sql!)).currentRowCount).toBe(10);
		file.closeSync();
	});

	it('answer in Node as they stand', () => {
		const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
		try {
			symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
			symlinkSync(published(), join(folder, 'tokens.duckdb'));
			writeFileSync(join(folder, 'snippet.mjs'), snippet('node'));
			const said = execFileSync(process.execPath, ['snippet.mjs'], { cwd: folder, encoding: 'utf8' });
			expect(said).toContain('│ model');
			expect(said.match(/^│ \d+ +│/gm)).toHaveLength(10);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('in a browser', () => {
	let server: Server;
	beforeAll(async () => void (server = await serve({ dir: dirname(data) })));
	afterAll(() => server.close());
	/** Modules of the snippet, as a bundler would find them. */
	const modules: Record<string, string> = {
		hyparquet: 'hyparquet/src/index.js',
		'hyparquet-compressors': 'hyparquet-compressors/src/index.js',
		hysnappy: 'hysnappy/js/index.js',
		fzstd: 'fzstd/esm/index.mjs',
	};

	it('the snippet reads Parquet from a static server, the same rows as DuckDB', async () => {
		const browser = await chromium.launch(launchOptions(findChromium()));
		try {
			const page = await browser.newPage();
			const failed: string[] = [];
			page.on('pageerror', error => failed.push(error.message));
			const imports = Object.fromEntries(Object.entries(modules).map(([name, path]) => [name, `/modules/${path}`]));
			const code = snippet('browser').replaceAll('https://HOST/', server.url);
			await page.route('**/modules/**', route =>
				route.fulfill({
					contentType: 'text/javascript',
					path: join('node_modules', new URL(route.request().url()).pathname.slice('/modules/'.length)),
				}),
			);
			await page.route('**/snippet.html', route =>
				route.fulfill({
					contentType: 'text/html',
					body: `<script>console.table = rows => (window.shown = rows.map(row => row.model));</script>
						<script type="importmap">${JSON.stringify({ imports })}</script><script type="module">${code}</script>`,
				}),
			);
			await page.goto(`${server.url}snippet.html`);
			await page.waitForFunction('window.shown', undefined, { timeout: 20_000 }).catch(() => undefined);
			expect(failed).toEqual([]);
			const shown = await page.evaluate('window.shown');
			const connection = await connect();
			const rows = await rowsOf<{ model: string }>(
				connection,
				`select model from read_parquet('${join(data, examples[0]!.parquet[0]!.path)}') limit 10`,
			);
			connection.closeSync();
			expect(shown).toEqual(rows.map(({ model }) => model));
		} finally {
			await browser.close();
		}
	});
});
