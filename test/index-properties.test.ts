import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bennet, entryAndExit, groupsOf, moveOf, type Bought } from '../warehouse/methods/decomposition.ts';
import { geks, reversible, rollingGeks } from '../warehouse/methods/geks.ts';
import { bilateral, formulas, type Formula, type Item } from '../warehouse/methods/price-index.ts';

const amount = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
/** Periods of the same items, and a place at which one of them may be missing. */
const periods = (count: number) =>
	fc
		.array(fc.tuple(fc.array(fc.tuple(amount, amount), { minLength: count, maxLength: count })), {
			minLength: 2,
			maxLength: 6,
		})
		.map(goods =>
			Array.from({ length: count }, (_, period) =>
				goods.map(([row], place): Item => ({ item: `i${place}`, price: row[period]![0], quantity: row[period]![1] })),
			),
		);
const all = Object.keys(formulas) as Formula[];
const near = (a: number | null, b: number | null, what: string): void =>
	expect(Math.abs(Math.log(a! / b!)), what).toBeLessThan(1e-9);
const scaled = (items: Item[], price: number, quantity = 1): Item[] =>
	items.map(one => ({ ...one, price: one.price * price, quantity: one.quantity * quantity }));
const check = (count: number, holds: (drawn: Item[][]) => void): void =>
	fc.assert(
		fc.property(periods(count), drawn => holds(drawn)),
		{ numRuns: 60, seed: 4 },
	);

describe('every index formula', () => {
	it('is 1 where no price moved, whatever was bought', () => {
		check(2, ([a, b]) => {
			const now = b!.map((one, place) => ({ ...one, price: a![place]!.price }));
			for (const formula of all) near(bilateral(formula, a!, now), 1, formula);
		});
	});

	it('is the factor where every price moved by one factor, and goes up with it', () => {
		fc.assert(
			fc.property(periods(2), amount, ([a, b], factor) => {
				const same = a!.map((one, place) => ({ ...one, quantity: b![place]!.quantity }));
				for (const formula of all) {
					near(bilateral(formula, a!, scaled(same, factor)), factor, formula);
					near(bilateral(formula, a!, scaled(b!, factor)), factor * bilateral(formula, a!, b!)!, formula);
				}
			}),
			{ numRuns: 60, seed: 4 },
		);
	});

	it('does not hang on the unit of the money, of the quantity or, but for Dutot, of a single item', () => {
		fc.assert(
			fc.property(periods(2), amount, amount, ([a, b], money, unit) => {
				const counted = (items: Item[]): Item[] =>
					items.map((one, at) => (at === 0 ? { ...one, price: one.price * unit, quantity: one.quantity / unit } : one));
				for (const formula of all) {
					const index = bilateral(formula, a!, b!);
					near(bilateral(formula, scaled(a!, money, unit), scaled(b!, money, unit)), index, formula);
					if (formula !== 'dutot') near(bilateral(formula, counted(a!), counted(b!)), index, formula);
				}
			}),
			{ numRuns: 60, seed: 4 },
		);
	});

	it('has the same digits in any order of the items, and takes a missing item for a dropped one', () => {
		check(2, ([a, b]) => {
			for (const formula of all) {
				expect(bilateral(formula, [...a!].reverse(), [...b!].reverse())).toBe(bilateral(formula, a!, b!));
				expect(bilateral(formula, a!, b!.slice(1))).toBe(bilateral(formula, a!.slice(1), b!.slice(1)));
			}
		});
	});

	it('reverses in time where GEKS needs it to; Laspeyres turns into Paasche', () => {
		check(2, ([a, b]) => {
			for (const formula of reversible) near(bilateral(formula, a!, b!)! * bilateral(formula, b!, a!)!, 1, formula);
			near(bilateral('laspeyres', a!, b!)! * bilateral('paasche', b!, a!)!, 1, 'laspeyres');
		});
		const [before, now] = [
			[
				{ item: 'a', price: 1, quantity: 1 },
				{ item: 'b', price: 1, quantity: 1 },
			],
			[
				{ item: 'a', price: 2, quantity: 1 },
				{ item: 'b', price: 1, quantity: 3 },
			],
		];
		expect(bilateral('laspeyres', before, now)! * bilateral('laspeyres', now, before)!).toBeGreaterThan(1.1);
	});

	it('of Fisher lies between Laspeyres and Paasche', () => {
		check(2, ([a, b]) => {
			const ends = [bilateral('laspeyres', a!, b!)!, bilateral('paasche', a!, b!)!];
			const fisher = bilateral('fisher', a!, b!)!;
			expect(fisher).toBeGreaterThanOrEqual(Math.min(...ends) * (1 - 1e-12));
			expect(fisher).toBeLessThanOrEqual(Math.max(...ends) * (1 + 1e-12));
		});
	});
});

describe('GEKS', () => {
	it('goes round in a circle: from any period to any other it is the same by any third', () => {
		check(4, drawn => {
			for (const formula of reversible) {
				const index = geks(formula, drawn)!;
				const turned = geks(formula, [drawn[2]!, drawn[0]!, drawn[1]!, drawn[3]!])!;
				near(turned[3]! / turned[1]!, index[3]! / index[0]!, formula);
				near(turned[0]! / turned[2]!, index[2]! / index[1]!, formula);
			}
		});
	});

	it('of two periods is the formula itself, and rolling on it revises nothing that was published', () => {
		check(5, drawn => {
			near(geks('fisher', drawn.slice(0, 2))![1]!, bilateral('fisher', drawn[0]!, drawn[1]!), 'two');
			for (const splice of ['movement', 'window', 'mean'] as const) {
				const longer = rollingGeks('tornqvist', drawn, 3, splice);
				expect(longer.slice(0, 4)).toEqual(rollingGeks('tornqvist', drawn.slice(0, 4), 3, splice));
			}
		});
	});
});

describe('the move of the average price', () => {
	const bought = fc.array(
		fc.record({
			model: fc.constantFrom('a', 'b', 'c', 'd'),
			component: fc.constantFrom('input', 'cache_read', 'output'),
			price: amount,
			quantity: amount,
			is_imputed: fc.boolean(),
		}),
		{ minLength: 1, maxLength: 9 },
	);
	const once = (rows: Bought[]): Bought[] => [
		...new Map(rows.map(one => [`${one.model} ${one.component}`, one])).values(),
	];

	it('is price, mix, quality and residual to the last digit, whatever entered or left', () => {
		fc.assert(
			fc.property(bought, bought, (before, now) => {
				const { move, price, mix, quality, residual, shift, entry, exit, ...levels } = moveOf(once(before), once(now))!;
				const size = levels.before + levels.after;
				expect(Math.abs(price + mix + quality + residual - move)).toBeLessThan(1e-12 * size);
				expect(Math.abs(shift + entry + exit - quality)).toBeLessThan(1e-12 * size);
				const imputed = [...before, ...now].some(({ is_imputed }) => is_imputed);
				if (!imputed) expect(Math.abs(residual)).toBeLessThan(1e-9 * size);
				const byModel = entryAndExit(groupsOf(once(before), once(now), one => one.model));
				const byKind = bennet(groupsOf(once(before), once(now), one => one.component));
				for (const parts of [byModel, byKind]) {
					const sum = Object.values(parts).reduce((all, one) => all + one, 0);
					expect(Math.abs(sum - move)).toBeLessThan(1e-11 * size);
				}
			}),
			{ numRuns: 200, seed: 4 },
		);
	});

	it('is all price where only prices moved, all mix where a model caches more, all quality where another model is bought', () => {
		const week = (price: number, cached: number, other: number): Bought[] => [
			{ model: 'a', component: 'input', price, quantity: 10 - cached },
			{ model: 'a', component: 'cache_read', price: 0.1, quantity: cached },
			{ model: 'b', component: 'input', price: 5, quantity: other },
		];
		const only = (now: Bought[]): string[] =>
			(['price', 'mix', 'quality'] as const).filter(part => Math.abs(moveOf(week(1, 4, 10), now)![part]) > 1e-12);
		expect(only(week(0.5, 4, 10))).toEqual(['price']);
		expect(only(week(1, 8, 10))).toEqual(['mix']);
		expect(only(week(1, 4, 20))).toEqual(['quality']);
		expect(moveOf(week(1, 4, 10), week(0.5, 4, 10))!.move).toBeCloseTo((-0.5 * 6) / 20, 12);
		expect(moveOf([], week(1, 4, 10))).toBeNull();
	});

	it('groups purchases by any name, and a group that is not bought keeps the price of the other period', () => {
		const bought = (model: string, price: number, quantity: number): Bought => ({
			model,
			component: 'input',
			price,
			quantity,
		});
		const country = ({ model }: Bought) => model.slice(0, 2);
		const groups = groupsOf(
			[bought('us-a', 2, 3), bought('us-b', 4, 1)],
			[bought('us-a', 2, 2), bought('cn-a', 1, 2)],
			country,
		);
		expect(groups).toEqual([
			{ s0: 0, p0: 1, s1: 0.5, p1: 1 },
			{ s0: 1, p0: 2.5, s1: 0.5, p1: 2 },
		]);
		expect(groupsOf([], [bought('us-a', 2, 2)], country)).toEqual([]);
	});

	it('has the part of a price that was never seen in the residual', () => {
		const week = (price: number, is_imputed: boolean): Bought[] => [
			{ model: 'a', component: 'cache_read', price, quantity: 1, is_imputed },
			{ model: 'a', component: 'input', price: 3, quantity: 1 },
		];
		const move = moveOf(week(0.2, false), week(1, true))!;
		expect(move.price).toBe(0);
		expect(move.residual).toBeCloseTo(0.4, 12);
	});
});
