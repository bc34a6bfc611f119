import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costPerSolved, frontier, pareto, type Offer } from '../warehouse/methods/frontier.ts';
import { plausible, runCostRatio } from '../warehouse/methods/run-cost.ts';
import { dayNumber, hasReference, referenceOf } from './shared-reference.ts';

const offer = (date: string, model: string, score: number, price: number): Offer => ({
	model,
	day: dayNumber(date),
	score,
	price,
});
// methods.md 2.1 and 2.2: the models of the Aider board that make its records, and three that make none
const offers = [
	offer('2024-12-21', 'o1-2024-12-17 (high)', 61.7, 26.25),
	offer('2025-01-17', 'claude-3-5-sonnet-20241022', 51.6, 6),
	offer('2025-01-20', 'DeepSeek R1', 56.9, 0.96),
	offer('2025-01-31', 'o3-mini (high)', 60.4, 1.925),
	offer('2025-02-24', 'claude-3-7-sonnet-20250219 (no thinking)', 60.4, 6),
	offer('2025-06-06', 'DeepSeek R1 (0528)', 71.4, 0.96),
	offer('2025-08-23', 'gpt-5 (high)', 88, 3.4375),
	offer('2025-10-03', 'DeepSeek-V3.2-Exp (Chat)', 70.2, 0.315),
	offer('2025-10-03', 'DeepSeek-V3.2-Exp (Reasoner)', 74.2, 0.315),
	offer('2025-04-04', 'Quasar Alpha', 54.7, 0),
];
const arbitrary = fc.array(
	fc.record({
		model: fc.string({ minLength: 1, maxLength: 4 }),
		day: fc.integer({ min: 0, max: 900 }),
		score: fc.integer({ min: 0, max: 100 }),
		price: fc.integer({ min: 1, max: 4000 }).map(cents => cents / 100),
	}),
	{ maxLength: 40 },
);

describe('the frontier of a level', () => {
	it('is the running minimum of the price of the models that reach it', () => {
		expect(frontier(offers, 60).map(({ day, price }) => [day, price])).toEqual([
			[dayNumber('2024-12-21'), 26.25],
			[dayNumber('2025-01-31'), 1.925],
			[dayNumber('2025-06-06'), 0.96],
			[dayNumber('2025-10-03'), 0.315],
		]);
		expect(frontier(offers, 80).map(({ model }) => model)).toEqual(['gpt-5 (high)']);
		expect(frontier(offers, 89)).toEqual([]);
	});

	it('keeps the cheapest of one day, and of one price the first by name', () => {
		const day = [offer('2025-01-01', 'b', 60, 2), offer('2025-01-01', 'c', 60, 1), offer('2025-01-01', 'a', 60, 1)];
		expect(frontier(day, 50).map(({ model }) => model)).toEqual(['a']);
	});

	it('takes a price of 0 for no price', () => {
		expect(frontier(offers, 50).map(({ model }) => model)).not.toContain('Quasar Alpha');
	});

	it('refuses a price or a score that is no number', () => {
		expect(() => frontier([offer('2025-01-01', 'a', NaN, 1)], 50)).toThrow('frontier: invalid score: NaN');
		expect(() => frontier([offer('2025-01-01', 'a', 60, NaN)], 50)).toThrow('frontier: invalid price: NaN');
		expect(() => frontier([offer('2025-01-01', 'a', 60, -1)], 50)).toThrow('frontier: invalid price: -1');
		expect(() => frontier([], Infinity)).toThrow('frontier: invalid level: Infinity');
	});

	it('falls strictly, day after day, whatever is offered, and each record reaches the level', () => {
		fc.assert(
			fc.property(arbitrary, fc.integer({ min: 0, max: 100 }), (all, level) => {
				const records = frontier(all, level);
				for (const [place, record] of records.entries()) {
					expect(record.score).toBeGreaterThanOrEqual(level);
					if (place === 0) continue;
					expect(record.price).toBeLessThan(records[place - 1]!.price);
					expect(record.day).toBeGreaterThan(records[place - 1]!.day);
				}
				const cheapest = Math.min(...all.filter(one => one.score >= level).map(one => one.price));
				if (records.length > 0) expect(records.at(-1)!.price).toBe(cheapest);
				expect(
					frontier(
						all.map(one => ({ ...one, price: one.price * 8 })),
						level,
					).map(({ price }) => price),
				).toEqual(records.map(({ price }) => price * 8));
			}),
		);
	});

	const expected = referenceOf('aider_frontier_expected.csv');
	const board = referenceOf('aider_polyglot_prices_input.csv');
	it('of the Aider board is the reference, row by row', () => {
		if (!expected || !board) return expect(hasReference).toBe(false);
		const keys = new Set(expected.map(row => `${row.metric}|${row.threshold}`));
		expect(keys.size).toBe(8);
		for (const key of keys) {
			const [metric = '', threshold = ''] = key.split('|');
			const all = board.map(row => offer(row.date!, row.model!, Number(row.score), Number(row[metric] || 0)));
			const rows = expected.filter(row => row.metric === metric && row.threshold === threshold);
			expect(frontier(all, Number(threshold))).toEqual(
				rows.map(row => offer(row.date!, row.model!, Number(row.score), Number(row.price))),
			);
		}
	});
});

describe('the pareto frontier', () => {
	it('keeps what nothing dominates, equals among them', () => {
		const sold = [
			{ model: 'dear', score: 80, price: 10 },
			{ model: 'even', score: 70, price: 2 },
			{ model: 'even too', score: 70, price: 2 },
			{ model: 'beaten', score: 60, price: 3 },
			{ model: 'as able but dearer', score: 80, price: 11 },
			{ model: 'as cheap but worse', score: 69, price: 2 },
			{ model: 'free', score: 90, price: 0 },
		];
		expect(pareto(sold).map(({ model }) => model)).toEqual(['even', 'even too', 'dear']);
	});

	it('never holds a dominated model and never loses another, whatever is sold', () => {
		fc.assert(
			fc.property(arbitrary, all => {
				const kept = new Set(pareto(all));
				for (const one of all) {
					const isDominated = all.some(
						other =>
							other.price <= one.price &&
							other.score >= one.score &&
							(other.price < one.price || other.score > one.score),
					);
					expect(kept.has(one)).toBe(!isDominated);
				}
			}),
		);
	});
});

describe('the bill of a run', () => {
	const o3 = {
		run_cost_usd: 13.7517,
		prompt_tokens: 2893189,
		completion_tokens: 1154650,
		input_usd_per_mtok: 2,
		output_usd_per_mtok: 8,
	};
	it('is about its tokens at list price', () => {
		expect(runCostRatio({ ...o3, run_cost_usd: 15.023578 })).toBeCloseTo(1, 9);
		expect(runCostRatio({ ...o3, run_cost_usd: 30 })! > plausible.high).toBe(true);
		expect(runCostRatio({ ...o3, run_cost_usd: 5 })! < plausible.low).toBe(true);
	});

	it('is not checked without tokens, prices or a bill', () => {
		for (const part of Object.keys(o3)) expect(runCostRatio({ ...o3, [part]: null }), part).toBeNull();
		expect(runCostRatio({ ...o3, run_cost_usd: 0 })).toBeNull();
	});

	it('is shared by the tasks that were solved', () => {
		expect(costPerSolved(29.0829, 225, 0.88)).toBeCloseTo(0.146883, 6);
		expect(costPerSolved(10, 225, 0)).toBeNull();
		expect(costPerSolved(0, 225, 0.5)).toBeNull();
		expect(() => costPerSolved(10, 225, 88)).toThrow('frontier: expected a share solved got 88');
		expect(() => costPerSolved(10, 0, 0.5)).toThrow('frontier: expected tasks got 0');
	});

	const board = referenceOf('aider_polyglot_prices_input.csv');
	it('has the ratio of the reference in each of its 18 rows', () => {
		if (!board) return expect(hasReference).toBe(false);
		const rows = board.filter(row => row.ratio);
		expect(rows.length).toBe(18);
		for (const row of rows) {
			const ratio = runCostRatio({
				run_cost_usd: Number(row.run_cost_usd),
				prompt_tokens: Number(row.prompt_tokens),
				completion_tokens: Number(row.completion_tokens),
				input_usd_per_mtok: Number(row.input_usd_per_mtok),
				output_usd_per_mtok: Number(row.output_usd_per_mtok),
			});
			expect(Math.abs(ratio! - Number(row.ratio)), row.model).toBeLessThan(1e-4);
		}
	});
});
