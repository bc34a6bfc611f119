import { describe, expect, it } from 'vitest';
import { ask } from './made.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** Nine models of Acme and one benchmark beyond those that all took: of difficulty 0, -0.8, 0.9 and slope 1, 1.7, 0.6. */
const truth = { c: Array.from({ length: 9 }, (_, row) => -2 + row * 0.5), d: [0, -0.8, 0.9], a: [1, 1.7, 0.6] };
const names = ['b0', 'b1', 'b2'];
const models = truth.c.map(
	(_, row) => `acme/acme-${row},Acme,acme,${row},base,Acme ${row},2026-01-01,test,false,,,test`,
);
const capability_items = [...names, 'rare'].map(name => `${name},${name},130,0.1,0,,test`);
const benchmark_scores = [
	...truth.c.flatMap((capability, row) =>
		names.map((name, column) => {
			const score = sigmoid(truth.a[column]! * (capability - truth.d[column]!));
			return `${name},acme-${row},acme/acme-${row},,${score},,test`;
		}),
	),
	...[0, 1, 2].map(row => `rare,acme-${row},acme/acme-${row},,0.5,,test`),
	'b0,baidian-1,baidian/baidian-1,,0.4,,test',
];
const seeds = { models, capability_items, benchmark_scores };

describe('the joint fit', () => {
	it('finds the models and the benchmarks behind the scores, and says why another is not fitted', async () => {
		const items = await ask<{ benchmark: string; difficulty_logit: number; slope_per_logit: number; reason: string }>(
			{ looks: [], seeds },
			'select benchmark, difficulty_logit, slope_per_logit, reason from mart_joint_item__benchmark order by benchmark',
		);
		expect(items.map(row => [row.benchmark, row.reason])).toEqual([
			...names.map(name => [name, null]),
			['rare', 'fewer than 8 models: 3'],
		]);
		// a weak hold towards 0 moves all of them a little
		for (const [column, row] of items.slice(0, 3).entries()) {
			expect(Math.abs(row.difficulty_logit - truth.d[column]!)).toBeLessThan(0.15);
			expect(Math.abs(row.slope_per_logit - truth.a[column]!)).toBeLessThan(0.15);
		}
		expect(items[0]).toMatchObject({ difficulty_logit: 0, slope_per_logit: 1 });
	});

	it('gives each model its capability with the day of the fit, and none to a model of one benchmark', async () => {
		const rows = await ask<{
			model: string;
			capability_logit: number | null;
			fitted_on: string;
			reason: string | null;
		}>(
			{ looks: [], seeds, built_on: '2026-02-03' },
			'select model, capability_logit, fitted_on, reason from mart_joint_capability__model order by model',
		);
		expect(rows.length).toBe(10);
		for (const [row, capability] of truth.c.entries())
			expect(Math.abs(rows[row]!.capability_logit! - capability)).toBeLessThan(0.15);
		expect(rows.at(-1)).toEqual({
			...{ model: 'baidian/baidian-1', capability_logit: null, fitted_on: '2026-02-03' },
			reason: 'fewer than 3 benchmarks: 1',
		});
	});

	it('of no scores is empty', async () => {
		expect(await ask({ looks: [], seeds: {} }, 'from mart_joint_capability__model')).toEqual([]);
		expect(await ask({ looks: [], seeds: {} }, 'from mart_joint_item__benchmark')).toEqual([]);
	});
});
