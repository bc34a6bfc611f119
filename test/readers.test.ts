import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rowsOf } from '../scrapers/entries.ts';
import { ShapeError } from '../scrapers/error.ts';
import { periodsOf } from '../scrapers/genai-periods.ts';
import { arrayLiteralOf, literalOf } from '../scrapers/literal.ts';
import { bandsOf } from '../scrapers/price.ts';
import { source as genaiPrices } from '../scrapers/prices/genai-prices.ts';
import { source as npmGenaiPrices } from '../scrapers/prices/npm-genai-prices.ts';
import { source as openrouterModels } from '../scrapers/prices/openrouter-models.ts';
import { PriceRow, type PriceInput, type Source } from '../scrapers/source.ts';
import { source as rankings } from '../scrapers/usage/openrouter-rankings-daily.ts';
import { source as vercel } from '../scrapers/usage/vercel-ai-gateway.ts';

const genai: Source = genaiPrices;
const openrouter: Source = openrouterModels;
const pinned: Source = npmGenaiPrices;

const bodyOf = (value: unknown, url = 'made:up') => ({
	url,
	bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
	media_type: 'application/json',
});
const pricesOf = (rows: { record: string }[]): PriceRow[] =>
	rows.filter((row): row is PriceInput => row.record === 'price').map(row => PriceRow.parse(row));

describe('a module literal', () => {
	it('is found by its own name and by the name it is exported under', () => {
		const code = 'const E = { a: -1, "b c": [`x`, null, !0, !1], 3: 1e-7 }; export { E as MODELS };';
		const value = { a: -1, 'b c': ['x', null, true, false], 3: 1e-7 };
		expect(literalOf('made-up', code, 'MODELS')).toEqual(value);
		expect(literalOf('made-up', code, 'E')).toEqual(value);
		expect(literalOf('made-up', 'export const MODELS = [1]', 'MODELS')).toEqual([1]);
		expect(literalOf('made-up', 'export default { a: 1 }', 'default')).toEqual({ a: 1 });
	});

	it.each([
		['a call', 'const M = f()'],
		['a name', 'const M = { a: b }'],
		['a shorthand name', 'const M = { b }'],
		['a computed key', 'const M = { [a]: 1 }'],
		['a method', 'const M = { a() {} }'],
		['a getter', 'const M = { get a() { return 1 } }'],
		['a spread', 'const M = { ...x }'],
		['a spread in a list', 'const M = [...x]'],
		['a prototype', 'const M = { __proto__: { a: 1 } }'],
		['a quoted prototype', 'const M = { "__proto__": { a: 1 } }'],
		['a template with an expression', 'const M = `${x}`'],
		['a regular expression', 'const M = /a/'],
		['a big integer', 'const M = 1n'],
		['a hole', 'const M = [, 1]'],
		['a sum', 'const M = 1 + 1'],
		['nothing of the name', 'const N = 1'],
		['no module', 'const M = {'],
		['a page', '<html></html>'],
		['nests past the stack', `const M = ${'['.repeat(100_000)}`],
	])('is refused when it holds or is %s', (_, code) => {
		expect(() => literalOf('made-up', code, 'M')).toThrow(ShapeError);
	});

	it('is found by its shape where the minifier took its name', () => {
		const code = 'const a = [f()], b = [1, 2], c = [{ id: "x" }];';
		const isNamed = (value: unknown[]) => value.every(entry => typeof entry === 'object');
		expect(arrayLiteralOf('made-up', code, 'named things', isNamed)).toEqual([{ id: 'x' }]);
		expect(() => arrayLiteralOf('made-up', 'const b = [1]', 'named things', isNamed)).toThrow(
			'made-up: missing array literal: named things',
		);
	});
});

describe('the entries of a sheet', () => {
	const shape = z.object({ amount: z.number() });
	const places = (bad: number, good: number) =>
		Array.from({ length: bad + good }, (_, i) => ({ where: `${i}`, entry: i < bad ? {} : { amount: i } }));

	it('are left out one by one and told of', () => {
		const told: string[] = [];
		const rows = rowsOf('made-up', shape, places(1, 19), ({ amount }) => [amount], told.push.bind(told));
		expect(rows).toHaveLength(19);
		expect(told).toEqual([expect.stringMatching(/^made-up: unexpected shape at 0\.amount: /)]);
	});

	it('are refused together when more than a tenth do not fit', () => {
		expect(() => rowsOf('made-up', shape, places(3, 20), ({ amount }) => [amount])).toThrow(
			/^made-up: unexpected shape at 0\.amount: /,
		);
	});
});

describe('a context band', () => {
	it('ends where the next begins, whatever their order', () => {
		const steps = [
			{ from: 256_000, amount: '3', field: 'c' },
			{ from: 0, amount: '1', field: 'a' },
			{ from: 128_000, amount: 2, field: 'b' },
		];
		expect(bandsOf(steps)).toEqual([
			{ field: 'a', amount: '1', min_input_tokens: 0, max_input_tokens: 128_000 },
			{ field: 'b', amount: '2', min_input_tokens: 128_000, max_input_tokens: 256_000 },
			{ field: 'c', amount: '3', min_input_tokens: 256_000, max_input_tokens: null },
		]);
	});

	it('that states no price leaves its tokens unpriced', () => {
		const steps = [
			{ from: 0, amount: 1, field: 'a' },
			{ from: 200_001, amount: undefined, field: 'b' },
		];
		expect(bandsOf(steps)).toEqual([{ field: 'a', amount: '1', min_input_tokens: 0, max_input_tokens: 200_001 }]);
	});
});

describe('a sheet of OpenRouter', () => {
	const model = (id: string, pricing: object) => ({ id, name: id, context_length: 1, pricing });
	const filler = { image: '0', request: '0', web_search: '0', internal_reasoning: '0' };
	const statuses = (models: object[]) =>
		pricesOf(openrouter.read(bodyOf({ data: models }))).map(row => `${row.model} ${row.meter} ${row.status}`);

	it('of the old form holds "0" for meters that a model does not have', () => {
		const old = [
			model('acme/paid', { prompt: '0.000001', completion: '0.000002', ...filler }),
			model('acme/gift:free', { prompt: '0', completion: '0', ...filler }),
		];
		expect(statuses(old)).toEqual([
			'acme/paid input listed',
			'acme/paid output listed',
			'acme/paid reasoning unknown',
			'acme/paid image unknown',
			'acme/paid request unknown',
			'acme/paid search unknown',
			'acme/gift:free input free',
			'acme/gift:free output free',
			'acme/gift:free reasoning unknown',
			'acme/gift:free input_image unknown',
			'acme/gift:free request unknown',
			'acme/gift:free search unknown',
		]);
	});

	it('reads the same in every envelope it has been stored in', () => {
		const data = [model('acme/paid', { prompt: '0.000001', completion: '-1' })];
		const rows = openrouter.read(bodyOf({ data, total_count: 1, links: {} }));
		expect(rows).toHaveLength(3);
		for (const envelope of [data, { body: { data }, url: 'x', fetched_at: 'y' }, { data, fetchedAt: 'y', source: 'z' }])
			expect(openrouter.read(bodyOf(envelope))).toEqual(rows);
	});

	it('keeps every digit and no sentinel', () => {
		const data = [model('acme/paid', { prompt: '0.0000006000000000000001', completion: '-1' })];
		const prices = pricesOf(openrouter.read(bodyOf(data)));
		expect(prices.map(({ amount, status }) => [amount, status])).toEqual([
			['0.0000006000000000000001', 'listed'],
			[null, 'unknown'],
		]);
	});
});

describe('prices that hold for some days or hours', () => {
	it('give way to the last that holds', () => {
		const periods = periodsOf([
			{ prices: { input: 9 } },
			{ constraint: { start_date: '2026-03-01' }, prices: { input: 5 } },
			{ constraint: { start_date: '2026-02-01' }, prices: { input: 4 } },
		]);
		expect(periods.map(({ prices, valid_from, valid_to }) => [prices.input, valid_from, valid_to])).toEqual([
			[9, null, '2026-02-01'],
			[4, '2026-02-01', null],
		]);
	});

	it('cover the day once, the dearer hours being the peak', () => {
		const periods = periodsOf([
			{ prices: { input: 2 } },
			{ constraint: { start_time: '08:00:00Z', end_time: '20:00:00Z' }, prices: { input: 1 } },
		]);
		expect(
			periods.map(({ time_window, start_local, end_local, prices }) => [
				time_window,
				start_local,
				end_local,
				prices.input,
			]),
		).toEqual([
			['peak', '20:00', '08:00', 2],
			['off_peak', '08:00', '20:00', 1],
		]);
	});

	it('leave out one model that cannot be told and say so', () => {
		const good = Array.from({ length: 20 }, (_, i) => ({ id: `m${i}`, prices: { input_mtok: 1 } }));
		const told: string[] = [];
		const rows = genai.read(
			bodyOf([{ id: 'acme', models: [...good, { id: 'odd', prices: { input_mtok: -1 } }] }]),
			told.push.bind(told),
		);
		expect(pricesOf(rows)).toHaveLength(20);
		expect(told).toHaveLength(1);
		expect(told[0]).toMatch(/^genai-prices: unexpected shape at acme\.models\.20\./);
	});
});

describe('what is asked of a service that remembers', () => {
	const has = () => false;

	it('is the last 30 closed days of the rankings, in one request', () => {
		expect(rankings.requests({ today: '2026-11-21', has })).toEqual([
			{
				url: 'https://openrouter.ai/api/v1/datasets/rankings-daily?start_date=2026-10-22&end_date=2026-11-20',
				bearer: true,
			},
		]);
	});

	it('is the whole history of the rankings in spans of at most 200 days, without a gap', () => {
		const spans = rankings.requests({ today: '2026-11-21', since: '2020-01-01', has }).map(({ url }) => {
			const [, from = '', to = ''] = /start_date=([\d-]+)&end_date=([\d-]+)/.exec(url) ?? [];
			return { from: Date.parse(from), to: Date.parse(to) };
		});
		expect(spans[0]?.from).toBe(Date.parse('2025-01-01'));
		expect(spans.at(-1)?.to).toBe(Date.parse('2026-11-20'));
		for (const [i, { from, to }] of spans.entries()) {
			expect((to - from) / 86_400_000 + 1).toBeLessThanOrEqual(200);
			if (i > 0) expect(from).toBe((spans[i - 1]?.to ?? 0) + 86_400_000);
		}
	});

	it('is each closed day of the Vercel leaderboard that is not kept yet', () => {
		const asked = vercel.requests({ today: '2026-11-21', has: url => !/from=2026-11-(19|20)/.test(url) });
		expect(asked.map(({ url }) => url.replace(/.*&from/, 'from'))).toEqual([
			'from=2026-11-19&to=2026-11-19',
			'from=2026-11-20&to=2026-11-20',
		]);
	});
});

describe('a share without a day', () => {
	const bare = [{ name: 'Rocket 2', metric: 'tokens', share_percent: 100 }];

	it('belongs to the day that was asked for', () => {
		const url =
			'https://vercel.com/api/ai/leaderboard-export?dataset=models&modality=text&from=2026-06-01&to=2026-06-01';
		expect(vercel.read(bodyOf(bare, url)).map(({ day }) => day)).toEqual(['2026-06-01']);
		expect(vercel.read(bodyOf({ data: bare }, url)).map(({ day }) => day)).toEqual(['2026-06-01']);
	});

	it('is refused when several days were asked for', () => {
		const url = 'https://vercel.com/api/ai/leaderboard-export?dataset=models&from=2026-06-01&to=2026-06-30';
		expect(() => vercel.read(bodyOf(bare, url))).toThrow(/^vercel-ai-gateway: missing date: /);
	});
});

describe('the pinned price file', () => {
	const require = createRequire(import.meta.url);
	const installed = readFileSync(require.resolve('@pydantic/genai-prices').replace(/index\.cjs$/, 'index.js'), 'utf8');
	const prices = pricesOf(pinned.read(bodyOf(installed)));
	const cells = (provider: string, model: string, meter: string) =>
		prices.filter(row => row.provider === provider && row.model === model && row.meter === meter);

	it('is read whole', () => {
		const models = pinned.read(bodyOf(installed)).filter(row => row.record === 'model');
		expect(models).toHaveLength(1_694);
		expect(new Set(models.map(({ provider }) => provider)).size).toBe(43);
	});

	it('is dated by the newest of its own dates that had come', () => {
		const dates = [...installed.matchAll(/start_date: "(\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day).sort();
		const [observed] = pinned.requests({ today: '2026-11-21', has: () => false }).map(request => request.observed);
		// 0.1.8 is of September 2026; what it dates 2027-01-01 is announced
		expect(dates.filter(day => day < '2026-10-01').at(-1)).toBe(observed?.on);
		expect(observed).toMatchObject({ basis: 'content', quality: 'bounded' });
	});

	it('tells the cut of o3 by its day', () => {
		expect(
			cells('openai', 'o3', 'input').map(({ amount, valid_from, valid_to }) => [amount, valid_from, valid_to]),
		).toEqual([
			['10', null, '2025-06-10'],
			['2', '2025-06-10', null],
		]);
	});

	it('tells the peak of DeepSeek V4 from the flat price before it', () => {
		const told = cells('deepseek', 'deepseek-v4-flash', 'output').map(row => [
			row.amount,
			row.time_window,
			row.start_local,
			row.end_local,
			row.valid_from,
			row.valid_to,
		]);
		expect(told).toEqual([
			['0.28', 'always', null, null, null, '2026-08-17'],
			['0.66', 'off_peak', '04:00', '06:00', '2026-08-17', null],
			['0.66', 'off_peak', '10:00', '01:00', '2026-08-17', null],
			['1.32', 'peak', '01:00', '04:00', '2026-08-17', null],
			['1.32', 'peak', '06:00', '10:00', '2026-08-17', null],
		]);
	});

	it('takes the first price of deepseek-chat for the night and its hours for the day', () => {
		const told = cells('deepseek', 'deepseek-chat', 'input').map(row => [row.amount, row.time_window, row.start_local]);
		expect(told).toEqual([
			['0.135', 'off_peak', '16:30'],
			['0.27', 'peak', '00:30'],
		]);
	});
});
