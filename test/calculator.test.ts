import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, presets, pricesOn, type Spell } from '../site/calculator.ts';
import * as format from '../site/format.ts';
import { planText, type Plan } from '../site/plan.ts';
import { dollars, percent, times, whole } from '../site/script/dollars.ts';

const opus = { input: 5, cache_read: 0.5, output: 25 };
const minimax = { input: 0.3, cache_read: 0.03, output: 1.2 };
const flash = { input: 0.14, cache_read: 0.0028, output: 0.28 };
const agent = (cache_share: number) => ({ tokens: 20_000_000, input_share: 0.98, cache_share });

describe('the calculator', () => {
	it('prints numbers as the pages do', () => {
		const [en, zh] = [{ lang: 'en' }, { lang: 'zh' }] as const;
		for (const usd of [
			0, 0.00504, 0.0505, 0.1375, 0.9999, 1, 1.525, 2.856, 9.996, 10.005, 26.25, 46.26, 1234.5, 925200,
		])
			expect(dollars(usd), String(usd)).toBe(format.computedUsd(usd));
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e9 }), cents => dollars(cents / 1e4) === format.computedUsd(cents / 1e4)),
		);
		for (const value of [1, 2.05, 18, 99.96, 110.4, 1500]) {
			expect(times(value, '×')).toBe(format.ratio(value, en));
			expect(times(value, '倍')).toBe(format.ratio(value, zh));
		}
		for (const value of [0, 0.021222, 0.1, 0.9995, 1, -0.05]) expect(percent(value)).toBe(format.share(value));
		for (const value of [1, 20, 1000, 1234567]) expect(whole(value)).toBe(format.count(value));
	});

	const say = (key: string, values: Readonly<Record<string, string>>) => `${key} ${Object.values(values).join(' ')}`;
	const speaker = { say, dollars, percent, whole, times: (ratio: number) => times(ratio, '×') };
	const plan: Plan = {
		...{ work: agent(0.7), retries: 0, tasks: 20, premium_share: 0.1, target_usd: 50 },
		...{ budget_usd: 1000, weekly_growth: 0 },
	};

	it('always names the price ratio that the answer needs', () => {
		for (const cheap of [minimax, flash]) {
			const text = planText(plan, { title: 'Opus', prices: opus }, { title: 'Cheap', prices: cheap }, speaker);
			expect(text.find(sentence => sentence.startsWith('ratio'))).toMatch(/^ratio \$50\.00 18\.5× /);
			expect(text).toHaveLength(5);
		}
		const [, , , reached] = planText(plan, { title: 'Opus', prices: opus }, { title: 'Flash', prices: flash }, speaker);
		expect(reached).toMatch(/^reached \$50\.00 Opus \d\.\d%$/);
		const [, , , missed] = planText(
			plan,
			{ title: 'Opus', prices: opus },
			{ title: 'MiniMax', prices: minimax },
			speaker,
		);
		expect(missed).toBe('missed $50.00 MiniMax $53.11');
		const rich = planText(
			{ ...plan, target_usd: 5000 },
			{ title: 'Opus', prices: opus },
			{ title: 'Flash', prices: flash },
			speaker,
		);
		expect(rich.at(-2)).toBe('enough $5,000.00 Opus');
	});

	it('says on which day a budget is used up, or that it outlasts a century', () => {
		const last = (change: Partial<Plan>) =>
			planText({ ...plan, ...change }, { title: 'Opus', prices: opus }, { title: 'Flash', prices: flash }, speaker).at(
				-1,
			);
		expect(last({})).toBe('burn $1,000.00 0.0% 10');
		expect(last({ weekly_growth: 0.5 })).toBe('burn $1,000.00 50.0% 8');
		expect(last({ weekly_growth: -0.9 })).toBe('lasting $1,000.00 −90.0%');
	});

	it('says which price is not known, and computes nothing from it', () => {
		const none = { title: 'None', prices: null };
		const bare = { title: 'Bare', prices: { ...flash, cache_read: null } };
		expect(planText(plan, none, bare, speaker)).toEqual(['unpriced None']);
		expect(planText(plan, { title: 'Opus', prices: opus }, bare, speaker)).toEqual(['uncached Bare']);
	});

	it('takes the list price of the day, none before the first, none after the last seen', () => {
		const spell = (
			from_day: string,
			to_day: string | null,
			input: string,
			cache: string | null,
			last_seen_on = '2026-11-10',
		): Spell => ({
			...{ model: 'a/b', title: null, from_day, to_day, last_seen_on },
			...{ input_usd_per_mtok: input, cache_read_usd_per_mtok: cache, output_usd_per_mtok: '15.0000000000' },
		});
		const spells = [spell('2025-09-30', '2026-02-01', '3.0000000000', null), spell('2026-02-01', null, '2.5', '0.25')];
		const text = packed({ model: 'a/b', title: 'B', spells }, '2026-11-10');
		expect(pricesOn(text, '2025-09-29')).toBeNull();
		expect(pricesOn(text, '2026-01-31')).toEqual({ input: 3, cache_read: null, output: 15 });
		expect(pricesOn(text, '2026-02-01')).toEqual({ input: 2.5, cache_read: 0.25, output: 15 });
		const gone = packed(
			{ model: 'a/b', title: 'B', spells: [spell('2025-09-30', null, '3', null, '2026-01-01')] },
			'2026-11-10',
		);
		expect(pricesOn(gone, '2026-02-01')).toBeNull();
		expect(pricesOn('', '2026-02-01')).toBeNull();
	});

	it('has the presets of the methods page', () => {
		expect(presets.map(({ tokens, input, cache }) => [tokens, input, cache])).toEqual([
			[30_000, 80, 0],
			[20_000_000, 98, 0],
			[20_000_000, 98, 70],
			[20_000_000, 98, 90],
		]);
	});
});
