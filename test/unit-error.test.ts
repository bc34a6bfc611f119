import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tolerance, unitError } from '../warehouse/methods/unit-error.ts';

// the table of methods.md 7.3, row by row
test.each([
	['yuan printed with a dollar sign', 3, 0.435, 6.9, 'cny_as_usd'],
	['kimi-k3 at 20 dollars in one catalogue', 20, 3, 6.75, 'cny_as_usd'],
	['a price and five times it', 10, 2, undefined, 'disagree x5.000'],
	['a price per thousand', 0.003, 3, undefined, '1e3_inverse'],
	['a price per token', 0.000003, 3, undefined, '1e6_inverse'],
	['MiniMax-M2.7 in cents', 0.003, 0.3, undefined, '1e2_inverse'],
	['the two genuine lists of GLM-5.2', 8, 1.4, 6.75, 'disagree x5.714'],
])('%s reads as it should', (_, p_a, p_b, cny_per_usd, expected) => {
	expect(unitError(p_a, p_b, cny_per_usd).name).toBe(expected);
});

test('a rate is likened to only where one is given: gaps of seven times between models are true', () => {
	expect(unitError(3, 0.435)).toEqual({ name: 'disagree x6.897', kind: 'none' });
	expect(unitError(0.435, 3, 6.9)).toEqual({ name: 'cny_as_usd_inverse', kind: 'currency' });
});

test('twice hints at a batch price and ten times at the cache meter, neither is a unit', () => {
	expect(unitError(2, 4)).toEqual({ name: '2_inverse', kind: 'batch' });
	expect(unitError(0.028, 0.0028)).toEqual({ name: '10', kind: 'cache' });
});

test('six per cent off a factor is within, more is not, on both sides', () => {
	for (const factor of [1e6, 1e3, 1e2, 10, 2]) {
		for (const side of [1, -1]) {
			expect(unitError(factor * Math.exp(side * tolerance), 1).kind).not.toBe('none');
			expect(unitError(factor * Math.exp(side * (tolerance + 1e-6)), 1).kind).toBe('none');
		}
	}
});

test('the reverse of a ratio has the same kind and the inverse name', () => {
	const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
	fc.assert(
		fc.property(price, price, fc.double({ min: 5.5, max: 9, noNaN: true }), (a, b, rate) => {
			const there = unitError(a, b, rate);
			const back = unitError(b, a, rate);
			expect(back.kind).toBe(there.kind);
			if (there.kind !== 'none') expect(`${there.name}_inverse`.replace('_inverse_inverse', '')).toBe(back.name);
		}),
	);
});

test.each([
	[0, 3],
	[3, 0],
	[-1, 3],
	[NaN, 3],
])('no ratio is made of %d and %d', (p_a, p_b) => {
	expect(() => unitError(p_a, p_b)).toThrow(/^unit-error: expected prices above zero got: /);
});
