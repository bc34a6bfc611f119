import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, literal } from '../warehouse/duckdb.ts';
import type { Catalog } from '../warehouse/export.ts';
import { exportQueries, most_rows } from '../warehouse/export-queries.ts';
import { parseQuestion, questionsOf, type Question } from '../warehouse/question.ts';
import { slipsOf } from './chinese.ts';
import { published } from './publication.ts';

const questions = questionsOf(fileURLToPath(new URL('../warehouse', import.meta.url)));
const out = dirname(published());
const { queries } = JSON.parse(readFileSync(join(out, 'catalog.json'), 'utf8')) as Catalog;
const scratch = mkdtempSync(join(tmpdir(), 'queries-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the questions', () => {
	it('are eighteen or more, numbered without a gap, short, in both languages', () => {
		expect(questions.length).toBeGreaterThanOrEqual(18);
		for (const [place, { name, question, question_zh, caution_zh, caution, sql, text }] of questions.entries()) {
			expect(name).toMatch(new RegExp(`^${String(place + 1).padStart(2, '0')}-[a-z0-9-]+$`));
			expect(text.trim().split('\n').length, name).toBeLessThanOrEqual(25);
			// in its order and bounded: a series that grows must never stop a release
			const [, bound] = /\border by [^)]*\nlimit (\d+);$/.exec(sql) ?? [];
			expect(Number(bound), name).toBeLessThanOrEqual(most_rows);
			for (const line of [question, caution]) expect(line, name).toMatch(/^[A-Z].*[.?]$/);
			for (const line of [question_zh, caution_zh]) {
				expect(line, name).toMatch(/[。？]$/);
				expect(slipsOf(line), name).toEqual([]);
			}
		}
	});

	it('are published whole, each with its answer', () => {
		expect(queries.map(({ name }) => name)).toEqual(questions.map(({ name }) => name));
		for (const { name, text } of questions)
			expect(readFileSync(join(out, 'queries', `${name}.sql`), 'utf8')).toBe(text);
		for (const { name, rows, columns, files } of queries) {
			expect(rows.length, name).toBeGreaterThan(0);
			expect(rows.length, name).toBeLessThanOrEqual(most_rows);
			const [head = ''] = readFileSync(join(out, files.csv.path), 'utf8').split('\n', 1);
			expect(head, name).toBe(columns.map(column => column.name).join(','));
		}
	});

	it('are refused while a line of the header is missing', () => {
		const whole = '-- Who?\n-- 谁？\n-- - Not him.\n-- - 不是他。\nselect 1;';
		expect(parseQuestion('01-x', whole)).toMatchObject({ question: 'Who?', caution_zh: '不是他。', sql: 'select 1;' });
		for (const [line, part] of [
			['-- Who?\n', 'question'],
			['-- 谁？\n', 'question_zh'],
			['-- - Not him.\n', 'caution'],
			['-- - 不是他。\n', 'caution_zh'],
		] as const)
			expect(() => parseQuestion('01-x', whole.replace(line, ''))).toThrow(`queries/01-x.sql: missing ${part}`);
	});
});

describe('every query', () => {
	let reader: DuckDBConnection;
	// as a reader opens the file
	beforeAll(async () => {
		reader = await connect();
		await reader.run(`attach ${literal(published())} as tokens (read_only)`);
		await reader.run('use tokens');
	});
	afterAll(() => reader.closeSync());

	it('gives its printed result, in an attached file, on one thread and on four that mind no order', async () => {
		for (const [threads, ordered] of [
			[1, true],
			[4, false],
		] as const) {
			await reader.run(`set threads = ${threads}; set preserve_insertion_order = ${ordered}`);
			for (const { name, sql, rows, columns } of queries) {
				const answer = await reader.runAndReadAll(sql);
				expect(answer.columnNames(), name).toEqual(columns.map(column => column.name));
				expect(JSON.parse(JSON.stringify(answer.getRowsJson())), `${name}, ${threads} threads`).toEqual(rows);
			}
		}
	});

	it('has the same rows in its CSV', async () => {
		// a double is written as 1e-05 by the one and 0.00001 by the other
		const plain = (cell: unknown): string | number =>
			cell === null || cell === '' ? '' : Number.isNaN(Number(String(cell))) ? String(cell) : Number(cell);
		for (const { name, rows, files } of queries) {
			const csv = literal(join(out, files.csv.path));
			const told = await reader.runAndReadAll(`from read_csv(${csv}, header = true, all_varchar = true)`);
			expect(
				told.getRowsJson().map(row => row.map(plain)),
				name,
			).toEqual(rows.map(row => row.map(plain)));
		}
	});
});

describe('a release', () => {
	const asked = (sql: string): Question => parseQuestion('01-x', `-- Who?\n-- 谁？\n-- - No.\n-- - 不。\n${sql}`);
	const answered = async (name: string, sql: string) => {
		const folder = join(scratch, name);
		mkdirSync(folder);
		const file = await connect(join(folder, 'tokens.duckdb'));
		await file.run(
			`create table mart_x__a as select '=cmd()' as said, 0.5 as share, 12345678901234567890::uhugeint as n`,
		);
		file.closeSync();
		const answers = await exportQueries(folder, [asked(sql)]);
		return { answers, csv: readFileSync(join(folder, 'queries/01-x.csv'), 'utf8') };
	};

	it('answers without a formula in its CSV', async () => {
		const { answers, csv } = await answered('safe', 'from mart_x__a;');
		expect(csv).toBe("said,share,n\n'=cmd(),0.5,12345678901234567890\n");
		expect(answers[0]?.rows).toEqual([['=cmd()', '0.5', '12345678901234567890']]);
	});

	it('is refused when a query fails or answers at length', async () => {
		await expect(answered('wrong', 'from mart_y__b;')).rejects.toThrow(/^queries\/01-x\.sql: .*mart_y__b/);
		await expect(answered('long', `from range(${most_rows + 1});`)).rejects.toThrow(
			`queries/01-x.sql: expected at most ${most_rows} rows, got: ${most_rows + 1}`,
		);
	});
});
