import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvOf, type CsvRecord } from '../scrapers/csv.ts';

function seed(name: string): readonly CsvRecord[] {
	const place = new URL(`../warehouse/seeds/${name}.csv`, import.meta.url);
	return csvOf(name, { url: place.href, bytes: new Uint8Array(readFileSync(place)), media_type: 'text/csv' }, []);
}
const models = new Set(seed('models').map(({ model }) => model));
const items = new Set(seed('capability_items').map(({ benchmark }) => benchmark));

describe('the seeds of scores', () => {
	it('are shares solved of known models on benchmarks that have item parameters, one a model as printed', () => {
		const rows = seed('benchmark_scores');
		expect(rows.length).toBeGreaterThan(500);
		expect(rows.filter(({ benchmark }) => !items.has(benchmark)).map(({ benchmark }) => benchmark)).toEqual([]);
		expect(rows.filter(({ model }) => !models.has(model)).map(({ model }) => model)).toEqual([]);
		for (const { score } of rows) {
			expect(Number(score)).toBeGreaterThanOrEqual(0);
			expect(Number(score)).toBeLessThanOrEqual(1);
		}
		expect(new Set(rows.map(row => `${row.benchmark}|${row.model_printed}`)).size).toBe(rows.length);
	});

	it('carry none of a board that may not be redistributed', () => {
		expect(seed('benchmark_scores').filter(({ benchmark }) => benchmark?.startsWith('swe-bench'))).toEqual([]);
	});

	it('have items with a slope above 0, a difficulty on the scale and a chance below one half', () => {
		expect(items.size).toBe(16);
		for (const item of seed('capability_items')) {
			expect(Number(item.slope), item.benchmark).toBeGreaterThan(0);
			expect(Number(item.difficulty_edi)).toBeGreaterThan(60);
			expect(Number(item.difficulty_edi)).toBeLessThan(200);
			expect(Number(item.guess)).toBeLessThan(0.5);
		}
	});

	it('have prices of known models that were in force before the price archive, in dollars per million tokens', () => {
		const rows = seed('score_prices');
		expect(rows.filter(({ model }) => !models.has(model)).map(({ model }) => model)).toEqual([]);
		for (const row of rows) {
			expect(row.from_day! >= '2025-02-06' && row.from_day! < '2025-09-01', row.from_day).toBe(true);
			for (const amount of [row.input_usd_per_mtok, row.output_usd_per_mtok]) {
				expect(Number(amount)).toBeGreaterThan(0.05);
				expect(Number(amount)).toBeLessThan(200);
			}
		}
	});

	it('have levels on every axis, each with one reference', () => {
		const axes = new Map<string, number>();
		for (const row of seed('capability_levels'))
			axes.set(row.axis!, (axes.get(row.axis!) ?? 0) + (row.is_reference === 'true' ? 1 : 0));
		expect([...axes.keys()]).toEqual(expect.arrayContaining(['anchored-capability', 'gpqa-diamond', 'aider-polyglot']));
		expect([...axes].filter(([, references]) => references !== 1)).toEqual([]);
	});
});
