import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packed, presets, pricesOn, type Spell } from '../site/calculator.ts';
import * as format from '../site/format.ts';
import { planText, type Plan } from '../site/plan.ts';
import { dollars, percent, times, whole } from '../site/script/dollars.ts';
import { answerOf, usdPerMtok, usdPerTask } from '../site/workload.ts';
import {
	hybridRoute,
	usdPerMtok as martUsdPerMtok,
	usdPerTask as martUsdPerTask,
} from '../warehouse/methods/workload.ts';

const sonnet = { input: 3, cache_read: 0.3, output: 15 };
const opus = { input: 5, cache_read: 0.5, output: 25 };
const minimax = { input: 0.3, cache_read: 0.03, output: 1.2 };
const flash = { input: 0.14, cache_read: 0.0028, output: 0.28 };
const chat = { tokens: 30_000, input_share: 0.8, cache_share: 0, retries: 0 };
const agent = (cache_share: number) => ({ tokens: 20_000_000, input_share: 0.98, cache_share, retries: 0 });

describe('the workload formula', () => {
	it('gives the worked examples of the methods page', () => {
		for (const [prices, costs] of [
			[sonnet, [0.162, 64.8, 27.756, 17.172]],
			[opus, [0.27, 108, 46.26, 28.62]],
			[minimax, [0.0144, 6.36, 2.6556, 1.5972]],
			[flash, [0.00504, 2.856, 0.973616, 0.435792]],
		] as const) {
			const works = [chat, agent(0), agent(0.7), agent(0.9)];
			for (const [index, work] of works.entries()) expect(usdPerTask(prices, work)).toBeCloseTo(costs[index] ?? 0, 6);
		}
	});

	it('asks a price ratio of 18 for 50 dollars in place of 900', () => {
		const six = answerOf({ from_usd: 900, to_usd: 50, premium: 6, cheap: 1 });
		expect(six).toEqual({ required_ratio: 18, ratio: 6, premium_share: null, all_cheap_usd: 150 });
		const exact = answerOf({ from_usd: 900, to_usd: 50, premium: 18, cheap: 1 });
		expect(exact.premium_share).toBeCloseTo(0, 12);
	});

	it('leaves 2.1 % of the tokens on Sonnet beside V4 Flash, and none beside MiniMax', () => {
		const mix = { input_share: 0.98, cache_share: 0.7 };
		const premium = usdPerMtok(sonnet, mix) ?? 0;
		expect(premium).toBeCloseTo(1.3878, 9);
		const day = { from_usd: 900, to_usd: 50, premium };
		const reached = answerOf({ ...day, cheap: usdPerMtok(flash, mix) ?? 0 });
		expect(reached.premium_share).toBeCloseTo(0.021222, 6);
		expect(reached.all_cheap_usd).toBeCloseTo(31.6, 1);
		const missed = answerOf({ ...day, cheap: usdPerMtok(minimax, mix) ?? 0 });
		expect(missed.premium_share).toBeNull();
		expect(missed.all_cheap_usd).toBeCloseTo(86.1, 1);
	});

	it('is the formula of the marts for any prices and any mix', () => {
		const price = fc.double({ min: 0.001, max: 500, noNaN: true });
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(
				price,
				fc.option(price),
				price,
				share,
				share,
				fc.nat(3),
				(input, cache_read, output, a, b, retries) => {
					const [prices, work] = [
						{ input, cache_read, output },
						{ tokens: 1000, input_share: a, cache_share: b, retries },
					];
					expect(usdPerMtok(prices, work)).toEqual(martUsdPerMtok(prices, work));
					expect(usdPerTask(prices, work)).toEqual(martUsdPerTask(prices, work, retries));
				},
			),
		);
		fc.assert(
			fc.property(price, price, price, price, (budget_usd, target_usd, premium, cheap) => {
				fc.pre(Math.abs(premium / cheap - 1) > 1e-6);
				const mine = answerOf({ from_usd: budget_usd, to_usd: target_usd, premium, cheap });
				const route = hybridRoute({ budget_usd, target_usd, premium, cheap });
				expect(mine.required_ratio).toBeCloseTo(1 / route.required_ratio, 6);
				if (mine.premium_share !== null) expect(mine.premium_share).toBeCloseTo(route.premium_share ?? -1, 6);
				else if (premium > cheap)
					expect(route.premium_share === null || route.premium_share < 1e-9 || route.premium_share > 1 - 1e-9).toBe(
						true,
					);
			}),
		);
	});

	it('has no cost for a cached share without a cache price', () => {
		expect(usdPerTask({ ...flash, cache_read: null }, agent(0.7))).toBeNull();
		expect(usdPerTask({ ...flash, cache_read: null }, agent(0))).toBeCloseTo(2.856, 6);
	});
});

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
		for (const value of [0, 0.021222, 0.1, 0.9995, 1]) expect(percent(value)).toBe(format.share(value));
		for (const value of [1, 20, 1000, 1234567]) expect(whole(value)).toBe(format.count(value));
	});

	const say = (key: string, values: Readonly<Record<string, string>>) => `${key} ${Object.values(values).join(' ')}`;
	const speaker = { say, dollars, percent, whole, times: (ratio: number) => times(ratio, '×') };
	const plan: Plan = { work: agent(0.7), tasks: 20, premium_share: 0.1, target_usd: 50 };

	it('always names the price ratio that the answer needs', () => {
		for (const cheap of [minimax, flash]) {
			const text = planText(plan, { title: 'Opus', prices: opus }, { title: 'Cheap', prices: cheap }, speaker);
			expect(text.find(sentence => sentence.startsWith('ratio'))).toMatch(/^ratio \$50\.00 18\.5× /);
			expect(text).toHaveLength(4);
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
		expect(rich.at(-1)).toBe('enough $5,000.00 Opus');
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
