import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	arcElasticity,
	didOf,
	differenceInDifferences,
	logChange,
	logLogSlope,
	longestWindow,
	placeboShare,
	spendRatio,
	windowOf,
	type Point,
} from '../warehouse/methods/event-study.ts';
import { around, controlsOf, placebosOf, weekNumber, type Candidate } from '../warehouse/methods/event-window.ts';
import { responseTo } from '../warehouse/methods/response.ts';
import { hasReference, referenceOf } from './reference.ts';

// methods.md 6: MiniMax M2.5 in the weekly ten from label 2026-02-16 to 04-20 (billion tokens, input price), and its control
const minimax = [1440, 2570, 1630, 1870, 1750, 1300, 909, 848, 1100, 1050];
const price = [0.3, 0.3, 0.295, 0.295, 0.25, 0.2, 0.19, 0.118, 0.118, 0.118];
const control = [757, 745, 800, 832, 1040, 1140, 1240, 1190, 1270, 1280, 1280, 907];
const series = (quantities: readonly number[]): Point[] => quantities.map((quantity, period) => ({ period, quantity }));
/** The week of the cut from 0.19 to 0.118. */
const cut = 7;

describe('the elasticity of the method', () => {
	it('and the spend it makes are those of the worked examples', () => {
		expect(arcElasticity(0.19, 0.118, 100, 130)).toBeCloseTo(-0.550793, 6);
		expect(spendRatio(0.5, -1.11)).toBeCloseTo(1.079228, 6);
		expect(arcElasticity(1, 1, 100, 130)).toBeNull();
		expect(arcElasticity(1, 0, 100, 130)).toBeNull();
		expect(arcElasticity(1, 0.5, 0, 130)).toBeNull();
	});

	it('raises spend on a cut if and only if it is below -1', () => {
		const ratio = fc.double({ min: 0.05, max: 0.95, noNaN: true });
		const change = fc.double({ min: 0.1, max: 20, noNaN: true });
		fc.assert(
			fc.property(ratio, change, (cheaper, more) => {
				const elasticity = arcElasticity(1, cheaper, 1, more)!;
				expect(spendRatio(cheaper, elasticity)).toBeCloseTo(cheaper * more, 9);
				if (Math.abs(elasticity + 1) > 1e-9) expect(spendRatio(cheaper, elasticity) > 1).toBe(elasticity < -1);
			}),
			{ seed: 6 },
		);
	});

	it('of MiniMax over ten weeks has the wrong sign, as the method says', () => {
		const found = logLogSlope(minimax.map((quantity, period) => ({ period, quantity, price: price[period]! })))!;
		expect(found.slope).toBeCloseTo(0.692, 3);
		expect(found.se).toBeCloseTo(0.177, 3);
		expect(logLogSlope([{ period: 0, quantity: 1, price: 1 }])).toBeNull();
	});
});

describe('a difference in differences', () => {
	const ratio = 0.118 / 0.19;

	it('around the cut of MiniMax is +0.171 over two weeks a side', () => {
		expect(differenceInDifferences(series(minimax), [series(control)], cut, ratio, 2).elasticity).toBeCloseTo(0.171, 3);
	});

	it('over four weeks is refused, and says how many weeks there are', () => {
		expect(differenceInDifferences(series(minimax), [series(control)], cut, ratio, 4)).toEqual({
			log_change: null,
			elasticity: null,
			window_available: 2,
			reason: 'window of 4 is not whole: 2 a side are listed throughout',
		});
		expect(didOf(series(minimax), [series(control)], cut, 4)! / Math.log(ratio)).toBeCloseTo(0.963, 3);
	});

	it('is refused without a control and without a move of the price', () => {
		expect(differenceInDifferences(series(minimax), [], cut, ratio, 2).reason).toMatch(/^no control/);
		expect(differenceInDifferences(series(minimax), [series(control)], cut, 1, 2).reason).toBe(
			'the price did not move',
		);
	});

	it('is the reference where it is at hand', () => {
		const rows = referenceOf('openrouter_weekly_top10_input.csv');
		if (!rows) return expect(hasReference).toBe(false);
		const labels = [...new Set(rows.map(({ week_end }) => week_end!))].sort();
		const of = (slug: string) =>
			rows
				.filter(row => row.slug!.startsWith(slug))
				.map(row => ({
					period: labels.indexOf(row.week_end!),
					quantity: Number(row.total_tokens),
					price: Number(row.prompt_usd_per_mtok),
				}));
		expect(logLogSlope(of('minimax/minimax-m2.5'))!.slope).toBeCloseTo(0.692, 3);
		const at = labels.indexOf('2026-04-06');
		const found = differenceInDifferences(of('minimax/minimax-m2.5'), [of('deepseek/deepseek-v3.2')], at, ratio, 2);
		expect(found.elasticity).toBeCloseTo(0.171, 3);
	});
});

describe('the window of an event', () => {
	it('leaves the week of the event out, and is whole only where every week is listed', () => {
		const window = windowOf(series([1, 2, 3, 4, 5]), 2, 2);
		expect(window.pre.map(({ quantity }) => quantity)).toEqual([1, 2]);
		expect(window.post.map(({ quantity }) => quantity)).toEqual([4, 5]);
		expect(window.is_whole).toBe(true);
		expect(logChange(window)).toBeCloseTo(0.5 * Math.log((4 * 5) / 2), 12);
		expect(windowOf(series([1, 0, 3, 4, 5]), 2, 2).is_whole).toBe(false);
		expect(longestWindow([series([1, 2, 3, 4, 5]), series([0, 2, 3, 4])], 2, 4)).toBe(1);
	});

	it('has means, spend and elasticity, or a reason and none of them', () => {
		const cheaper = { before: 2, after: 0.5, ratio: 0.25 };
		expect(around(series([10e6, 10e6, 1, 30e6, 50e6]), 2, 2, cheaper, null)).toMatchObject({
			tokens_ratio: 4,
			arc_elasticity: -1,
			implied_usd_before: 20,
			implied_usd_after: 20,
			spend_ratio: 1,
			reason: null,
		});
		const short = around(series([10e6, 10e6, 1, 30e6]), 2, 2, cheaper, null);
		expect(short).toMatchObject({
			tokens_ratio: null,
			spend_ratio: null,
			window_available: 1,
			reason: 'listed in 2 weeks before and 1 after of 2',
		});
		expect(around(series([1, 1, 1]), 1, 1, cheaper, 'the day is known to 12 days only').reason).toMatch(/12 days/);
		expect(around(series([1, 1, 2]), 1, 1, { before: 1, after: 0.97, ratio: 0.97 }, null)).toMatchObject({
			arc_elasticity: null,
			tokens_ratio: 2,
		});
	});

	it('is held against the other weeks of the series that no event touches', () => {
		const flat = series([10, 10, 10, 10, 10, 10, 10, 80, 80, 80]);
		expect(placebosOf(flat, 6, 1, [])).toEqual({ placebos: 5, placebo_share: 0 });
		expect(placebosOf(flat, 6, 1, [1])).toEqual({ placebos: 3, placebo_share: 0 });
		expect(placeboShare(0.5, [0.1, -0.6, 0.5])).toBeCloseTo(2 / 3, 12);
		expect(placeboShare(0.5, [])).toBeNull();
	});

	it('has for controls models of the country and the price band that did not move and were always listed', () => {
		const one = (name: string, more: Partial<Candidate> = {}): Candidate => ({
			...{ name, country: 'CN', blend: 1, points: series([1, 1, 1, 1, 1]), moved: [], ...more },
		});
		const candidates = [
			one('treated'),
			one('like'),
			one('abroad', { country: 'US' }),
			one('dear', { blend: 2.1 }),
			one('moved', { moved: [3] }),
			one('late', { points: series([0, 0, 1, 1, 1]) }),
		];
		const found = controlsOf({ name: 'treated', country: 'CN', blend: 1 }, candidates, 2, 2);
		expect(found.map(({ name }) => name)).toEqual(['like']);
		expect(controlsOf({ name: 'treated', country: 'CN', blend: null }, candidates, 2, 2)).toEqual([]);
	});

	it('counts weeks from Monday to Monday', () => {
		expect(weekNumber('1970-01-05')).toBe(0);
		expect(weekNumber('2026-05-25') - weekNumber('2026-05-18')).toBe(1);
	});
});

describe('an answer to a cut', () => {
	const answer = (day: number, event = `e${day}`) => ({ event, model: 'm', lab: 'l', day });

	it('is the next cut of another, never one of the same day, beside how long any week waits', () => {
		expect(responseTo(10, [answer(40), answer(10), answer(17)], 0, 42)).toEqual({
			days: 7,
			answer: answer(17),
			watched_days: 7,
			placebos: 7,
			placebo_median_days: 7.5,
			placebo_share: 3 / 7,
		});
	});

	it('that never came is none, watched to the end of the record', () => {
		expect(responseTo(20, [answer(10)], 0, 42)).toMatchObject({
			days: null,
			answer: null,
			watched_days: 22,
			placebo_share: null,
		});
		expect(responseTo(20, [], 0, 42)).toMatchObject({ placebo_median_days: null, placebos: 7 });
	});
});
