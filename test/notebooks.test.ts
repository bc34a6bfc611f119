import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { notebookFolder, resultsOf, runNotebooks } from '../pipelines/notebooks.ts';
import type { Catalog } from '../warehouse/export.ts';
import { notebooksOf } from '../warehouse/export-notebooks.ts';
import { blocksOf, proseOf, withResults } from '../warehouse/notebook.ts';
import { slipsOf } from './chinese.ts';
import { published } from './publication.ts';

const data = dirname(published());
const notebooks = notebooksOf(notebookFolder);
const scratch = mkdtempSync(join(tmpdir(), 'notebooks-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A folder with a copy of one notebook, of which one text is changed. */
function changed(name: string, path: string, change: (text: string) => string): string {
	const folder = join(scratch, name);
	mkdirSync(join(folder, 'zh'), { recursive: true });
	for (const one of [basename(path), join('zh', basename(path))])
		copyFileSync(join(notebookFolder, one), join(folder, one));
	const text = readFileSync(join(folder, path), 'utf8');
	expect(change(text)).not.toBe(text);
	writeFileSync(join(folder, path), change(text));
	return folder;
}

/** A copy of the published file in which one figure is another. */
async function movedData(name: string, update: string): Promise<string> {
	const folder = join(scratch, name, 'data');
	mkdirSync(folder, { recursive: true });
	copyFileSync(published(), join(folder, 'tokens.duckdb'));
	// closed whole: another process opens it next
	const instance = await DuckDBInstance.create(join(folder, 'tokens.duckdb'));
	const connection = await instance.connect();
	await connection.run(update);
	connection.closeSync();
	instance.closeSync();
	return folder;
}

/** Numbers of the prose that stand in no block, as they are or as a fraction; 25.6万 is 256 thousand. */
function unfounded(text: string): string[] {
	const code = (text.match(/```[\s\S]*?```/g) ?? []).join('\n');
	const known = new Set((code.match(/\d+(?:\.\d+)?/g) ?? []).map(Number));
	return [...proseOf(text).matchAll(/(\d+(?:\.\d+)?)(万(?!亿))?/g)]
		.filter(([, number, thousands]) => {
			const value = thousands ? Number(number) * 10 : Number(number);
			return !known.has(value) && !known.has(value / 100);
		})
		.map(([found]) => found);
}

describe('the notebooks', () => {
	it('are four, in both languages, and published as they are', () => {
		expect(notebooks.map(({ id }) => id)).toEqual([
			'price-of-a-fixed-capability',
			'the-4-12t-week',
			'the-99-percent-cut',
			'what-900-a-day-buys',
		]);
		const catalog = JSON.parse(readFileSync(join(data, 'catalog.json'), 'utf8')) as Catalog;
		expect(catalog.notebooks.map(({ id, title, title_zh }) => ({ id, title, title_zh }))).toEqual(
			notebooks.map(({ id, title, title_zh }) => ({ id, title, title_zh })),
		);
		for (const { id, text, text_zh } of notebooks) {
			expect(readFileSync(join(data, 'notebooks', `${id}.md`), 'utf8')).toBe(text);
			expect(readFileSync(join(data, 'notebooks', 'zh', `${id}.md`), 'utf8')).toBe(text_zh);
		}
	});

	it('give on the published file the results that are printed in them', async () => {
		expect(await runNotebooks(data)).toEqual([]);
	});

	it('have no number in their prose that is not in a block', () => {
		for (const { id, text, text_zh } of notebooks) {
			expect(unfounded(text), id).toEqual([]);
			expect(unfounded(text_zh), `zh/${id}`).toEqual([]);
		}
		expect(unfounded('It fell by 12.5 per cent.\n```sql\nselect 1\n```')).toEqual(['12.5']);
	});

	it('are told in Chinese without a typed space beside Latin or half-width punctuation', () => {
		for (const { id, title_zh, text_zh } of notebooks) {
			expect(title_zh, id).toMatch(/\p{Script=Han}/u);
			expect(slipsOf(proseOf(text_zh)), id).toEqual([]);
		}
		expect(slipsOf('用 token计，见下表(一),')).toEqual(['用 t', '表(', '一)']);
	});

	it('mix both kinds of block, and each has something below it', () => {
		for (const { id, text } of notebooks) {
			const blocks = blocksOf(id, text);
			expect(new Set(blocks.map(({ language }) => language)), id).toEqual(new Set(['sql', 'ts']));
			for (const { result } of blocks) expect(result.trim(), id).not.toBe('');
		}
	});
});

describe('`tokens notebooks`', () => {
	const tokens = (dist: string) =>
		spawnSync(process.execPath, ['pipelines/tokens.js', 'notebooks'], {
			env: { ...process.env, TOKENS_DIST: dist },
			encoding: 'utf8',
		});

	it('says that all results stand, or which do not', async () => {
		const { status, stdout } = tokens(dirname(data));
		expect([status, stdout]).toEqual([0, 'every result is the one printed\n']);
		const nothing = tokens(join(scratch, 'nowhere'));
		expect(nothing.status).toBe(1);
		expect(nothing.stderr).toContain('notebooks: nothing published yet');
		const moved = await movedData(
			'other',
			"update mart_headline_audit__event set hits = 0 where event_id = '2026-05-27-mimo-v2.5-pro-price-cut'",
		);
		const apart = tokens(dirname(moved));
		expect([apart.status, apart.stderr.replace(/^npm warn.*\n/gm, '')]).toEqual([1, '']);
		expect(apart.stdout).toContain('the-99-percent-cut: block 4: differs\nzh/the-99-percent-cut: block 4: differs\n');
	});
});

describe('a notebook', () => {
	const file = 'the-4-12t-week.md';

	it('whose printed number was changed by one digit is found, block and language', async () => {
		const folder = changed('digit', `zh/${file}`, text => text.replace('CN           4.126', 'CN           4.127'));
		expect(await runNotebooks(data, { folder })).toMatchObject([{ id: 'zh/the-4-12t-week', place: 1 }]);
	});

	it('is found when the data moved, and printed anew in both languages when asked', async () => {
		const moved = await movedData(
			'moved',
			"update mart_token_share__country_week set tokens = tokens + 1000000000000 where week = '2026-02-09' and country = 'US'",
		);
		const folder = changed('same', file, text => `${text}\n`);
		const apart = await runNotebooks(moved, { folder, write: true });
		// the table and the two lines that are computed from its rows
		expect(apart.map(({ id, place }) => `${id} ${place}`)).toEqual([
			'the-4-12t-week 1',
			'zh/the-4-12t-week 1',
			'the-4-12t-week 3',
			'zh/the-4-12t-week 3',
		]);
		expect(readFileSync(join(folder, 'zh', file), 'utf8')).toContain('US           3.935');
		expect(await runNotebooks(moved, { folder })).toEqual([]);
	});

	it('whose twin has other code is refused', async () => {
		const folder = changed('code', `zh/${file}`, text => text.replace("week = '2026-02-09'", "week = '2026-02-16'"));
		await expect(runNotebooks(data, { folder })).rejects.toThrow(
			'notebooks/zh/the-4-12t-week.md: code differs from that of its twin: block 1',
		);
	});

	it('without a twin, a heading or a result is refused', () => {
		const folder = changed('alone', file, text => `${text}\n`);
		rmSync(join(folder, 'zh', file));
		expect(() => notebooksOf(folder)).toThrow(`notebooks/${file}: missing twin: zh/${file}`);
		expect(() => blocksOf('x', '```sql\nselect 1\n```\n')).toThrow(
			'x: expected a result below each of 1 blocks, got: 0',
		);
		const twice = '```sql a\nselect 1\n```\n\n```text\n```\n'.repeat(2);
		expect(() => blocksOf('x', twice)).toThrow('x: name of two blocks: a');
	});

	it('hands rows to its ts blocks, and nothing else', async () => {
		const sql = {
			language: 'sql',
			name: 'rows',
			code: 'select 1 as n union all select 2 order by n',
			result: '',
		} as const;
		const ts = (code: string) => ({ language: 'ts', name: null, code, result: '' }) as const;
		const sum = ts(
			'const sum: number = rows.reduce((sum, { n }) => sum + n, 0);\nconsole.log(sum, Object.keys(process.env).sort().join());',
		);
		expect((await resultsOf(data, 'x', [sql, sum]))[1]).toMatch(/^3 LANG,TZ\n$/);
		for (const code of ["import { readFileSync } from 'node:fs';", "await import('node:fs');"])
			await expect(resultsOf(data, 'x', [ts(code)])).rejects.toThrow('notebooks/x.md: block 1: unsupported: import');
		await expect(resultsOf(data, 'x', [sql, ts('rows.none.n')])).rejects.toThrow(/^notebooks\/x\.md: block 2: /);
		await expect(resultsOf(data, 'x', [{ ...sql, code: 'from nowhere' }])).rejects.toThrow(/block 1: .*nowhere/);
	});

	it('takes results in order, also those with a dollar sign', () => {
		const text = 'a\n```sql\nselect 1\n```\n\n```text\nold\n```\nb\n```ts\n1\n```\n\n```text\n```\n';
		expect(withResults(text, ['$1 $& new\n', '2\n'])).toBe(
			'a\n```sql\nselect 1\n```\n\n```text\n$1 $& new\n```\nb\n```ts\n1\n```\n\n```text\n2\n```\n',
		);
	});
});
