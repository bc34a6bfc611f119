import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changedPast, pastLine } from '../pipelines/past.ts';
import { writeRevisions } from '../pipelines/revisions.ts';
import { connect, literal } from '../warehouse/duckdb.ts';
import type { Catalog } from '../warehouse/export.ts';

let scratch: string;
beforeEach(() => {
	scratch = mkdtempSync(join(tmpdir(), 'past-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

type Rates = Record<string, number>;
type Told = { mart?: string; key?: string; column_name?: string; corrected_in?: string };

/** A publication of exchange rates, with the corrections that it tells; gives its file. */
async function publish(name: string, rates: Rates, told: Told[] = [], official = true): Promise<string> {
	const folder = join(scratch, name);
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'tokens.duckdb');
	const connection = await connect(file);
	const values = (rows: string[]) => `(values ${rows.join(', ')})`;
	const days = Object.entries(rates).map(([day, rate]) => `(date '${day}', ${rate}::double, ${official})`);
	await connection.run(`create table mart_fx__day as from ${values(days)} as t(day, cny_per_usd, is_official)`);
	await connection.run("create table meta as select 'data-2026.11.20' as release, '2026-11-20' as built_on");
	const rows = told.map(
		({ mart = 'mart_fx__day', key = '2026-01-05', column_name = 'cny_per_usd', corrected_in = 'data-2026.11.21' }) =>
			`(${[mart, key, column_name, corrected_in].map(literal).join(', ')})`,
	);
	if (rows.length > 0)
		await connection.run(
			`create table mart_correction__correction as from ${values(rows)} as t(mart, key, column_name, corrected_in)`,
		);
	connection.closeSync();
	writeFileSync(join(folder, 'SHA256SUMS'), '');
	return file;
}
const january: Rates = { '2026-01-05': 7.1, '2026-01-06': 7.12 };

describe('the past does not change silently', () => {
	it('stops at a settled value that is another one, or gone, and names its row', async () => {
		const before = await publish('before', january);
		expect(await changedPast(before, await publish('same', january))).toEqual([]);
		const found = await changedPast(before, await publish('moved', { '2026-01-05': 7.2 }));
		expect(found).toEqual([
			{ mart: 'mart_fx__day', key: '2026-01-05', column: 'cny_per_usd', was: '7.1', is: '7.2' },
			{ mart: 'mart_fx__day', key: '2026-01-06', column: 'cny_per_usd', was: '7.12', is: null },
		]);
		expect(found.map(pastLine).join('\n')).toContain('2026-01-06: cny_per_usd was 7.12 and is gone');
	});

	it('goes on with a row of the corrections for this value, and for no other table, column, key or older release', async () => {
		const before = await publish('before', january);
		const after = { ...january, '2026-01-05': 7.2 };
		const left = async (name: string, told: Told) =>
			(await changedPast(before, await publish(name, after, [told]))).length;
		expect(await left('told', {})).toBe(0);
		expect(await left('any', { key: '2026-01-*' })).toBe(0);
		expect(await left('table', { mart: 'mart_other__day' })).toBe(1);
		expect(await left('column', { column_name: 'spread' })).toBe(1);
		expect(await left('key', { key: '2026-01-06' })).toBe(1);
		expect(await left('dot', { key: '2026.01.05' })).toBe(1);
		expect(await left('old', { corrected_in: 'data-2026.11.19' })).toBe(1);
	});

	it('lets new days, days of the last four weeks, rates that are not official and last bits be', async () => {
		const recent: Rates = { ...january, '2026-11-10': 7.3 };
		const before = await publish('before', recent);
		const more = { ...january, '2026-01-05': 7.1 + 1e-12, '2026-11-10': 7.4, '2026-11-19': 7.5 };
		expect(await changedPast(before, await publish('more', more))).toEqual([]);
		const unofficial = await publish('unofficial', january, [], false);
		expect(await changedPast(unofficial, await publish('other', { '2026-01-05': 9 }))).toEqual([]);
	});

	it('has nothing to say of a first publication, or of one whose tables had other columns', async () => {
		const now = await publish('now', january);
		expect(await changedPast(join(scratch, 'none', 'tokens.duckdb'), now)).toEqual([]);
		const strange = join(scratch, 'strange.duckdb');
		const connection = await connect(strange);
		await connection.run("create table mart_fx__day as select date '2026-01-05' as day, 1 as rate");
		await connection.run("create table meta as select 'data-2026.11.20' as release, '2026-11-20' as built_on");
		connection.closeSync();
		expect(await changedPast(strange, now)).toEqual([]);
	});
});

describe('revisions', () => {
	const catalog = {
		release: 'data-2026.11.21',
		built_at: '2026-11-21T03:00:00Z',
		marts: [
			{
				name: 'mart_fx__day',
				kind: 'table',
				grain: ['day'],
				columns: [{ name: 'day' }, { name: 'cny_per_usd' }, { name: 'is_official' }],
			},
		],
	} as unknown as Catalog;
	const text = (name: string) => readFileSync(join(scratch, name, 'revisions.csv'), 'utf8');

	it('count the rows added, changed and gone, keep earlier lines, and say nothing of a build that changes nothing', async () => {
		await publish('first', january);
		expect(await writeRevisions(join(scratch, 'none'), join(scratch, 'first'), catalog)).toBe(0);
		expect(text('first')).toBe('built_at,release,compared_with,mart,added,changed,gone\n');
		await publish('second', { '2026-01-05': 7.2, '2026-01-07': 7.3, '2026-01-08': 7.3 });
		expect(await writeRevisions(join(scratch, 'first'), join(scratch, 'second'), catalog)).toBe(1);
		const line = '2026-11-21T03:00:00Z,data-2026.11.21,data-2026.11.20,mart_fx__day,2,1,1\n';
		expect(text('second').endsWith(`gone\n${line}`)).toBe(true);
		await publish('third', { '2026-01-05': 7.2, '2026-01-07': 7.3, '2026-01-08': 7.3 });
		expect(await writeRevisions(join(scratch, 'second'), join(scratch, 'third'), catalog)).toBe(0);
		expect(text('third')).toBe(text('second'));
		expect(readFileSync(join(scratch, 'third', 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}revisions\.csv\n$/);
		expect(existsSync(join(scratch, 'third', 'revisions.csv'))).toBe(true);
	});
});
