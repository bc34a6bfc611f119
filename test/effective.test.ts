import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { blendOf, effectiveOf, sharesOf } from '../warehouse/methods/effective.ts';
import { usdPerMtok, type Prices } from '../warehouse/methods/workload.ts';
import { ask, price, type Made } from './made.ts';
import { published } from './publication.ts';

const at = (input: number, cache_read: number | null, output: number): Prices => ({ input, cache_read, output });
const within = (found: number | null | undefined, expected: number, tolerance: number): void =>
	expect(Math.abs((found ?? NaN) - expected), `${found} against ${expected}`).toBeLessThanOrEqual(tolerance);

describe('a blend', () => {
	it('of three parts and of one part is what is worked out, and what Epoch publishes', () => {
		const cases: [input: number, output: number, parts: number, expected: number][] = [
			[3, 15, 3, 6],
			[3, 15, 1, 9],
			[15, 60, 3, 26.25],
			[0.55, 2.19, 3, 0.96],
			[1.1, 4.4, 3, 1.925],
			[0.27, 1.1, 3, 0.4775],
		];
		for (const [input, output, parts, expected] of cases) within(blendOf({ input, output }, parts), expected, 1e-6);
	});
});

describe('an effective price', () => {
	it('bills cached tokens once', () => {
		within(effectiveOf(at(3, 0.3, 15), { prompt: 95e6, cached: 55e6, completion: 5e6 }), 2.115, 1e-6);
	});

	it('of a headline of -99 % fell by 84 and by 92 %, as the table of MiMo-V2.5-Pro has it', () => {
		const mix = { tokens: 1, input_share: 0.98, cache_share: 0.93 };
		const cost = (prices: Prices) => usdPerMtok(prices, mix) ?? NaN;
		const change = (before: number, after: number) => 100 * (after / before - 1);
		const [base, long, cut] = [at(1, 0.2, 3), at(2, 0.4, 6), at(0.435, 0.0036, 0.87)];
		within(cost(base), 0.31088, 1e-6);
		within(cost(long), 0.62176, 1e-6);
		within(cost(cut), 0.050522, 1e-6);
		within(change(cost(base), cost(cut)), -83.7487, 1e-4);
		within(change(cost(long), cost(cut)), -91.8744, 1e-4);
		within(blendOf(base), 1.5, 1e-6);
		within(blendOf(cut), 0.54375, 1e-6);
		within(change(blendOf(base), blendOf(cut)), -63.75, 1e-4);
		const [baseYuan, longYuan, cutYuan] = [at(7, 1.4, 21), at(14, 2.8, 42), at(3, 0.025, 6)];
		within(cost(baseYuan), 2.17616, 1e-6);
		within(cost(longYuan), 4.35232, 1e-6);
		within(cost(cutYuan), 0.348585, 1e-6);
		within(change(cost(baseYuan), cost(cutYuan)), -83.98, 0.005);
		within(change(cost(longYuan), cost(cutYuan)), -91.99, 0.005);
		within(blendOf(baseYuan), 10.5, 1e-6);
		within(change(blendOf(baseYuan), blendOf(cutYuan)), -64.29, 0.005);
	});

	it('lies between the cheapest and the dearest of its prices, and the mix of a week is the week’s spend', () => {
		const amount = fc.double({ min: 0.001, max: 100, noNaN: true });
		const tokens = fc.integer({ min: 0, max: 1e12 });
		fc.assert(
			fc.property(amount, amount, amount, tokens, tokens, fc.double({ min: 0, max: 1, noNaN: true }), (...made) => {
				const [input, cache_read, output, prompt, completion, hit] = made;
				const cached = Math.floor(prompt * hit);
				const effective = effectiveOf(at(input, cache_read, output), { prompt, cached, completion });
				if (prompt + completion === 0) return expect(effective).toBeNull();
				const spend = (prompt - cached) * input + cached * cache_read + completion * output;
				within((effective ?? NaN) / (spend / (prompt + completion)), 1, 1e-9);
				within(effective, Math.max(input, cache_read, output) / 2, Math.max(input, cache_read, output) / 2 + 1e-9);
			}),
			{ seed: 7 },
		);
	});

	it('has no value without counts, with more cached than prompted, or with a cached share that has no price', () => {
		expect(sharesOf({ prompt: 0, cached: 0, completion: 0 })).toBeNull();
		expect(sharesOf({ prompt: 5, cached: 6, completion: 1 })).toBeNull();
		expect(effectiveOf(at(1, null, 2), { prompt: 5, cached: 1, completion: 1 })).toBeNull();
		within(effectiveOf(at(1, null, 2), { prompt: 5, cached: 0, completion: 5 }), 1.5, 1e-12);
	});
});

describe('the effective price of a week', () => {
	const mix = (slug: string, counts: string, prices: string, free = 'false') =>
		`2025-11-10,${slug},1000000,${counts},${prices},${free},2026-02-09,test`;
	const sonnet = '513178291995,10027144740,0,328732724874';
	const sql = `select slug, series, effective_usd_per_mtok as effective, blend_3to1_usd_per_mtok as blend, is_imputed, reason
		from mart_effective_price__model_week order by slug, series`;
	const listed = (...rows: ReturnType<typeof price>[]): Made['looks'] => [
		{ source: 'sheet', on: '2025-10-01', rows },
		{ source: 'sheet', on: '2025-12-01', rows },
	];

	it('of Claude Sonnet 4.5 is what is worked out; billed twice, as the source does, its spend is 123 % above', async () => {
		const made = { looks: [], seeds: { usage_mix: [mix('acme/acme-1', sonnet, '3,15,0.3')] } };
		const [row] = await ask<{ effective: number; blend: number }>(made, sql);
		within(row?.effective, 1.533554, 1e-6);
		expect(row?.blend).toBe(6);
		const [spend] = await ask<{ usd: number; prompt: number; cached: number; completion: number }>(
			made,
			`select usd_spend as usd, prompt_tokens::double as prompt, cached_tokens::double as cached,
			 completion_tokens::double as completion from int_spend__model_week`,
		);
		within(spend?.usd, 802363.69, 0.01);
		const { usd = NaN, prompt = NaN, cached = NaN, completion = NaN } = spend ?? {};
		const twice = (prompt * 3 + completion * 15 + cached * 0.3) / 1e6;
		within(twice, 1788561.86, 0.01);
		within(100 * (twice / usd - 1), 122.9, 0.05);
	});

	it('stands at the router’s headline and at the lab’s list of that Monday, side by side', async () => {
		const looks = listed(
			price('acme', 'acme-1', 'input', '4'),
			price('acme', 'acme-1', 'output', '20'),
			price('acme', 'acme-1', 'cache_read', '0.4'),
		);
		const usage_mix = [mix('acme/acme-1', '95000000,5000000,0,55000000', '3,15,0.3')];
		expect(await ask({ looks, seeds: { usage_mix } }, sql)).toEqual([
			{ slug: 'acme/acme-1', series: 'headline', effective: 2.115, blend: 6, is_imputed: false, reason: null },
			{
				slug: 'acme/acme-1',
				series: 'list',
				effective: expect.closeTo(2.82, 9),
				blend: 8,
				is_imputed: false,
				reason: null,
			},
		]);
	});

	it('says why it is missing: no counts, free, no list, no cache price', async () => {
		const usage_mix = [
			mix('acme/acme-1', '0,0,0,0', '3,15,0.3'),
			mix('acme/acme-2:free', '10,10,0,0', '3,15,0.3', 'true'),
			mix('acme/acme-3', '10,10,0,5', '3,15,'),
		];
		const looks = listed(price('acme', 'acme-3', 'input', '3'), price('acme', 'acme-3', 'output', '15'));
		const rows = await ask<{ slug: string; series: string }>({ looks, seeds: { usage_mix } }, sql);
		const short = rows.map(({ slug, series, ...row }) => [`${slug} ${series}`, row]);
		expect(Object.fromEntries(short)).toEqual({
			'acme/acme-1 headline': { effective: null, blend: 6, is_imputed: false, reason: 'no token counts' },
			'acme/acme-1 list': {
				effective: null,
				blend: null,
				is_imputed: false,
				reason: 'no list price in dollars on that Monday',
			},
			'acme/acme-2:free headline': { effective: 0, blend: null, is_imputed: false, reason: null },
			'acme/acme-2:free list': { effective: null, blend: null, is_imputed: false, reason: 'free on the router' },
			'acme/acme-3 headline': { effective: 9, blend: 6, is_imputed: true, reason: null },
			'acme/acme-3 list': { effective: null, blend: 6, is_imputed: false, reason: 'no cache price is published' },
		});
	});

	it('at the headline is the formula at the prices that the spend took, in every published week', async () => {
		const connection = await connect(published(), { readonly: true });
		const rows = await rowsOf<
			Record<'prompt' | 'completion' | 'cached' | 'input' | 'cache_read' | 'output' | 'effective', number>
		>(
			connection,
			`select prompt_tokens::double as prompt, completion_tokens::double as completion, cached_tokens::double as cached,
			 input_usd_per_mtok::double as input, cache_read_usd_per_mtok::double as cache_read, output_usd_per_mtok::double as output,
			 effective_usd_per_mtok as effective
			 from mart_effective_price__model_week where series = 'headline' and not is_free and effective_usd_per_mtok is not null`,
		);
		connection.closeSync();
		expect(rows.length).toBeGreaterThan(150);
		for (const { effective, ...row } of rows) within(effective / (effectiveOf(row, row) ?? NaN), 1, 1e-9);
	});
});
