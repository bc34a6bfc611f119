import { describe, expect, it } from 'vitest';
import { geks, reversible, rollingGeks } from '../warehouse/methods/geks.ts';
import { indexSeries, unitValueSeries, type IndexWeek } from '../warehouse/methods/index-series.ts';
import {
	bilateral,
	chained,
	direct,
	formulas,
	matchedSpendShare,
	matchesOf,
	unitValue,
} from '../warehouse/methods/price-index.ts';
import type { Formula, Item } from '../warehouse/methods/price-index.ts';
import { timeDummy } from '../warehouse/methods/time-dummy.ts';
import { hasReference, referenceOf } from './reference.ts';

const items = (prices: number[], quantities: number[]): Item[] =>
	prices.map((price, place) => ({ item: `item ${place}`, price, quantity: quantities[place]! }));
// methods.md 4, worked example B: six goods over five periods, after the ILO CPI Manual
const six = [
	items([1, 1, 1, 1, 1, 1], [1, 1, 2, 1, 4.5, 0.5]),
	items([1.2, 3, 1.3, 0.7, 1.4, 0.8], [0.8, 0.9, 1.9, 1.3, 4.7, 0.6]),
	items([1, 1, 1.5, 0.5, 1.7, 0.6], [1, 1.1, 1.8, 3, 5, 0.8]),
	items([0.8, 0.5, 1.6, 0.3, 1.9, 0.4], [1.2, 1.2, 1.9, 6, 5.6, 1.3]),
	items([1, 1, 1.6, 0.1, 2, 0.2], [0.9, 1.2, 2, 12, 6.5, 2.5]),
];
const periodsOf = (file: string): Item[][] | null => {
	const rows = referenceOf(file);
	if (!rows) return null;
	const periods = new Map<number, Item[]>();
	for (const { period, item, price, quantity } of rows) {
		const one = { item: item!, price: Number(price), quantity: Number(quantity) };
		periods.set(Number(period), [...(periods.get(Number(period)) ?? []), one]);
	}
	return [...periods].sort(([a], [b]) => a - b).map(([, period]) => period);
};

describe('the index formulas', () => {
	it('of four goods are those of worked example C', () => {
		const base = items([39, 40, 45, 30], [1, 12, 2, 2]);
		const now = items([40, 44, 50, 36], [1.5, 10, 1.5, 1.5]);
		expect(100 * bilateral('laspeyres', base, now)!).toBeCloseTo(110.61, 2);
		expect(100 * bilateral('paasche', base, now)!).toBeCloseTo(110.16, 2);
		expect(100 * bilateral('fisher', base, now)!).toBeCloseTo(110.39, 2);
	});

	it('of six goods are those of worked example B', () => {
		const expected = {
			laspeyres: [1.42, 1.345, 1.355, 1.44],
			paasche: [1.382353, 1.20315, 1.02093, 0.796813],
			fisher: [1.40105, 1.272099, 1.176163, 1.071172],
			tornqvist: [1.405162, 1.289013, 1.226816, 1.247661],
			walsh: [1.401718, 1.284968, 1.219266, 1.184986],
			jevons: [1.24192, 0.956335, 0.725581, 0.632456],
		};
		for (const [formula, index] of Object.entries(expected)) {
			const found = direct(formula as Formula, six).slice(1);
			for (const [place, value] of index.entries()) expect(Math.abs(found[place]! - value), formula).toBeLessThan(1e-6);
		}
		for (const [place, value] of [1.40105, 1.318509, 1.268915, 1.22261].entries())
			expect(Math.abs(chained('fisher', six)[place + 1]! - value)).toBeLessThan(1e-6);
	});

	it('spliced three ways are those of worked example B', () => {
		const whole = {
			fisher: [1.33295, 1.247522, 1.191401, 1.133396],
			tornqvist: [1.384206, 1.294771, 1.24571, 1.241792],
		};
		for (const [formula, index] of Object.entries(whole))
			for (const [place, value] of index.entries())
				expect(Math.abs(geks(formula as Formula, six)![place + 1]! - value), formula).toBeLessThan(1e-6);
		const start = [1, 1.393668, 1.29079, 1.235231];
		const last = { movement: 1.225205, window: 1.253507, mean: 1.237894 } as const;
		for (const splice of ['movement', 'window', 'mean'] as const) {
			const found = rollingGeks('tornqvist', six, 4, splice);
			for (const [place, value] of [...start, last[splice]].entries())
				expect(Math.abs(found[place]! - value), splice).toBeLessThan(1e-6);
		}
	});

	it('are the reference of six goods to its last digit', () => {
		const expected = referenceOf('cpi_manual_six_goods_expected.csv');
		const periods = periodsOf('cpi_manual_six_goods_input.csv');
		if (!expected || !periods) return expect(hasReference).toBe(false);
		expect(periods).toHaveLength(six.length);
		for (const { formula, kind, ...row } of expected) {
			const name = formula as Formula;
			const found =
				kind === 'geks_full' ? geks(name, periods)! : (kind === 'chained' ? chained : direct)(name, periods);
			for (const [place, value] of found.entries())
				expect(Math.abs(value! - Number(row[`p${place + 1}`])), `${formula} ${kind}`).toBeLessThan(1e-6);
		}
	});

	it('are the reference of the CES consumer to eight digits, and a weekly chain of Laspeyres drifts to 2.2', () => {
		const expected = referenceOf('ces_sigma2_expected.csv');
		const periods = periodsOf('ces_sigma2_input.csv');
		if (!expected || !periods) return expect(hasReference).toBe(false);
		let compared = 0;
		for (const { formula, kind, period, index } of expected.filter(row => row.formula! in formulas)) {
			const found = (kind === 'chained' ? chained : direct)(formula as Formula, periods)[Number(period) - 1]!;
			expect(Math.abs(found - Number(index)), `${formula} ${kind} ${period}`).toBeLessThan(1e-8);
			compared += 1;
		}
		expect(compared).toBe(216);
		expect(chained('laspeyres', periods)[11]).toBeCloseTo(2.200047, 6);
		expect(direct('walsh', periods)[11]).toBeCloseTo(1.137003, 6);
		const jevons = direct('jevons', periods);
		for (const [place, value] of geks('jevons', periods)!.entries()) expect(value).toBeCloseTo(jevons[place]!, 12);
		for (const [place, value] of rollingGeks('jevons', periods, 11, 'mean').entries())
			expect(value).toBeCloseTo(jevons[place]!, 12);
	});
});

describe('the weeks from November 2025', () => {
	it('are the reference under a window of 13 with the mean splice on published', () => {
		const rows = referenceOf('openrouter_weekly_top10_input.csv');
		const expected = referenceOf('openrouter_weekly_index_all_from_2025-11-16_expected.csv');
		if (!rows || !expected) return expect(hasReference).toBe(false);
		const periods = expected.map(({ week_end }) =>
			rows
				.filter(
					row => row.week_end === week_end && !row.slug!.endsWith(':free') && Number(row.completion_usd_per_mtok) > 0,
				)
				.flatMap((row): Item[] => {
					const [prompt, cached, output] = [row.prompt_tokens, row.cached_tokens, row.completion_tokens].map(Number);
					const one = (component: string, price: string | undefined, tokens: number): Item => ({
						item: `${row.slug} ${component}`,
						price: Number(price),
						quantity: tokens / 1e6,
					});
					return [
						one('input', row.prompt_usd_per_mtok, prompt! - cached!),
						one('cache', row.cache_read_usd_per_mtok, cached!),
						one('output', row.completion_usd_per_mtok, output!),
					];
				}),
		);
		const found: Record<string, (number | null)[]> = {
			laspeyres_chained: chained('laspeyres', periods),
			paasche_chained: chained('paasche', periods),
			fisher_chained: chained('fisher', periods),
			tornqvist_chained: chained('tornqvist', periods),
			walsh_chained: chained('walsh', periods),
			jevons_chained: chained('jevons', periods),
			rgeks_tornqvist_w13_mean: rollingGeks('tornqvist', periods, 13, 'mean'),
			laspeyres_direct_matched: direct('laspeyres', periods),
			paasche_direct_matched: direct('paasche', periods),
		};
		for (const [place, row] of expected.entries()) {
			for (const [column, index] of Object.entries(found)) {
				if (row[column] === '') expect(index[place], `${row.week_end} ${column}`).toBeNull();
				else expect(Math.abs(index[place]! - Number(row[column])), `${row.week_end} ${column}`).toBeLessThan(1e-6);
			}
		}
		expect(expected).toHaveLength(25);
	});
});

describe('a comparison', () => {
	it('leaves out what has no price or no quantity in one of the periods', () => {
		const before = [...six[0]!, { item: 'free', price: 0, quantity: 9 }, { item: 'unsold', price: 2, quantity: 0 }];
		expect(matchesOf(before, six[1]!)).toHaveLength(6);
		expect(bilateral('fisher', before, six[1]!)).toBe(bilateral('fisher', six[0]!, six[1]!));
	});

	it('of periods with nothing in common is null, and so is a chain from there on and a window that holds them', () => {
		const strange = [{ item: 'strange', price: 1, quantity: 1 }];
		expect(bilateral('fisher', six[0]!, strange)).toBeNull();
		expect(chained('fisher', [six[0]!, strange, six[1]!, six[2]!])).toEqual([1, null, null, null]);
		expect(geks('tornqvist', [six[0]!, strange])).toBeNull();
		expect(rollingGeks('tornqvist', [six[0]!, six[1]!, strange], 2, 'mean')[2]).toBeNull();
	});

	it('of an item named twice is refused, and a spliced formula needs time reversal', () => {
		expect(() => bilateral('fisher', [...six[0]!, ...six[0]!], six[1]!)).toThrow('expected one item got two: item 0');
		expect(() => geks('laspeyres', six)).toThrow('geks: unsupported formula: laspeyres');
		expect(reversible).not.toContain('paasche');
		expect(() => rollingGeks('fisher', six, 1, 'mean')).toThrow('geks: invalid window: 1');
	});

	it('has an average price and a matched share of spend beside it', () => {
		const before = items([1, 0.2], [60, 40]);
		const now = [...items([1, 0.15], [50, 100]), { item: 'new', price: 3, quantity: 10 }];
		expect(unitValue(before)).toBeCloseTo(0.68, 12);
		expect(unitValue([])).toBeNull();
		expect(matchedSpendShare(before, now)).toBeCloseTo(65 / 95, 12);
	});
});

describe('a series', () => {
	const week = (place: number, reason: string | null = null): IndexWeek => ({
		week: `w${place}`,
		items: six[place]!,
		reason,
	});
	const weeks = [week(0), week(1), week(2), week(3), week(4)];

	it('says with every point what stands behind it, and how far the chain has drifted', () => {
		const points = indexSeries(weeks, 'fisher', 'chained');
		expect(points.map(({ index }) => index)).toEqual(chained('fisher', six));
		expect(points[4]).toMatchObject({
			members: 6,
			matched_members: 6,
			entries: 0,
			exits: 0,
			compared_with: 'w3',
			reason: null,
		});
		expect(points[4]!.drift).toBeCloseTo(1.22261 / 1.071172 - 1, 5);
	});

	it('passes over a week with a reason, which has no index, not 0', () => {
		const points = indexSeries([week(0), week(1, 'no counts'), week(2)], 'fisher', 'chained');
		expect(points[1]).toMatchObject({ index: null, reason: 'no counts' });
		expect(points[2]).toMatchObject({ compared_with: 'w0', index: bilateral('fisher', six[0]!, six[2]!) });
	});

	it('has no index with fewer items in common than it needs, nor a chain after that', () => {
		const few = { ...week(1), items: six[1]!.slice(0, 4) };
		const points = indexSeries([week(0), few, week(2)], 'fisher', 'chained');
		expect(points[1]).toMatchObject({ index: null, reason: '4 items in common with w0 of 5 needed', exits: 2 });
		expect(points[2]).toMatchObject({ index: null, reason: 'the chain broke in w1' });
		expect(indexSeries([few], 'fisher', 'direct')[0]).toMatchObject({ index: null, reason: '4 items of 5 needed' });
	});

	it('never has a weekly chain of Laspeyres or Paasche', () => {
		for (const formula of ['laspeyres', 'paasche'] as const) {
			for (const { index, reason } of indexSeries(weeks, formula, 'chained'))
				expect([index, reason]).toEqual([null, 'drifts in a weekly chain: never published']);
			expect(indexSeries(weeks, formula, 'direct')[4]!.index).toBeGreaterThan(0);
		}
	});

	it('of unit values is an average price and goes with the mix', () => {
		const [first, last] = unitValueSeries([
			{ week: 'a', items: items([1, 0.2], [60, 40]), reason: null },
			{ week: 'b', items: items([1, 0.2], [10, 90]), reason: null },
		]);
		expect(first).toMatchObject({ index: 1, unit_value: 0.68 });
		expect(last!.index).toBeCloseTo(0.28 / 0.68, 12);
	});
});

describe('the hedonic index', () => {
	const law = (period: number, capability: number, context: number): number =>
		Math.exp(-3 + 0.05 * capability + 0.1 * Math.log(context) + [0, -0.3, -0.8, -1.5][period]!);
	const rows = [0, 1, 2, 3].flatMap(period =>
		[40, 55, 73, 90].map((capability, at) => {
			const context = [32, 128, 200, 1000][(at + period) % 4]!;
			return {
				period: `${period}`,
				price: law(period, capability, context),
				features: [capability, Math.log(context)],
			};
		}),
	);

	it('finds the law that made the prices, to a billionth', () => {
		const found = timeDummy(rows)!;
		expect(found.intercept).toBeCloseTo(-3, 9);
		expect(found.betas[0]).toBeCloseTo(0.05, 10);
		expect(found.betas[1]).toBeCloseTo(0.1, 10);
		for (const [place, value] of [1, 0.7408182207, 0.4493289641, 0.2231301601].entries())
			expect(Math.abs(found.index[place]!.index - value)).toBeLessThan(1e-9);
		expect(timeDummy([...rows].reverse())).toEqual(found);
	});

	it('with weights leans to the weighty, and its second figure is lower by half the variance', () => {
		const loud = rows.map((row, at) => ({
			...row,
			price: row.price * (at % 3 === 0 ? 1.2 : 1),
			weight: at % 3 === 0 ? 9 : 1,
		}));
		const [plain, weighted] = [timeDummy(loud.map(row => ({ ...row, weight: 1 })))!, timeDummy(loud)!];
		expect(weighted.intercept).not.toBeCloseTo(plain.intercept, 3);
		const { index, se, unbiased } = plain.index[3]!;
		expect(unbiased).toBeCloseTo(index * Math.exp(-(se ** 2) / 2), 12);
		expect(unbiased).toBeLessThan(index);
	});

	it('is null with no freedom left and refused for a price of 0', () => {
		expect(timeDummy(rows.slice(0, 3))).toBeNull();
		expect(() => timeDummy([...rows, { ...rows[0]!, price: 0 }])).toThrow('time dummy: invalid price: 0');
	});

	it('is the reference to a billionth', () => {
		const input = referenceOf('hedonic_synthetic_input.csv');
		const expected = referenceOf('hedonic_synthetic_expected.csv');
		if (!input || !expected) return expect(hasReference).toBe(false);
		const found = timeDummy(
			input.map(row => ({
				period: row.period!,
				price: Number(row.price),
				features: [Number(row.capability), Math.log(Number(row.context_k))],
			})),
		)!;
		const figures: Record<string, number> = {
			intercept: found.intercept,
			beta_capability: found.betas[0]!,
			beta_ln_context: found.betas[1]!,
		};
		for (const { period, index } of found.index) {
			figures[`index_period_${period}`] = index;
			figures[`delta_${period}`] = Math.log(index);
		}
		for (const { param, value } of expected)
			expect(Math.abs(figures[param!]! - Number(value)), param).toBeLessThan(1e-9);
	});
});
