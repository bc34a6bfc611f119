import { describe, expect, it } from 'vitest';
import { partsOf } from '../scrapers/gemini-cell.ts';
import { source as google } from '../scrapers/prices/google.ts';
import { source as xai } from '../scrapers/prices/xai.ts';
import { banded, brief, pricesOf, table } from './made-pages.ts';

describe('xai', () => {
	const heads = `<tr><th rowspan="2">Model</th><th rowspan="2">Context</th><th colspan="3">Short context</th><th colspan="3">Long context</th></tr><tr><th>Input</th><th>Cached</th><th>Output</th><th>Input</th><th>Cached</th><th>Output</th></tr>`;
	const unit = '<p>Prices per 1M tokens</p>';
	const cells = (...texts: string[]) => `<tr>${texts.map(text => `<td>${text}</td>`).join('')}</tr>`;
	const long = cells('grok-4.5<br>Long context ≥ 200k tokens', '500k', '$2.00', '$0.50', '$6.00', '$4.00', '$1.00', '$12.00'); // prettier-ignore

	it('reads the facts written down of it: double the price from 200,000 tokens on', () => {
		expect(banded(pricesOf(xai, `${unit}<table>${heads}${long}</table>`))).toEqual([
			['input', '2.00', 0, 200_000],
			['cache_read', '0.50', 0, 200_000],
			['output', '6.00', 0, 200_000],
			['input', '4.00', 200_000, null],
			['cache_read', '1.00', 200_000, null],
			['output', '12.00', 200_000, null],
		]);
	});

	it('reads headings whose second line leaves out the merged places', () => {
		const bare = heads.replaceAll(/ (row|col)span="\d"/g, '');
		expect(banded(pricesOf(xai, `${unit}<table>${bare}${long}</table>`))).toEqual(
			banded(pricesOf(xai, `${unit}<table>${heads}${long}</table>`)),
		);
	});

	it('reads a plain sheet without long prices', () => {
		const rows = [
			['Model', 'Input', 'Cached input', 'Output'],
			['grok-4.3', '$1.25', '-', '$2.50'],
			['grok-build-0.1', '$1', '-', '$2'],
		];
		expect(brief(pricesOf(xai, unit + table(rows)))).toEqual([
			'xai grok-4.3 input 1.25 million_tokens',
			'xai grok-4.3 output 2.50 million_tokens',
			'xai grok-build-0.1 input 1 million_tokens',
			'xai grok-build-0.1 output 2 million_tokens',
		]);
	});

	it.each([
		['without its unit', `<table>${heads}${long}</table>`, 'unknown unit'],
		['in euros', `${unit}<table>${heads}${long.replaceAll('$', '€')}</table>`, 'expected dollars'],
		['with long prices from nowhere', `${unit}<table>${heads}${long.replace(/<br>.*?tokens/, '')}</table>`, 'missing long context threshold'], // prettier-ignore
		['with a column nobody knows', `${unit}<table>${heads.replace('Cached', 'Stored')}${long}</table>`, 'unknown heading: Stored'], // prettier-ignore
		['that has not been drawn yet', '<p>Loading models...</p>', 'no price table'],
	])('refuses a sheet %s', (_, inner, what) => {
		expect(() => pricesOf(xai, inner)).toThrow(`xai: ${what}`);
	});

	describe('on a page that carries its list of models', () => {
		const model = {
			name: 'grok-made',
			promptTextTokenPrice: '20000',
			promptImageTokenPrice: '0',
			cachedPromptTokenPrice: '3000',
			completionTextTokenPrice: '60000',
			promptTextTokenPriceLongContext: '40000',
			cachedPromptTokenPriceLongContext: '6000',
			completionTokenPriceLongContext: '120000',
			longContextThreshold: '200000',
		};
		const list = (...clusters: object[][]) => {
			const clusterConfigs = clusters.map((languageModels, i) => ({ clusterName: `made-${i}`, languageModels }));
			return `<script>globalThis.__XAI_PUBLIC_MODELS__=${JSON.stringify({ clusterConfigs })};</script>`;
		};

		it('reads its prices in ten-thousandths of a dollar, once for all clusters', () => {
			const rows = pricesOf(xai, list([model], [model]));
			expect(banded(rows)).toEqual([
				['input', '2', 0, 200_000],
				['cache_read', '0.3', 0, 200_000],
				['output', '6', 0, 200_000],
				['input', '4', 200_000, null],
				['cache_read', '0.6', 200_000, null],
				['output', '12', 200_000, null],
			]);
			expect(new Set(rows.map(row => row.region))).toEqual(new Set([null]));
		});

		it('keeps clusters apart that differ', () => {
			const rows = pricesOf(xai, list([model], [{ ...model, promptTextTokenPrice: '22000' }]));
			const input = rows.filter(row => row.meter === 'input' && row.min_input_tokens === 0);
			expect(input.map(row => [row.region, row.amount])).toEqual([
				['made-0', '2'],
				['made-1', '2.2'],
			]);
		});

		it.each([
			['a long price from nowhere', { ...model, longContextThreshold: '0' }, 'missing long context threshold'],
			['a price that is no count', { ...model, promptTextTokenPrice: '2.5' }, 'unexpected shape'],
			['a price below nothing', { ...model, promptTextTokenPrice: -1 }, 'unexpected shape'],
		])('refuses %s', (_, odd, what) => {
			expect(() => pricesOf(xai, list([odd]))).toThrow(`xai: ${what}`);
		});

		it('never runs what stands in its place', () => {
			const code = '<script>globalThis.__XAI_PUBLIC_MODELS__={a:(()=>{globalThis.ran=true})()};</script>';
			expect(() => pricesOf(xai, code)).toThrow('xai: invalid data in the page');
			expect('ran' in globalThis).toBe(false);
		});
	});
});

describe('google', () => {
	const head = ['', 'Free Tier', 'Paid Tier, per 1M tokens in USD'];
	const section = (rows: string[][], tier = 'Standard') =>
		`<h2 id="gemini-made">Gemini Made</h2><code>gemini-made</code><h3>${tier}</h3>${table([head, ...rows])}`;
	const parts = (label: string, cell: string) =>
		partsOf('google', label, cell).map(({ text, meter, min_input_tokens, max_input_tokens }) => [
			text,
			meter,
			min_input_tokens ?? 0,
			max_input_tokens ?? null,
		]);

	it('tells the prices of one cell apart, one below the other or in one line', () => {
		const expected = [
			['$0.125', 'cache_read', 0, 200_001],
			['$0.25', 'cache_read', 200_001, null],
			['$4.50', 'cache_storage', 0, null],
		];
		const cell =
			'$0.125, prompts <= 200k tokens\n$0.25, prompts > 200k\n$4.50 / 1,000,000 tokens per hour (storage price)';
		expect(parts('Context caching price', cell)).toEqual(expected);
		expect(parts('Context caching price', cell.replaceAll('\n', ' '))).toEqual(expected);
	});

	it.each([
		['Input price', '$0.10 (text / image / video)\n$0.30 (audio)', ['input $0.10', 'input_audio $0.30']],
		['Input price', '$1.00 (image / video) or $0.002/min', ['input_image $1.00', 'input_video $1.00']],
		['Output price', '$3 (text and thinking)\n$60.00 (images)\nEquivalent to $0.045 per 0.5K image*', ['output $3', 'output_image $60.00']], // prettier-ignore
		['Image input price', '$0.45 ($0.00012 per image)', ['input_image $0.45']],
		['Input price (audio)', '$1', ['input_audio $1']],
		['Input price', 'Free of charge', ['input Free of charge']],
		['Input price', 'Not available', []],
	])('knows media: %s: %s', (label, cell, expected) => {
		expect(partsOf('google', label, cell).map(({ meter, text }) => `${meter} ${text}`)).toEqual(expected);
	});

	it.each([
		['$1.25 on weekends', 'unexpected price'],
		['$1.25 (smells)', 'unexpected price'],
		['about $1.25', 'unexpected price'],
		['$free', 'unexpected price'],
		['ask us', 'unexpected price'],
		['$1.25, prompts <= many tokens', 'unexpected price'],
	])('refuses the cell %j', (cell, what) => {
		expect(() => partsOf('google', 'Input price', cell)).toThrow(`google: ${what}`);
	});

	it('holds a price of an announced end for a promotion, and begins the next on its day', () => {
		const cell = '$0.75 through December 31, 2026.<br>$1.50 starting January 1, 2027.';
		const rows = pricesOf(google, section([['Input price', 'Free of charge', cell]]));
		expect(rows.map(row => [row.amount, row.list_or_effective, row.promo_until, row.valid_from])).toEqual([
			['0.75', 'effective', '2026-12-31', null],
			['1.50', 'list', null, '2027-01-01'],
		]);
	});

	it('takes no free tier for a price, and the tier of the sheet from its heading', () => {
		const rows = pricesOf(google, section([['Input price', 'Free of charge', '$0.25']], 'Flex'));
		expect(rows.map(row => [row.amount, row.status, row.service_tier])).toEqual([['0.25', 'listed', 'flex']]);
		expect(() => pricesOf(google, section([['Input price', '-', '$1']], 'Turbo'))).toThrow(
			'google: unknown service tier: turbo',
		);
	});

	it('reads no table by the second, and refuses another currency and a row that may hold a price', () => {
		const seconds = `<h2>Veo Made</h2><code>veo-made</code>${table([
			['', 'Free Tier', 'Paid Tier, per second in USD'],
			['Video price', '-', '$0.4'],
		])}`;
		expect(() => pricesOf(google, seconds)).toThrow('google: no price table');
		const euros = section([['Input price', '-', '€1']]).replace('in USD', 'in EUR');
		expect(() => pricesOf(google, euros)).toThrow('google: unknown unit: Paid Tier, per 1M tokens in EUR');
		expect(() => pricesOf(google, section([['Thought price', '-', '$1']]))).toThrow(
			'google: unknown heading: Thought price',
		);
	});
});
