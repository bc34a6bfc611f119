import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../pipelines/build.ts';
import { warehouseFolder, type Place } from '../pipelines/place.ts';
import { silent } from '../pipelines/report.ts';
import { status } from '../pipelines/status.ts';
import { openStore } from '../pipelines/store.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { day, keep, list, ranking, steady } from './breakages-bodies.ts';

// Corrupt and absurd bodies through the store and the whole build: what is published, and what is said of the rest.

const scratch = mkdtempSync(join(tmpdir(), 'tokens-absurd-'));
const now = new Date('2026-01-30T06:00:00Z');
const place: Place = {
	home: join(scratch, 'home'),
	dist: join(scratch, 'dist'),
	data: join(scratch, 'dist', 'data'),
	warehouse: join(scratch, 'warehouse'),
};
const long = 'x'.repeat(10_000);
const harmless = [
	'__proto__',
	'constructor',
	'toString',
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"=cmd|'/C calc'!A0",
	"'; drop table raw.price; --",
	'\u202egnirts\u202c',
	'../../etc/passwd',
	'a\nb',
];
/** A body keyed by `__proto__` is held whole: no shape keeps that key. */
const keys = harmless.filter(name => name !== '__proto__');
/** Prices that no row may have: none is a number, or not one that a price can be. */
const impossible = {
	nan: 'NaN',
	infinite: 'Infinity',
	huge: '1e400',
	negative: '-0.000003',
	empty: '',
	'times-1e6': '3',
};

beforeAll(async () => {
	mkdirSync(join(place.warehouse, 'archive'), { recursive: true });
	for (const part of readdirSync(warehouseFolder)) {
		if (part !== 'archive') symlinkSync(join(warehouseFolder, part), join(place.warehouse, part));
	}
	const store = openStore(place.home);
	const cheap = (amount: string): Record<string, [string, string]> => ({ 'acme/cheap': [amount, '0.000001'] });
	const odd = Object.fromEntries(
		Object.entries(impossible).map(([name, amount]): [string, [string, string]] => [
			`acme/${name}`,
			[amount, '0.000015'],
		]),
	);
	keep(store, 'openrouter-models', [
		list(400, cheap('0.0000005')),
		// a price times a thousand
		list(400, cheap('0.0005')),
		withNames(list(400, { ...cheap('0.0000005'), ...odd, [long]: ['0.000001', '0.000001'] })),
	]);
	// yuan under a dollar sign, all prices of a model at once
	const yuan = (rate: number): Record<string, unknown> => ({
		'baidian/ox': { ...entry, input_cost_per_token: 5e-7 * rate, output_cost_per_token: 2e-6 * rate },
	});
	keep(store, 'litellm', [litellm(yuan(1)), litellm(yuan(7)), litellm(yuan(1)).replace('"toString"', '"__proto__"')]);
	keep(store, 'openrouter-rankings-daily', [
		withRows(ranking(steady), '__proto__', day(29)),
		withRows(ranking(steady), 'acme/rocket-2', '2031-01-01'),
	]);
	await build(place, silent, now);
}, 90_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const entry = { litellm_provider: 'acme', mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 4e-6 };
/** A price map keyed by model, with the absurd names as its own keys. */
const litellm = (more: Record<string, unknown>): string => {
	const own = keys.map(name => `${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
	const many = Array.from({ length: 40 }, (_, n) => `"acme/n-${n}": ${JSON.stringify(entry)}`);
	return `{${[...own, ...many, JSON.stringify(more).slice(1, -1)].join()}}`;
};
type List = ReturnType<typeof list>;
const withNames = (body: List): List => ({
	data: [
		...body.data,
		...harmless.map(id => ({
			...{ id, name: id, canonical_slug: id, context_length: 1000 },
			pricing: { prompt: '0.000004', completion: '0.000008' },
		})),
	],
});
const withRows = (body: ReturnType<typeof ranking>, model_permaslug: string, date: string) => ({
	...body,
	data: [...body.data, { date, model_permaslug, total_tokens: '1000' }],
});

async function published<Row>(sql: string): Promise<Row[]> {
	const connection = await connect(join(place.data, 'tokens.duckdb'), { readonly: true });
	try {
		return await rowsOf<Row>(connection, sql);
	} finally {
		connection.closeSync();
	}
}

describe('absurd input', () => {
	it('is held back with its reason: a price times a thousand, yuan as dollars, a day to come', async () => {
		expect(await published('select source, reason from mart_quarantine__snapshot order by source, fetched_at')).toEqual(
			[
				{ source: 'litellm', reason: 'currency: all 2 prices of acme/baidian/ox moved by 7.00x' },
				{ source: 'litellm', reason: 'shape: litellm: unexpected key: __proto__' },
				{ source: 'openrouter-models', reason: 'unit: openrouter/acme/cheap input moved by 1000x' },
				{
					source: 'openrouter-rankings-daily',
					reason: 'future: fetched on 2026-01-30, a row of usage is of 2031-01-01',
				},
			],
		);
	});

	it('puts no impossible price, and no price of a body that is held, into any mart', async () => {
		expect(
			await published(
				`select source_model, meter, usd_per_mtok::double as usd from mart_price__cell_spell
				 where source_model in ('acme/cheap', 'baidian/ox') and meter = 'input' order by source_model`,
			),
		).toEqual([
			{ source_model: 'acme/cheap', meter: 'input', usd: 0.5 },
			{ source_model: 'baidian/ox', meter: 'input', usd: 0.5 },
		]);
		const names = Object.keys(impossible).map(name => `'acme/${name}'`);
		expect(
			await published(
				`select source_model, usd_per_mtok from mart_price__cell_spell
				 where source_model in (${names.join()}) and meter = 'input' and usd_per_mtok is not null`,
			),
		).toEqual([]);
		expect(await published(`select max(day)::varchar as day from mart_tokens__model_day`)).toEqual([{ day: day(29) }]);
	});

	it('every number in every mart is finite', async () => {
		const columns = await published<{ table_name: string; column_name: string }>(
			"select table_name, column_name from duckdb_columns() where data_type in ('DOUBLE', 'FLOAT') and table_name like 'mart_%'",
		);
		expect(columns.length).toBeGreaterThan(50);
		const counts = columns.map(
			({ table_name, column_name }) =>
				`select '${table_name}.${column_name}' as place from ${table_name} where not isfinite(${column_name})`,
		);
		expect(await published(counts.join('\nunion all\n'))).toEqual([]);
	});

	it('is kept letter by letter where it is only a name', async () => {
		const shown = await published<{ source: string; source_model: string }>(
			"select distinct source, source_model from mart_price__cell_spell where source_model not like 'acme/%' and source_model <> 'baidian/ox'",
		);
		for (const [source, expected] of [
			['openrouter-models', harmless],
			['litellm', keys],
		] as const) {
			const names = shown.filter(row => row.source === source).map(row => row.source_model);
			expect(names.sort(), source).toEqual([...expected].sort());
		}
		expect(
			await published("select tokens::integer as tokens from mart_tokens__model_day where permaslug = '__proto__'"),
		).toEqual([{ tokens: 1000 }]);
		expect(({} as Record<string, unknown>).litellm_provider).toBeUndefined();
	});

	it('takes no name for a model, nor one of ten thousand letters at all', async () => {
		expect(
			await published(
				`select distinct source_model, model from mart_price__cell_spell
				 where model is not null and source_model in (${harmless.map(name => `'${name.replaceAll("'", "''")}'`).join()})`,
			),
		).toEqual([]);
		expect(await published('select source_model from mart_price__cell_spell where length(source_model) > 300')).toEqual(
			[],
		);
	});

	it('is told by `tokens status`, with how many rows were refused', async () => {
		const text = await status(place, { now, env: {} });
		expect(text).toContain('unit: openrouter/acme/cheap input moved by 1000x; in use: the look of 2026-01-30');
		expect(text).toContain('currency: all 2 prices of acme/baidian/ox moved by 7.00x; in use: the look of 2026-01-28');
		expect(text).toContain('future: fetched on 2026-01-30');
		const [health] = await published<{ rejected: number }>(
			`select rejected::integer as rejected from mart_source_health__source_day
			 where source = 'openrouter-models' and day = '2026-01-30'`,
		);
		expect(health?.rejected).toBeGreaterThanOrEqual(4);
	});

	it('is one field of one line in every table of text', async () => {
		const text = readFileSync(join(place.data, 'csv', 'mart_price__cell_spell.csv'), 'utf8');
		const connection = await connect();
		try {
			const rows = await rowsOf<{ source_model: string }>(
				connection,
				`select distinct source_model from read_csv('${join(place.data, 'csv', 'mart_price__cell_spell.csv')}', all_varchar = true, header = true)
				 where source = 'litellm'`,
			);
			// a field that a spreadsheet would run is led by an apostrophe
			const fields = keys.map(name => (name.startsWith('=') ? `'${name}` : name));
			for (const field of fields) expect(rows.map(row => row.source_model)).toContain(field);
		} finally {
			connection.closeSync();
		}
		expect(text).not.toContain(long);
	});
});
