import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../warehouse/audit.ts';
import { rowsOf } from '../warehouse/duckdb.ts';
import { hasCaptures, lookAt, nameSeeds, pricesIn } from './captured-ledger.ts';
import { made } from './made.ts';

// methods.md 7.2 and sources.md 14 against captured sheets

const reference = new URL('../../shared/reference/price_source_disagreements_2026-07.csv', import.meta.url);
const isPresent = hasCaptures && existsSync(reference);

if (!isPresent) {
	console.log('disagreements: ../shared/captures or ../shared/reference is absent, no disagreement is replayed');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(hasCaptures && existsSync(reference)).toBe(false);
		});
	});
}

const day = '2026-07-01';
const vendors: Record<string, string> = {
	...{
		openai: 'openai',
		anthropic: 'anthropic',
		google: 'google',
		deepseek: 'deepseek',
		mistral: 'mistral',
		xai: 'xai',
	},
	...{ 'x-ai': 'xai', minimax: 'minimax', moonshotai: 'moonshot-ai', 'moonshot-ai': 'moonshot-ai' },
};
const providers = new Set(Object.keys(vendors));
// the sheets that give the figures of the document: two of them were captured later and are read as of the day
const sheets = {
	'llm-prices': 'simonw-llm-prices/2026-08-05.historical-v1.json.gz',
	'models-dev': 'models-dev/2026-07-01.derived.json.gz',
	'genai-prices': 'genai-prices/2026-07-25.data.json.gz',
};
const normal = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Prices above zero by vendor, printed name and meter, then by source; the day's, or of one sheet the last that it prints. */
function fieldsOf(isAsOf: boolean): Map<string, Map<string, number>> {
	const fields = new Map<string, Map<string, number>>();
	for (const [source, file] of Object.entries(sheets)) {
		for (const row of pricesIn(source, file, providers)) {
			if (!['input', 'output', 'cache_read'].includes(row.meter) || !(Number(row.amount) > 0)) continue;
			if (row.min_input_tokens > 0 || row.time_window === 'off_peak') continue;
			const { valid_from, valid_to } = row;
			if ((isAsOf || source !== 'genai-prices') && ((valid_from ?? '') > day || (valid_to !== null && valid_to <= day)))
				continue;
			const field = [vendors[row.provider], normal(row.model), row.meter].join();
			const said = fields.get(field) ?? new Map<string, number>();
			fields.set(field, said.set(source, Number(row.amount)));
		}
	}
	return new Map([...fields].filter(([, said]) => said.size >= 2));
}

const apart = (said: Map<string, number>): number => Math.max(...said.values()) / Math.min(...said.values());

describe.runIf(isPresent)('three price lists as of 2026-07-01, by printed name', () => {
	it('state 314 common fields, 293 within one per cent, and differ on the 21 of the document, each by its ratio', () => {
		const fields = fieldsOf(true);
		const differing = [...fields].filter(([, said]) => apart(said) > 1.01);
		expect([fields.size, fields.size - differing.length, differing.length]).toEqual([314, 293, 21]);
		const expected = readFileSync(reference, 'utf8').trim().split('\n').slice(1);
		expect(expected).toHaveLength(21);
		for (const line of expected) {
			const [vendor, model, meter, , , , ratio] = line.split(',');
			const said = fields.get([vendor, model, meter].join());
			expect(said && apart(said), line).toBeCloseTo(Number(ratio), 4);
		}
	});

	it('would seem to differ on three more were the days that genai-prices states not minded', () => {
		expect([...fieldsOf(false).values()].filter(said => apart(said) > 1.01).length).toBe(24);
	});
});

describe.runIf(isPresent)('the register of the same lists with their past', () => {
	let connection: DuckDBConnection;

	beforeAll(async () => {
		const past: [source: keyof typeof sheets, on: string, file: string][] = [
			['llm-prices', '2025-10-10', 'simonw-llm-prices/2025-10-10.historical-v1.json.gz'],
			['llm-prices', '2026-04-24', 'simonw-llm-prices/2026-04-24.historical-v1.json.gz'],
			['models-dev', '2025-06-25', 'models-dev/2025-06-25.json.gz'],
			['models-dev', '2025-09-30', 'models-dev/2025-09-30.derived.json.gz'],
			['models-dev', '2026-04-30', 'models-dev/2026-04-30.json.gz'],
			['genai-prices', '2025-06-22', 'genai-prices/2025-06-22.data.json.gz'],
			['genai-prices', '2026-04-24', 'genai-prices/2026-04-24.data.json.gz'],
		];
		const looks = [
			...past.map(([source, on, file]) => lookAt(source, on, file, providers)),
			...Object.entries(sheets).map(([source, file]) => lookAt(source, day, file, providers)),
		];
		const result = await made(
			{ looks, own_seeds: nameSeeds, built_on: day },
			'from mart_price_agreement__statement_spell',
			'from mart_price_agreement__cell_spell',
		);
		expect(result.built.findings.map(lineOf)).toEqual([]);
		connection = result.connection;
	});
	afterAll(() => connection.closeSync());

	it('gives a reason for 19 of the 21, and calls two disputed', async () => {
		type Said = { source_model: string; meter: string; reason: string | null; variant: string };
		const said = await rowsOf<Said>(
			connection,
			`select source_model, meter, difference_reason as reason, variant from mart_price_agreement__statement_spell
			 where from_day <= '${day}' and (to_day > '${day}' or to_day is null) and cell = meter and channel = 'lab-direct'
			   and abs(ln(consensus_ratio)) > 0.01
			 order by all`,
		);
		const moving = new Set(
			(await rowsOf<Said>(connection, "select source_model from int_price__cell_spell where variant = 'alias'")).map(
				({ source_model }) => normal(source_model),
			),
		);
		const reasons = [...fieldsOf(true)].flatMap(([field, prices]) => {
			if (apart(prices) <= 1.01) return [];
			const [, model, meter] = field.split(',');
			const found = said.filter(one => normal(one.source_model) === model && one.meter === meter);
			// a price that stood before the name got its meaning was never said of it: the ledger carries none
			const reason = found.find(one => one.reason)?.reason ?? (moving.has(model!) ? 'alias' : 'disputed');
			return [`${model} ${meter}: ${reason}`];
		});
		expect(reasons.sort()).toEqual([
			'deepseekchat cache_read: alias',
			'deepseekchat input: alias',
			'deepseekchat output: alias',
			'deepseekreasoner cache_read: alias',
			'deepseekreasoner input: alias',
			'deepseekreasoner output: alias',
			'deepseekv4flash cache_read: stale',
			'deepseekv4pro cache_read: stale',
			'deepseekv4pro input: stale',
			'deepseekv4pro output: stale',
			'grok45 cache_read: disputed',
			'kimik2turbopreview cache_read: stale',
			'kimik2turbopreview input: stale',
			'kimik2turbopreview output: stale',
			'minimaxm25highspeed cache_read: disputed',
			'mistrallargelatest input: alias',
			'mistrallargelatest output: alias',
			'mistralsmalllatest input: alias',
			'mistralsmalllatest output: alias',
			'o3 input: stale',
			'o3 output: stale',
		]);
	});
});
