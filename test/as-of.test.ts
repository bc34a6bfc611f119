import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { createMacro, macrosOf, parseMacro } from '../warehouse/macro.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { codebook } from '../warehouse/codebook.ts';
import { made, price, type Made } from './made.ts';
import { published } from './publication.ts';

const macros = macrosOf(fileURLToPath(new URL('../warehouse', import.meta.url)));
const look = (source: string, on: string, amount: string, learned = on) => ({
	source,
	on,
	fetched_at: `${learned}T03:00:00`,
	rows: [price('acme', 'acme-1', 'input', amount)],
});

async function asOf(input: Made, ...calls: string[]): Promise<(number | null)[]> {
	const { connection } = await made(input, 'from mart_price_statement__cell_spell');
	try {
		for (const macro of macros.filter(({ name }) => name === 'price_as_of')) await connection.run(createMacro(macro));
		const answers: (number | null)[] = [];
		for (const call of calls) {
			const rows = await rowsOf<{ price: number }>(connection, `select native_per_mtok::double as price from ${call}`);
			answers.push(rows.length > 0 ? rows[0]!.price : null);
		}
		return answers;
	} finally {
		connection.closeSync();
	}
}

describe('the price as of a day, on both clocks', () => {
	it('is the one in force on that day, and none before the first sighting', async () => {
		const looks = [look('sheet', '2026-01-01', '4'), look('sheet', '2026-02-01', '1')];
		const calls = ['2025-12-31', '2026-01-15', '2026-02-01'].map(day => `price_as_of('${day}')`);
		expect(await asOf({ looks }, ...calls)).toEqual([null, 4, 1]);
	});

	it('was not known before it was learned: an old version fetched late changes what we say, not what we said', async () => {
		// the cut of 1 February was learned on 1 March, from a version published in February
		const looks = [look('sheet', '2026-01-01', '4'), look('sheet', '2026-02-01', '1', '2026-03-01')];
		expect(
			await asOf(
				{ looks },
				`price_as_of('2026-02-15')`,
				`price_as_of('2026-02-15', '2026-02-15')`,
				`price_as_of('2026-02-15', '2026-03-02')`,
				`price_as_of('2026-02-15', '2025-12-31')`,
				`price_as_of(date '2026-02-15', timestamp '2026-03-01 02:59:59')`,
			),
		).toEqual([1, 4, 1, null, 4]);
	});

	it('takes no side by what a source came to say later than was known', async () => {
		// `late` follows `early` in April; in February the two were apart and nobody knew who was right
		const looks = [
			look('early', '2026-01-01', '4'),
			look('early', '2026-02-01', '1'),
			look('late', '2026-01-01', '4'),
			look('late', '2026-02-03', '4'),
			look('late', '2026-04-01', '1'),
		];
		const { connection } = await made({ looks }, 'from mart_price_statement__cell_spell');
		for (const macro of macros.filter(({ name }) => name === 'price_as_of')) await connection.run(createMacro(macro));
		const agreement = async (call: string) =>
			(await rowsOf<{ agreement: string }>(connection, `select agreement from ${call}`))[0]?.agreement;
		expect(await agreement(`price_as_of('2026-02-15')`)).toBe('explained');
		expect(await agreement(`price_as_of('2026-02-15', '2026-02-15')`)).toBe('disputed');
		connection.closeSync();
	});

	it('a fact written down today was not known yesterday', async () => {
		const prices = [
			'acme,acme-1,lab-direct,input,0.4,USD,million_tokens,0,,2026-01-15,announced,2026-01-10,test,2026-02-20',
		];
		expect(
			await asOf(
				{ looks: [look('sheet', '2026-01-01', '1')], seeds: { prices } },
				`price_as_of('2026-01-20')`,
				`price_as_of('2026-01-20', '2026-01-20')`,
			),
		).toEqual([0.4, 1]);
	});
});

describe('the macros of the published file', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => void (connection = await connect(published(), { readonly: true })));
	afterAll(() => connection.closeSync());

	it('answer their own example with rows, every column with a meaning', async () => {
		const meanings = codebook();
		for (const { name, example } of macros) {
			const reader = await connection.runAndReadAll(example);
			expect(reader.currentRowCount, name).toBeGreaterThan(0);
			expect(
				reader.columnNames().filter(column => !meanings.has(column)),
				name,
			).toEqual([]);
		}
	});

	it('price_as_of says on every day what the list price mart says', async () => {
		const days = ['2025-03-01', '2025-09-15', '2026-01-15', '2026-06-15', '2026-08-20', '2026-11-20'];
		for (const day of days) {
			const [row] = await rowsOf<{ apart: number; rows: number }>(
				connection,
				`with list as (
					select model, channel, currency, cell, native_per_mtok, agreement, sources from mart_list_price__cell_spell
					where from_day <= '${day}' and (to_day > '${day}' or to_day is null)
				),
				macro as (select model, channel, currency, cell, native_per_mtok, agreement, sources from price_as_of('${day}'))
				select (select count(*) from ((from list except all from macro) union all (from macro except all from list)))::integer as apart,
					(select count(*) from macro)::integer as rows`,
			);
			expect(row?.apart, day).toBe(0);
			expect(row?.rows, day).toBeGreaterThan(0);
		}
	});
});

it('a macro has a variant for each number of arguments, and no named default', () => {
	const macro = parseMacro(
		'x',
		"-- Says so.\n-- example: from x(1)\n(a, b := 2, c := 'z') as table (select a, b as t, t.b, c)",
	);
	expect(createMacro(macro)).toBe(
		[
			"create macro x(a) as table (select a, 2 as t, t.b, 'z'),",
			"(a, b) as table (select a, b as t, t.b, 'z'),",
			'(a, b, c) as table (select a, b as t, t.b, c)',
		].join('\n'),
	);
});

it('a macro without an example is refused', () => {
	expect(() => parseMacro('x', '-- Says so.\n(day) as table (select 1)')).toThrow('macros/x.sql: missing example');
});
