import { describe, expect, it } from 'vitest';
import { consensusOf, recencyWeight, robustZ, spreadOf, type Word } from '../warehouse/methods/consensus.ts';

describe('the arithmetic of a disagreement', () => {
	it('is that of the worked example', () => {
		const { median, log_mad, deviations, disagreement } = spreadOf([0.435, 0.435, 0.44, 3]);
		expect(median).toBeCloseTo(0.4375, 6);
		expect(log_mad).toBeCloseTo(0.005731, 6);
		expect(Math.max(...deviations.map(Math.abs))).toBeCloseTo(1.925291, 6);
		expect(disagreement).toBeCloseTo(6.896552, 6);
		expect(robustZ(deviations[3]!, log_mad)).toBeCloseTo(1.925291 / (1.4826 * 0.005731), 1);
	});

	it('has no robust z where most prices are one, and a weight that halves in 30 days', () => {
		expect(robustZ(1, 0)).toBeNull();
		expect([0, 30, 60].map(recencyWeight)).toEqual([1, 0.5, 0.25]);
	});
});

describe('the consensus', () => {
	const word = (source: string, price: number, more: Partial<Word> = {}): Word => ({
		source,
		price,
		is_lab: false,
		age_days: 0,
		is_late: false,
		...more,
	});
	it.each<[string, Word[], object]>([
		['one word', [word('a', 2)], { price: 2, basis: 'single' }],
		[
			'the page of the lab, seen a week ago',
			[word('a', 2), word('b', 2), word('lab', 3, { is_lab: true, age_days: 7 })],
			{ price: 3, basis: 'lab' },
		],
		[
			'two against a stale page of the lab',
			[word('a', 2), word('b', 2), word('lab', 3, { is_lab: true, age_days: 8 })],
			{ price: 2, basis: 'majority' },
		],
		[
			'two within one per cent against one',
			[word('a', 1), word('b', 1.009), word('c', 4)],
			{ price: 1, basis: 'majority' },
		],
		['one source twice is no majority', [word('a', 1), word('a', 1), word('c', 4)], { price: 1, basis: 'median' }],
		['two against two', [word('a', 1), word('b', 1), word('c', 4), word('d', 4)], { price: 2.5, basis: 'median' }],
		[
			'what is left when the late are set aside',
			[word('a', 1), word('b', 4, { is_late: true })],
			{ price: 1, basis: 'late' },
		],
		['one against one', [word('a', 1), word('b', 4)], { price: 2.5, basis: 'median' }],
	])('of %s', (_, words, expected) => {
		expect(consensusOf(words)).toEqual(expected);
	});
});
