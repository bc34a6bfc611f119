import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { decline, unstated, type Step } from '../warehouse/methods/decline.ts';
import { frontier } from '../warehouse/methods/frontier.ts';
import { studentQuantile } from '../warehouse/methods/student-t.ts';
import { dayNumber, hasReference, isPrinted, referenceOf } from './shared-reference.ts';

const steps = (...rows: [string, number][]): Step[] => rows.map(([day, price]) => ({ day: dayNumber(day), price }));
// methods.md 2.2, worked example B: Aider polyglot at 50, blended price
const aider50 = steps(
	['2024-12-21', 26.25],
	['2025-01-17', 6],
	['2025-01-20', 0.96],
	['2025-03-24', 0.4775],
	['2025-10-03', 0.315],
);

describe("the quantile of Student's t", () => {
	it('is the listed one to twelve digits', () => {
		const listed = [
			'6.313751514675 2.919985580354 2.353363434802 2.131846786327 2.015048373333 1.943180280515',
			'1.894578605090 1.859548037531 1.833112932656 1.812461122812 1.795884818704 1.782287555649',
		];
		for (const [place, digits] of listed.join(' ').split(' ').entries())
			expect(studentQuantile(0.95, place + 1).toFixed(12)).toBe(digits);
		const later = ['1.705617919759', '1.703288445722', '1.701130934266', '1.699127026533'];
		for (const [place, digits] of later.entries()) expect(studentQuantile(0.95, 26 + place).toFixed(12)).toBe(digits);
	});

	it('is odd about one half, has closed forms, and comes to the normal one', () => {
		expect(studentQuantile(0.05, 7)).toBe(-studentQuantile(0.95, 7));
		expect(studentQuantile(0.75, 1)).toBeCloseTo(1, 14);
		expect(studentQuantile(0.75, 2)).toBeCloseTo(Math.sqrt(2 / 3), 14);
		expect(studentQuantile(0.95, 20_000)).toBeCloseTo(1.6449, 3);
	});

	it('is refused for half a degree of freedom or a probability of 1', () => {
		expect(() => studentQuantile(0.95, 0)).toThrow('student t: expected whole degrees of freedom got 0');
		expect(() => studentQuantile(0.95, 1.5)).toThrow('got 1.5');
		expect(() => studentQuantile(1, 3)).toThrow('student t: expected a probability between 0 and 1 got 1');
	});
});

describe('the rate of decline', () => {
	it('has slope, interval, halving and the fits that leave one out', () => {
		const found = decline(aider50);
		expect(found.n).toBe(5);
		expect(found.days).toBe(286);
		expect(found.total_factor).toBeCloseTo(83.333333, 6);
		expect(found.endpoint_factor_per_year).toBeCloseTo(282.744759, 5);
		expect(found.factor_per_year).toBeCloseTo(67.77883918, 7);
		expect(found.low).toBeCloseTo(0.281947, 6);
		expect(found.high).toBeCloseTo(16293.719103, 5);
		expect(found.r2).toBeCloseTo(0.521968, 6);
		expect(found.halving_days).toBeCloseTo(60.006, 3);
		expect(found.without_one_low).toBeCloseTo(15.73, 2);
		expect(found.without_one_high! / 1.595e6).toBeCloseTo(1, 3);
	});

	it('is that of the query in SQL', async () => {
		const connection = await connect();
		const [row] = await rowsOf<{ factor: number }>(
			connection,
			`with f(day, p) as (values ${aider50.map(({ day, price }) => `(${day}, ${price}::double)`).join(', ')})
			 select pow(10, -365 * regr_slope(log10(p), day)) as factor from f`,
		);
		connection.closeSync();
		expect(row!.factor / decline(aider50).factor_per_year!).toBeCloseTo(1, 10);
	});

	it('of one step, or of two, has no interval', () => {
		expect(decline(aider50.slice(0, 1))).toMatchObject({
			n: 1,
			days: 0,
			total_factor: 1,
			factor_per_year: null,
			endpoint_factor_per_year: null,
			halving_days: null,
		});
		const two = decline(aider50.slice(0, 2));
		expect(two.factor_per_year! / two.endpoint_factor_per_year!).toBeCloseTo(1, 10);
		expect(two.low).toBeNull();
		expect(decline([])).toMatchObject({ n: 0, total_factor: null, factor_per_year: null });
	});

	it('is the same in any currency and any order of rows', () => {
		const price = fc.integer({ min: 1, max: 100_000 }).map(cents => cents / 100);
		const made = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 2000 }), price }), {
			minLength: 4,
			maxLength: 9,
			selector: ({ day }) => day,
		});
		fc.assert(
			fc.property(made, fc.integer({ min: 1, max: 900 }), (rows, rate) => {
				const dollars = decline(rows);
				const other = decline([...rows].reverse().map(row => ({ ...row, price: (row.price * rate) / 100 })));
				for (const key of ['factor_per_year', 'low', 'high'] as const) {
					// a slope of noise on a day apart raises a factor beyond what a double can hold
					if (!(dollars[key]! > 1e-200 && dollars[key]! < 1e200)) continue;
					expect(Math.log(other[key]! / dollars[key]!) / (1 + Math.abs(Math.log(dollars[key]!)))).toBeCloseTo(0, 8);
				}
			}),
		);
	});

	it('refuses a price of 0 and a day that is no number', () => {
		expect(() => decline([{ day: 1, price: 0 }])).toThrow('decline: invalid price: 0');
		expect(() => decline([{ day: 1, price: NaN }])).toThrow('decline: invalid price: NaN');
		expect(() => decline([{ day: NaN, price: 1 }])).toThrow('decline: invalid day: NaN');
	});
});

describe('a rate is not stated', () => {
	const falling = (count: number, gap: number): Step[] =>
		Array.from({ length: count }, (_, place) => ({ day: place * gap, price: 10 ** -place }));

	it('of fewer than four steps, over fewer than 270 days, or with an interval wider than a factor of 100', () => {
		expect(unstated(decline(falling(4, 100)))).toBeNull();
		expect(unstated(decline(falling(3, 200)))).toBe('fewer than 4 frontier steps: 3');
		expect(unstated(decline(falling(4, 89)))).toBe('frontier spans fewer than 270 days: 267');
		expect(unstated(decline(falling(4, 90)))).toBeNull();
		expect(unstated(decline(aider50))).toBe('interval wider than a factor of 100: 6e+4');
		expect(unstated(decline([]))).toBe('fewer than 4 frontier steps: 0');
	});
});

const aider = referenceOf('aider_polyglot_prices_input.csv');
const aiderExpected = referenceOf('aider_decline_expected.csv');
const epoch = referenceOf('epoch_price_trends_input.csv');
const epochExpected = referenceOf('epoch_price_trends_expected.csv');

describe('the references', () => {
	it('of Aider are met to a millionth and none may be stated', () => {
		if (!aider || !aiderExpected) return expect(hasReference).toBe(false);
		for (const row of aiderExpected!) {
			const offers = aider.map(run => ({
				model: run.model!,
				day: dayNumber(run.date!),
				score: Number(run.score),
				price: Number(run[row.metric!] || 0),
			}));
			const found = decline(frontier(offers, Number(row.threshold)));
			const figures = {
				n: found.n,
				total_factor: found.total_factor,
				days: found.days,
				endpoint_factor_per_year: found.endpoint_factor_per_year,
				ols_factor_per_year: found.factor_per_year,
				ols_ci90_low: found.low,
				ols_ci90_high: found.high,
				r_squared: found.r2,
				halving_days: found.halving_days,
			};
			for (const [name, value] of Object.entries(figures)) {
				const printed = row[name]!;
				if (printed === '') expect(value, name).toBeNull();
				else expect(isPrinted(value!, printed, 1e-6), `${row.metric} ${row.threshold} ${name} ${value}`).toBe(true);
			}
			expect(unstated(found)).not.toBeNull();
		}
		expect(aiderExpected.length).toBe(8);
	});

	it('of Epoch are met to a billionth, and 11 of the 21 series may be stated', () => {
		if (!epoch || !epochExpected) return expect(hasReference).toBe(false);
		const keyOf = (row: Readonly<Record<string, string>>) =>
			`${row.bench}|${row.threshold_model}|${row.performance_range}`;
		const groups = new Map<string, Step[]>();
		for (const row of epoch!) {
			const step = { day: dayNumber(row['Release Date']!), price: Number(row['USD per 1M Tokens']) };
			groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), step]);
		}
		expect(groups.size).toBe(21);
		expect([...groups.values()].filter(group => unstated(decline(group)) === null).length).toBe(11);
		// methods.md 2.2: over all series the least rate, the median and the geometric mean
		const rates = [...groups.values()].map(group => decline(group).factor_per_year!).sort((x, y) => x - y);
		expect(rates[0]).toBeCloseTo(9.24, 2);
		expect(rates[10]).toBeCloseTo(46.2, 1);
		expect(Math.exp(rates.reduce((total, rate) => total + Math.log(rate), 0) / 21)).toBeCloseTo(63.6, 1);
		for (const row of epochExpected!) {
			const found = decline(groups.get(keyOf(row))!);
			const [low = NaN, high = NaN] = JSON.parse(row.price_reduction_factor_per_year_90_ci!) as number[];
			expect(found.n).toBe(Number(row.sample_size));
			expect(Math.abs(found.factor_per_year! / Number(row.price_reduction_factor_per_year) - 1)).toBeLessThan(1e-9);
			expect(Math.abs(found.low! / low - 1)).toBeLessThan(1e-9);
			expect(Math.abs(found.high! / high - 1)).toBeLessThan(1e-9);
		}
	});
});
