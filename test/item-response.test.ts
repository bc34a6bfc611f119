import { describe, expect, it } from 'vitest';
import { fitJointly, fittable, type Cell } from '../warehouse/methods/item-response.ts';
import { simpleScores } from '../warehouse/methods/simple-score.ts';
import { hasReference, referenceOf } from './shared-reference.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** Twelve models and three benchmarks of known parameters, with holes: every model misses at most one. */
const truth = { c: Array.from({ length: 12 }, (_, place) => -2 + place * 0.35), d: [0, -0.8, 0.9], a: [1, 1.7, 0.6] };
const matrix: Cell[] = truth.c.flatMap((capability, row) =>
	truth.d.flatMap((difficulty, column) =>
		(row + column) % 5 === 4
			? []
			: [
					{
						model: `m${String(row).padStart(2, '0')}`,
						benchmark: `b${column}`,
						score: sigmoid(truth.a[column]! * (capability - difficulty)),
					},
				],
	),
);

describe('the joint fit', () => {
	it('finds the parameters behind scores without noise', () => {
		const fit = fitJointly(matrix);
		for (const [row, capability] of truth.c.entries())
			expect(fit.capability.get(`m${String(row).padStart(2, '0')}`)).toBeCloseTo(capability, 8);
		for (const [column, difficulty] of truth.d.entries()) {
			expect(fit.difficulty.get(`b${column}`)).toBeCloseTo(difficulty, 8);
			expect(fit.slope.get(`b${column}`)).toBeCloseTo(truth.a[column]!, 8);
		}
		expect(fit.steps).toBeLessThan(30);
		expect(fit.loss).toBeLessThan(1e-20);
	});

	it('does not hang on the order of the rows', () => {
		expect(fitJointly([...matrix].reverse()).capability.get('m03')).toBeCloseTo(
			fitJointly(matrix).capability.get('m03')!,
			10,
		);
	});

	it('draws all towards zero as lambda grows', () => {
		const spread = (lambda: number): number =>
			Math.max(...[...fitJointly(matrix, { lambda }).capability.values()].map(Math.abs));
		expect(spread(1e-3)).toBeLessThan(spread(0));
		expect(spread(0.1)).toBeLessThan(spread(1e-3));
	});

	it('refuses scores that are no share and an anchor that nobody took', () => {
		expect(() => fitJointly([{ model: 'a', benchmark: 'b', score: NaN }])).toThrow(
			'item response: expected a share solved got NaN',
		);
		expect(() => fitJointly(matrix, { anchor: 'b9' })).toThrow('item response: unknown anchor: b9');
		expect(() => fitJointly([])).toThrow('item response: unknown anchor: undefined');
	});

	it('leaves out a benchmark that fewer than eight models took', () => {
		const few = [
			...matrix,
			...truth.c.slice(0, 7).map((_, row) => ({ model: `m0${row}`, benchmark: 'new', score: 0.5 })),
		];
		expect([...fittable(few).left_out]).toEqual([['new', 'fewer than 8 models: 7']]);
		expect(fittable(few).cells).toEqual(matrix);
		expect(fittable(matrix).left_out.size).toBe(0);
	});
});

describe('the simple scores', () => {
	it('are means of scores, of z and of middle ranks', () => {
		const scores = simpleScores([
			{ model: 'a', benchmark: 'x', score: 0.2 },
			{ model: 'b', benchmark: 'x', score: 0.4 },
			{ model: 'c', benchmark: 'x', score: 0.4 },
			{ model: 'd', benchmark: 'x', score: 0.6 },
			{ model: 'd', benchmark: 'same', score: 0.9 },
			{ model: 'e', benchmark: 'same', score: 0.9 },
		]);
		expect(scores.get('a')).toEqual({
			n: 1,
			raw_mean: 0.2,
			mean_z: expect.closeTo(-Math.SQRT2, 9),
			mean_percentile: 0.125,
		});
		expect(scores.get('b')).toMatchObject({ mean_z: expect.closeTo(0, 9), mean_percentile: 0.5 });
		expect(scores.get('d')).toEqual({
			n: 2,
			raw_mean: 0.75,
			mean_z: expect.closeTo(Math.SQRT2, 9),
			mean_percentile: (0.875 + 0.5) / 2,
		});
		expect(scores.get('e')!.mean_z).toBeNull();
		expect(() => simpleScores([{ model: 'a', benchmark: 'x', score: 61.7 }])).toThrow(
			'simple score: expected a share solved got 61.7',
		);
	});
});

const input = referenceOf('irt_synthetic_input.csv');
const expected = referenceOf('irt_synthetic_expected.csv');
const simple = referenceOf('irt_synthetic_simple_scores_expected.csv');
const cellsOf = (column: string): Cell[] =>
	(input ?? []).map(row => ({ model: row.model!, benchmark: row.benchmark!, score: Number(row[column]) }));

describe('the synthetic reference', () => {
	it('is met to a millionth without noise', () => {
		if (!input || !expected || !simple) return expect(hasReference).toBe(false);
		const fit = fitJointly(cellsOf('score_exact'));
		for (const row of expected) {
			const found = { capability: fit.capability, difficulty: fit.difficulty, slope: fit.slope }[row.kind!]!.get(
				row.id!,
			)!;
			expect(Math.abs(found - Number(row.fit_exact)), `${row.kind} ${row.id}`).toBeLessThan(1e-6);
		}
		const scores = simpleScores(cellsOf('score_exact'));
		for (const row of simple) {
			const { n, raw_mean, mean_z, mean_percentile } = scores.get(row.model!)!;
			expect(n).toBe(Number(row.n));
			expect(Math.abs(raw_mean - Number(row.raw_mean))).toBeLessThan(1e-6);
			expect(Math.abs(mean_z! - Number(row.mean_z))).toBeLessThan(1e-6);
			expect(Math.abs(mean_percentile - Number(row.mean_percentile))).toBeLessThan(1e-6);
		}
	});

	it('with noise is nearer to the truth the less is left to chance: raw mean, z, percentile, fit', () => {
		if (!input || !expected) return expect(hasReference).toBe(false);
		const truths = expected.filter(row => row.kind === 'capability');
		const scores = simpleScores(cellsOf('score_noisy'));
		const fit = fitJointly(cellsOf('score_noisy'), { lambda: 1e-3 });
		const r = (of: (model: string) => number) => correlation(truths.map(row => [of(row.id!), Number(row.true)]));
		expect(r(model => scores.get(model)!.raw_mean)).toBeCloseTo(0.97, 3);
		expect(r(model => scores.get(model)!.mean_z!)).toBeCloseTo(0.984, 3);
		expect(r(model => scores.get(model)!.mean_percentile)).toBeCloseTo(0.9945, 4);
		expect(r(model => fit.capability.get(model)!)).toBeGreaterThan(0.9985);
	});

	it('with noise is fitted alike by a second way of fitting, to a ten-thousandth', () => {
		if (!input) return expect(hasReference).toBe(false);
		for (const lambda of [0, 1e-3]) {
			const cells = cellsOf('score_noisy');
			const fit = fitJointly(cells, { lambda });
			const other = byNormalEquations(cells, lambda);
			for (const [model, capability] of fit.capability)
				expect(Math.abs(capability - other.get(model)!)).toBeLessThan(1e-4);
			for (const [name, difficulty] of fit.difficulty)
				expect(Math.abs(difficulty - (other.get(`d ${name}`) ?? 0))).toBeLessThan(1e-4);
		}
	});
});

/**
 * The same least squares another way: derivatives by central differences, damped normal equations solved by Gauss, and a
 * step halved until the loss falls. Capabilities by model, difficulties as `d <benchmark>`.
 */
function byNormalEquations(cells: readonly Cell[], lambda: number): Map<string, number> {
	const models = [...new Set(cells.map(({ model }) => model))].sort();
	const benchmarks = [...new Set(cells.map(({ benchmark }) => benchmark))].sort();
	const names = [
		...models,
		...benchmarks.slice(1).map(name => `d ${name}`),
		...benchmarks.slice(1).map(name => `a ${name}`),
	];
	const residuals = (theta: number[]): number[] => {
		const at = (name: string): number => (names.includes(name) ? theta[names.indexOf(name)]! : 0);
		const misfits = cells.map(({ model, benchmark, score }) => {
			const clipped = Math.min(0.999, Math.max(0.001, score));
			return sigmoid(Math.exp(at(`a ${benchmark}`)) * (at(model) - at(`d ${benchmark}`))) - clipped;
		});
		return [...misfits, ...theta.map(value => Math.sqrt(lambda) * value)];
	};
	const lossOf = (theta: number[]): number => residuals(theta).reduce((loss, value) => loss + value * value, 0);
	let theta = names.map(() => 0);
	for (let round = 0; round < 300; round += 1) {
		const columns = names.map((_, place) => {
			const moved = (by: number) => residuals(theta.map((value, at) => (at === place ? value + by : value)));
			const [up, down] = [moved(1e-5), moved(-1e-5)];
			return up.map((value, row) => (value - down[row]!) / 2e-5);
		});
		const now = residuals(theta);
		const dot = (a: number[], b: number[]) => a.reduce((total, value, place) => total + value * b[place]!, 0);
		const system = columns.map((left, row) => [
			...columns.map((right, column) => dot(left, right) + (row === column ? 1e-9 : 0)),
			-dot(left, now),
		]);
		const step = gauss(system);
		let share = 1;
		while (share > 1e-9 && lossOf(theta.map((value, place) => value + share * step[place]!)) > lossOf(theta))
			share /= 2;
		theta = theta.map((value, place) => value + share * step[place]!);
		if (Math.max(...step.map(Math.abs)) * share < 1e-10) break;
	}
	return new Map(names.map((name, place) => [name, theta[place]!]));
}

function gauss(system: number[][]): number[] {
	const size = system.length;
	for (let pivot = 0; pivot < size; pivot += 1) {
		const best = system
			.slice(pivot)
			.reduce((top, row, at) => (Math.abs(row[pivot]!) > Math.abs(system[top]![pivot]!) ? at + pivot : top), pivot);
		[system[pivot], system[best]] = [system[best]!, system[pivot]!];
		for (let row = 0; row < size; row += 1) {
			if (row === pivot) continue;
			const times = system[row]![pivot]! / system[pivot]![pivot]!;
			system[row] = system[row]!.map((value, column) => value - times * system[pivot]![column]!);
		}
	}
	return system.map((row, place) => row[size]! / row[place]!);
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
	const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
	const cross = mean(pairs.map(([a, b]) => (a - x) * (b - y)));
	return cross / Math.sqrt(mean(pairs.map(([a]) => (a - x) ** 2)) * mean(pairs.map(([, b]) => (b - y) ** 2)));
}
