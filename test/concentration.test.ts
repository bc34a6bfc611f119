import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBounds, hhiBounds, hhiOpenBounds, isLeadCertain, pairBounds } from '../warehouse/methods/bounds.ts';
import { churn, effectiveNumber, entropy, halfLife, hhi, largest } from '../warehouse/methods/concentration.ts';
import { crossover } from '../warehouse/methods/crossover.ts';
import { bennet, entryAndExit } from '../warehouse/methods/decomposition.ts';
import { hasReference, referenceOf } from './reference.ts';

const page = [14.7, 14.1, 13.9, 11.4, 10.2, 7.5, 5.1, 3.9, 3.9].map(percent => percent / 100);
const shares = fc
	.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 4, maxLength: 40 })
	.map(parts => parts.map(part => part / parts.reduce((sum, one) => sum + one, 0)));

describe('concentration', () => {
	it('of four shares is that of worked example 5.1', () => {
		const four = [0.4, 0.3, 0.2, 0.1];
		expect(hhi(four)).toBeCloseTo(3000, 9);
		expect(effectiveNumber(hhi(four))).toBeCloseTo(3.333333, 6);
		expect(entropy(four)).toBeCloseTo(1.279854, 6);
		expect(Math.exp(entropy(four))).toBeCloseTo(3.596115, 6);
		expect(largest(four, 2)).toBeCloseTo(0.7, 12);
		expect(entropy([1, 0])).toBeCloseTo(0, 12);
	});

	it('of the page of 10 May 2026 has the bounds of worked example 5.1', () => {
		const { low, high } = hhiBounds(page, 0.153);
		expect(low).toBeCloseTo(954.79, 2);
		expect(high).toBeCloseTo(1013.38, 2);
		expect(effectiveNumber(high)).toBeCloseTo(9.868, 3);
		expect(effectiveNumber(low)).toBeCloseTo(10.474, 3);
		expect(largest(page, 4)).toBeCloseTo(0.541, 12);
	});

	it('of the three pages is that of section 5.4, with what China may have of all', () => {
		const input = referenceOf('openrouter_author_share_input.csv');
		if (!input) return expect(hasReference).toBe(false);
		const chinese = new Set(['tencent', 'deepseek', 'moonshotai', 'qwen', 'minimax', 'z-ai', 'xiaomi']);
		const expected: Record<string, number[]> = {
			'2026-05-03': [0.442, 0.4, 0.525, 0.6, 919, 983, 0.523],
			'2026-05-10': [0.457, 0.39, 0.54, 0.61, 955, 1013, 0.541],
			'2026-05-16': [0.427, 0.411, 0.51, 0.589, 978, 1033, 0.555],
		};
		for (const [day, [cn, us, pair, high, low_hhi, high_hhi, cr4]] of Object.entries(expected)) {
			const rows = input.filter(row => row.snapshot_date === day);
			const of = (isChinese: boolean): number =>
				rows
					.filter(({ author }) => chinese.has(author!) === isChinese)
					.reduce((sum, row) => sum + Number(row.share_pct) / 100, 0);
			const rest = 1 - of(true) - of(false);
			const listed = rows.map(row => Number(row.share_pct) / 100);
			expect(Math.abs(of(true) - cn!), day).toBeLessThan(1e-3);
			expect(Math.abs(of(false) - us!), day).toBeLessThan(1e-3);
			expect(Math.abs(of(true) / (of(true) + of(false)) - pair!), day).toBeLessThan(1e-3);
			expect(Math.abs(groupBounds(of(true), rest).high - high!), day).toBeLessThan(1e-3);
			expect(Math.abs(hhiBounds(listed, rest).low - low_hhi!), day).toBeLessThan(1);
			expect(Math.abs(hhiBounds(listed, rest).high - high_hhi!), day).toBeLessThan(1);
			expect(Math.abs(largest(listed, 4) - cr4!), day).toBeLessThan(1e-3);
		}
	});

	it('lies within its bounds when the tail is hidden on purpose', () => {
		fc.assert(
			fc.property(shares, fc.nat(), (whole, cut) => {
				const falling = [...whole].sort((a, b) => b - a);
				const listed = falling.slice(0, 1 + (cut % (falling.length - 1)));
				const rest = falling.slice(listed.length).reduce((sum, one) => sum + one, 0);
				const truth = hhi(whole);
				for (const { low, high } of [hhiBounds(listed, rest), hhiOpenBounds(listed, rest)]) {
					expect(low).toBeLessThanOrEqual(truth + 1e-9);
					expect(high).toBeGreaterThanOrEqual(truth - 1e-6);
				}
				expect(hhiOpenBounds(listed, rest).high).toBeGreaterThanOrEqual(hhiBounds(listed, rest).high - 1e-6);
			}),
			{ seed: 5 },
		);
	});

	it('that changes hands: what has left of the ten, and how long until half have', () => {
		expect(churn(['a', 'b', 'c', 'd'], ['d', 'c', 'x', 'y'])).toBe(0.5);
		expect(churn([], ['a'])).toBeNull();
		const later = [
			{ periods: 1, names: ['a', 'b', 'c'] },
			{ periods: 3, names: ['a', 'b', 'x'] },
			{ periods: 4, names: ['a', 'b', 'c'] },
		];
		expect(halfLife(['a', 'b', 'c', 'd'], later)).toBe(3);
		expect(halfLife(['a', 'b', 'c', 'd'], later.slice(0, 1))).toBeNull();
	});
});

describe('the share of a group', () => {
	it('lies within its bounds when some of its tokens are hidden, and a certain lead is a lead', () => {
		const tokens = fc.array(
			fc.record({
				group: fc.constantFrom('CN', 'US'),
				tokens: fc.integer({ min: 1, max: 1e6 }),
				is_hidden: fc.boolean(),
			}),
			{ minLength: 1, maxLength: 30 },
		);
		fc.assert(
			fc.property(tokens, rows => {
				const of = (group: string, hidden?: boolean): number =>
					rows
						.filter(row => row.group === group && (hidden === undefined || row.is_hidden === hidden))
						.reduce((sum, row) => sum + row.tokens, 0);
				const [cn, us, rest] = [of('CN', false), of('US', false), of('CN', true) + of('US', true)];
				const truth = of('CN') / (of('CN') + of('US'));
				const bounds = pairBounds(cn, us, rest)!;
				expect(bounds.low).toBeLessThanOrEqual(truth + 1e-12);
				expect(bounds.high).toBeGreaterThanOrEqual(truth - 1e-12);
				if (isLeadCertain(cn, us, rest)) expect(truth > 0.5).toBe(cn > us);
			}),
			{ seed: 5 },
		);
		expect(pairBounds(0, 0, 0)).toBeNull();
	});

	it('moves a unit value by price and by mix, with entry and exit, as in worked example 5.1', () => {
		const two = bennet([
			{ s0: 0.6, p0: 1, s1: 1 / 3, p1: 1 },
			{ s0: 0.4, p0: 0.2, s1: 2 / 3, p1: 0.15 },
		]);
		expect(two.within).toBeCloseTo(-0.026667, 6);
		expect(two.between).toBeCloseTo(-0.22, 6);
		const four = entryAndExit([
			{ s0: 0.4, p0: 2, s1: 0.3, p1: 1.8 },
			{ s0: 0.35, p0: 1, s1: 0.3, p1: 0.9 },
			{ s0: 0.25, p0: 0.5, s1: 0, p1: 0 },
			{ s0: 0, p0: 0, s1: 0.4, p1: 0.3 },
		]);
		for (const [part, value] of Object.entries({
			within: -0.115,
			between: -0.05875,
			cross: 0.025,
			entry: -0.39,
			exit: 0.19375,
		}))
			expect(four[part as keyof typeof four], part).toBeCloseTo(value, 9);
		expect(Object.values(four).reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.93 - 1.275, 9);
	});
});

describe('a crossing', () => {
	const weeks = (...of: (number | null)[]) =>
		of.map((share, place) => ({ week: new Date(Date.UTC(2026, 1, 2 + 7 * place)).toISOString().slice(0, 10), share }));

	it('is the first week of the first run of k weeks, with the day on the line between', () => {
		const series = weeks(0.4338, 0.5501, 0.59, 0.45, 0.6, 0.61, 0.62, 0.44);
		expect(crossover(series, 1)).toMatchObject({
			week: '2026-02-09',
			linear_on: '2026-02-05',
			back_weeks: ['2026-02-23', '2026-03-23'],
		});
		expect(crossover(series, 1)!.fraction).toBeCloseTo(0.0662 / 0.1163, 9);
		expect(crossover(series, 2)?.week).toBe('2026-02-09');
		expect(crossover(series)).toMatchObject({ week: '2026-03-02', back_weeks: ['2026-03-23'] });
		expect(crossover(series, 4)).toBeNull();
	});

	it('ends a run at a missing week and at one half exactly, and knows no line from nowhere', () => {
		expect(crossover(weeks(0.6, null, 0.6, 0.6), 3)).toBeNull();
		expect(crossover(weeks(0.4, 0.5, 0.5), 1)).toBeNull();
		expect(crossover(weeks(0.6, 0.6, 0.6))).toMatchObject({ week: '2026-02-02', linear_on: null, fraction: null });
	});
});
