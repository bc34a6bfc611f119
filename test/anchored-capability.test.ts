import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchoredCapability, unanchored, type Item, type Solved } from '../warehouse/methods/anchored-capability.ts';
import { hasReference, referenceOf } from './shared-reference.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const items: Item[] = [
	{ difficulty: 135.9056933153884, slope: 0.1205522932583988, guess: 0.25 },
	{ difficulty: 128.11477905188607, slope: 0.1849589522188346, guess: 0 },
	{ difficulty: 138.04334741281502, slope: 0.2353375871609143, guess: 0 },
	{ difficulty: 155.73777000614285, slope: 0.1659731034400982, guess: 0 },
];
const exact = (capability: number): Solved[] =>
	items.map(item => ({ item, score: sigmoid(item.slope * (capability - item.difficulty)) }));

describe('the anchored capability', () => {
	it('is the point from which the scores follow', () => {
		for (const capability of [118.3, 130, 142.7]) {
			const found = anchoredCapability(exact(capability));
			expect(found.capability).toBe(capability);
			expect(found.n).toBe(4);
			expect(found.half_width).toBeNull();
		}
	});

	it('has misfit and half-width where the scores disagree', () => {
		const [gpqa, math] = exact(130) as [Solved, Solved];
		const found = anchoredCapability([
			{ ...gpqa, score: 0.6 },
			{ ...math, score: 0.4 },
		]);
		expect(found.rmse).toBeGreaterThan(0.1);
		expect(found.half_width).toBeGreaterThan(1);
		expect(found.capability).toBeGreaterThan(125);
		expect(found.capability).toBeLessThan(136);
	});

	it('frees four-choice tests from guessing when asked', () => {
		const guessed = exact(130).map(({ item, score }) => ({ item, score: item.guess + (1 - item.guess) * score }));
		expect(anchoredCapability(guessed, { guess: true }).capability).toBe(130);
		expect(anchoredCapability(guessed).capability).toBeGreaterThan(130);
	});

	it('rises with every score, whichever it is', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
				fc.nat(3),
				(scores, place) => {
					const of = (lift: number) =>
						anchoredCapability(
							items.map((item, at) => ({ item, score: Math.min(1, scores[at]! + (at === place ? lift : 0)) })),
						);
					const [low, high] = [of(0), of(0.2)];
					expect(low.capability).toBeGreaterThanOrEqual(60);
					expect(low.capability).toBeLessThanOrEqual(200);
					// of two points the higher one gains more by a better score, so the best point can only move up; ties are the grid's
					expect(high.capability).toBeGreaterThanOrEqual(low.capability - 0.1);
				},
			),
		);
	});

	it('refuses scores that are no share', () => {
		for (const score of [-0.01, 1.01, 61.7, NaN])
			expect(() => anchoredCapability([{ item: items[0]!, score }])).toThrow(
				`anchored capability: expected a share solved got ${score}`,
			);
		expect(() => anchoredCapability([])).toThrow('anchored capability: expected scores got none');
	});

	it('is not stated below three benchmarks, at the floor or at the ceiling', () => {
		expect(unanchored(exact(130).slice(0, 2))).toBe('fewer than 3 benchmarks: 2');
		expect(unanchored(exact(130).slice(0, 3))).toBeNull();
		expect(unanchored(items.map(item => ({ item, score: 0 })))).toBe('all scores are at the floor');
		expect(unanchored(items.map(item => ({ item, score: 1 })))).toBe('all scores are at the ceiling');
	});
});

const eciItems = referenceOf('eci_anchored_items.csv');
const eciScores = referenceOf('eci_anchored_scores_input.csv');
const eciExpected = referenceOf('eci_anchored_expected.csv');

describe('the anchored reference', () => {
	it('is met to the step of the grid, and goes with the published index', () => {
		if (!eciItems || !eciScores || !eciExpected) return expect(hasReference).toBe(false);
		const itemOf = new Map(
			eciItems.map(row => [
				row.benchmark,
				{ difficulty: Number(row.difficulty_edi), slope: Number(row.slope), guess: Number(row.guess) },
			]),
		);
		const pairs = eciExpected.map(row => {
			const solved = eciScores
				.filter(score => score.model === row.model)
				.map(score => ({ item: itemOf.get(score.benchmark)!, score: Number(score.score01) }));
			const found = anchoredCapability(solved);
			expect(found.n).toBe(Number(row.n_benchmarks));
			expect(Math.abs(found.capability - Number(row.capability_ls_noguess)), row.model).toBeLessThan(0.06);
			return [found.capability, Number(row.epoch_published_eci)] as const;
		});
		expect(pairs.length).toBe(20);
		expect(correlation(pairs)).toBeGreaterThan(0.96);
	});
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
	const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
	const cross = mean(pairs.map(([a, b]) => (a - x) * (b - y)));
	return cross / Math.sqrt(mean(pairs.map(([a]) => (a - x) ** 2)) * mean(pairs.map(([, b]) => (b - y) ** 2)));
}
