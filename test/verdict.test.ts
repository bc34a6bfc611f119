import { describe, expect, it } from 'vitest';
import { ruleOf } from '../warehouse/methods/tolerance.ts';
import { short, verdict, verdicts, type Claimed, type Reading } from '../warehouse/methods/verdict.ts';
import { slipsOf } from './chinese.ts';

const claim = (more: Partial<Claimed> = {}): Claimed => ({
	status_class: 'testable',
	number: '99',
	tolerance: '0.5 points',
	due: null,
	reason: null,
	...more,
});
const read = (...values: (number | null)[]): Reading[] =>
	values.map((measured, at) => ({
		reading: `r${at + 1}`,
		measured,
		reason: measured === null ? 'no such row' : null,
	}));
const judge = (more: Partial<Claimed>, ...values: (number | null)[]) =>
	verdict(claim(more), read(...values), '2026-11-22');

describe('a tolerance', () => {
	it.each([
		['0.5 points', '99', [98.5, 99.5], [98.49, 99.51]],
		['10%', '7', [6.3, 7.7], [6.29, 7.71]],
		['10%', '2..3', [1.8, 3.3], [1.79, 3.31]],
		['range', '2..3', [2, 2.5, 3], [1.999, 3.001]],
		['exact', '15', [15, 0.15 * 100], [14.999, 15.001]],
		['exact', '0.3', [0.1 + 0.2], [0.300001]],
		['order', '10..99', [3.17, 313], [3.16, 314]],
		['> 0', null, [0.001], [0, -1]],
		['>= 10', '10', [10, 11], [9.999]],
		['< 0.01', '0.01', [0.0028, 0], [0.01, 0.011]],
		['<= 128', '128', [128, 99], [128.1]],
		['< -2.5', null, [-3], [-2.5]],
		['lower bound', '100', [100, 101], [99.9]],
		['describe > 0', null, [1], [0]],
		['describe 10%', '900', [888.2], [700]],
	])('of %s around %s holds at its edges and not past them', (tolerance, number, inside, outside) => {
		const rule = ruleOf(tolerance, number);
		expect(inside.map(rule.holds)).toEqual(inside.map(() => true));
		expect(outside.map(rule.holds)).toEqual(outside.map(() => false));
	});

	it('that nobody knows is refused, and so is one without the number it needs', () => {
		expect(() => ruleOf('roughly', '5')).toThrow('verdict: unknown tolerance: roughly');
		expect(() => ruleOf('> much', '5')).toThrow('verdict: unknown tolerance: > much');
		expect(() => ruleOf('exact', null)).toThrow('verdict: expected a number for exact: null');
		expect(() => ruleOf('10%', 'ten')).toThrow('verdict: expected a number for 10%: ten');
	});
});

describe('a verdict', () => {
	it('is supported, contradicted or partly as all, none or some of the readings hold', () => {
		expect(judge({}, 99.1)).toMatchObject({ verdict: 'supported', reason: 'r1 99.1: within 0.5 of 99' });
		expect(judge({}, 65, 86)).toMatchObject({ verdict: 'contradicted', reason: 'r1 65, r2 86: not within 0.5 of 99' });
		expect(judge({}, 65, 99.1)).toMatchObject({
			verdict: 'partly',
			reason: 'r2 99.1: within 0.5 of 99; r1 65: not within 0.5 of 99',
		});
	});

	it('of a reading without a value is never more than partly, and says so', () => {
		expect(judge({}, 99.1, null)).toMatchObject({
			verdict: 'partly',
			reason: 'r1 99.1: within 0.5 of 99; 1 of 2 readings have no value',
		});
		expect(judge({}, 65, null).verdict).toBe('contradicted');
	});

	it('without any value is open where it can be tested and unverifiable where it cannot', () => {
		expect(judge({}, null)).toMatchObject({ verdict: 'open', reason: 'no such row' });
		expect(judge({ status_class: 'arithmetic' }, null).verdict).toBe('unverifiable');
		expect(judge({ status_class: 'context' }, null)).toMatchObject({ verdict: 'unverifiable', reason: 'no such row' });
		expect(judge({ status_class: 'context', tolerance: null, reason: 'press only' })).toMatchObject({
			verdict: 'unverifiable',
			reason: 'press only',
		});
		expect(judge({ tolerance: null, reason: 'no licensed source' }).verdict).toBe('open');
		expect(judge({ tolerance: null }).reason).not.toBe('');
	});

	it('of a prediction waits for its day and is then given', () => {
		const prediction = claim({ status_class: 'prediction', number: '0.01', tolerance: '< 0.01', due: '2026-12-31' });
		const on = (day: string, value: number | null) => verdict(prediction, read(value), day);
		expect(on('2026-12-30', 0.0028)).toMatchObject({ verdict: 'open', reason: 'not due before 2026-12-31' });
		expect(on('2026-12-31', 0.0028).verdict).toBe('supported');
		expect(on('2027-01-01', 0.01).verdict).toBe('contradicted');
		expect(on('2027-01-01', null)).toMatchObject({ verdict: 'open', reason: 'no such row' });
		const dayless = { status_class: 'prediction', tolerance: null, reason: 'no day' } as const;
		expect(judge(dayless)).toMatchObject({ verdict: 'unverifiable', reason: 'no day' });
	});

	it('of a lower bound supports or stays silent, and never contradicts', () => {
		const bound = { number: '100', tolerance: 'lower bound' };
		expect(judge(bound, 120).verdict).toBe('supported');
		expect(judge(bound, 20.13)).toMatchObject({
			verdict: 'unverifiable',
			reason: 'what is seen bounds it from below only: r1 20.13 of 100',
		});
	});

	it('of a description is at most partly', () => {
		expect(judge({ number: null, tolerance: 'describe > 0' }, 4, 5)).toMatchObject({
			verdict: 'partly',
			reason: 'r1 4, r2 5: > 0; described and not decided',
		});
		expect(judge({ number: null, tolerance: 'describe > 0' }, -4).verdict).toBe('contradicted');
	});

	it('of arithmetic says that its inputs are not tested', () => {
		const { verdict: word, reason } = judge({ status_class: 'arithmetic', number: '667', tolerance: '1%' }, 2e7 / 3e4);
		expect(word).toBe('supported');
		expect(reason).toBe('arithmetic only: the inputs are not tested; r1 666.7: within 1% of 667');
	});

	it('names four readings and counts the rest', () => {
		expect(judge({}, 1, 2, 3, 4, 5, 6).reason).toBe('r1 1, r2 2, r3 3, r4 4 and 2 more: not within 0.5 of 99');
	});

	it('is said in Chinese with the same numbers, in the unit of the page', () => {
		const zh = (more: Partial<Claimed>, ...values: (number | null)[]): string => {
			const said = verdict(
				claim({ ...more }),
				read(...values).map(one => ({ ...one, reading_zh: `读法${one.reading.slice(1)}`, reason_zh: '没有相应数据' })),
				'2026-11-22',
			).reason_zh;
			expect(slipsOf(said)).toEqual([]);
			return said;
		};
		expect(zh({}, 65, 99.1, null)).toBe(
			'读法2为99.1：与99相差不超过0.5；读法1为65：与99相差超过0.5；3种读法中1种没有数值',
		);
		expect(zh({}, 1, 2, 3, 4, 5, 6)).toBe('读法1为1、读法2为2、读法3为3、读法4为4，另有2项：与99相差超过0.5');
		expect(zh({ status_class: 'arithmetic', tolerance: '1%', number: '667' }, 666.7)).toBe(
			'仅核对算术，输入未经检验；读法1为666.7：与667相差不超过1%',
		);
		expect(zh({ tolerance: 'order', number: '10..99', unit: 'billion USD' }, 142)).toBe(
			'读法1为1420：与100至990同一数量级',
		);
		expect(zh({ tolerance: '10%', number: '110', unit: 'billion USD' }, 122)).toBe('读法1为1220：与1100相差超过10%');
		expect(zh({ tolerance: 'describe > 0', number: null }, 4)).toBe('读法1为4：大于0；仅属描述，不作定论');
		expect(zh({}, null)).toBe('没有相应数据');
		expect(zh({ tolerance: 'lower bound', number: '100' }, 20)).toBe('所见数据只能给出下限：读法1为20，所称为100');
	});

	it('is one of five words', () => {
		expect(verdicts).toEqual(['supported', 'partly', 'contradicted', 'unverifiable', 'open']);
		expect([0.0028, 12.5, 1234567, -0.66666].map(short)).toEqual(['0.0028', '12.5', '1234567', '-0.6667']);
	});
});
