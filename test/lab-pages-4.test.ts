import { describe, expect, it } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { source as bailian } from '../scrapers/prices/alibaba-bailian.ts';
import { source as modelStudio } from '../scrapers/prices/alibaba-model-studio.ts';
import { source as baidu } from '../scrapers/prices/baidu.ts';
import { source as google } from '../scrapers/prices/google.ts';
import { source as mistral } from '../scrapers/prices/mistral.ts';
import { source as stepfun } from '../scrapers/prices/stepfun.ts';
import { source as xai } from '../scrapers/prices/xai.ts';
import type { Source } from '../scrapers/source.ts';
import { pricesOf, readOf, table } from './made-pages.ts';

describe('mistral', () => {
	const price = (label: string, data: object, drawn = '') =>
		`<p>${label}</p><mistral-atom-text-price data-prices='${JSON.stringify(data)}'>${drawn}</mistral-atom-text-price>`;
	const card = (ids: string[], ...prices: string[]) =>
		`<mistral-block-card-model><p class="text-h5">Made</p>${prices.join('')}${ids.map(one => `<mistral-atom-button-copy-clipboard data-text="${one}"></mistral-atom-button-copy-clipboard>`).join('')}</mistral-block-card-model>`;
	const input = price('Input (/M tokens)', { priceUsd: 0.5, priceEur: 0.4 });

	it('takes dollars, the dated id before the alias, and the heading where a card has no id', () => {
		const rows = pricesOf(
			mistral,
			card(['mistral-made-latest', 'mistral-made-2512'], input) +
				card(['ministral-made-latest'], input) +
				card([], input),
		);
		expect(rows.map(row => `${row.provider} ${row.model} ${row.amount} ${row.currency}`)).toEqual([
			'mistral mistral-made-2512 0.5 USD',
			'mistral ministral-made-latest 0.5 USD',
			'mistral-host Made 0.5 USD',
		]);
	});

	it('keeps batch and sound apart, and leaves out pages, minutes and training', () => {
		const others = [
			price('OCR (per 1K pages)', { priceUsd: 4 }),
			price('Audio Input/min', { priceUsd: 0.003 }),
			price('One-off training (/M tokens)', { priceUsd: 1 }),
			price('Batch input (/M tokens)', { priceUsd: 0.25 }),
			price('Audio input (/M tokens)', { priceUsd: 2 }),
		];
		const rows = pricesOf(mistral, card(['voxtral-made'], input, ...others));
		expect(rows.map(row => [row.meter, row.amount, row.service_tier])).toEqual([
			['input', '0.5', 'standard'],
			['input', '0.25', 'batch'],
			['input_audio', '2', 'standard'],
		]);
	});

	it('keeps a struck price as the list price of a sale', () => {
		const sale = price('Output (/M tokens)', { priceUsd: 0.9 }, '<del>$1.8</del><span>$0.9</span>');
		const rows = pricesOf(mistral, card(['codestral-made'], sale));
		expect(rows.map(row => [row.amount, row.list_or_effective])).toEqual([
			['1.8', 'list'],
			['0.9', 'effective'],
		]);
	});

	it.each([
		['a label nobody knows', price('Thinking (/M tokens)', { priceUsd: 1 }), 'unknown meter'],
		['a price that is only where prices begin', price('Input (/M tokens)', { priceUsd: 1, prefix: 'From' }), 'unexpected price'], // prettier-ignore
		['another unit behind the price', price('Input (/M tokens)', { priceUsd: 1, suffix: '/1K pages' }), 'unexpected price'], // prettier-ignore
		['euros only', price('Input (/M tokens)', { priceEur: 1 }, '€1'), 'unexpected price'],
	])('refuses a card with %s', (_, inner, what) => {
		expect(() => pricesOf(mistral, card(['mistral-made'], inner))).toThrow(`mistral: ${what}`);
	});

	it('refuses a page without cards', () => {
		expect(() => pricesOf(mistral, '<p>Plans</p>')).toThrow('mistral: no price cards');
	});
});

describe('alibaba', () => {
	const heads = ['Model ID', 'Deployment scope', 'Mode', 'Input tokens per request', 'Input price (per 1 million tokens)', 'Output price (per 1 million tokens)']; // prettier-ignore
	const line = (...[model = 'qwen-made', scope = 'International', mode = '-', band = 'No tiered pricing', input = '$1', output = '$2']: string[]) =>
		[model, scope, mode, band, input, output]; // prettier-ignore
	const sheet = (...lines: string[][]) => `<h4>Singapore</h4>${table([heads, ...lines])}`;

	it('has its dollar list in Singapore without a region, and hosts elsewhere and others', () => {
		const rows = pricesOf(
			modelStudio,
			sheet(line(), line('qwen-made', 'Global'), line('deepseek-made', 'International')),
		).filter(row => row.meter === 'input');
		expect(rows.map(row => [row.provider, row.region])).toEqual([
			['alibaba-model-studio-sg-intl', null],
			['alibaba-model-studio-sg-global', 'Singapore / Global'],
			['alibaba-model-studio-sg-intl-host', 'Singapore / International'],
		]);
	});

	it('has its yuan list in Beijing without a region', () => {
		const yuan = [
			['模型 ID', '输入单价（每百万Token）', '输出单价（每百万Token）'],
			['qwen-made', '1元', '2元'],
		];
		const rows = pricesOf(bailian, `<h4>华北2（北京）</h4>${table(yuan)}`);
		expect(rows.map(row => [row.provider, row.region])).toEqual([
			['alibaba-bailian-cn', null],
			['alibaba-bailian-cn', null],
		]);
	});

	it('keeps both prices of a sale that is only spelt out', () => {
		const rows = pricesOf(
			modelStudio,
			sheet(
				line('qwen-made', 'International', '-', '0&lt;Token≤256K', 'List price $0.4 (Limited-time 20% off)', '$1.6'),
			),
		);
		expect(rows.map(row => [row.meter, row.amount, row.list_or_effective])).toEqual([
			['input', '0.4', 'list'],
			['input', '0.32', 'effective'],
			['output', '1.6', 'list'],
		]);
	});

	it('makes a variant of the mode that thinks, only where another line does not', () => {
		const rows = pricesOf(
			modelStudio,
			sheet(
				line('qwen-both', 'International', 'Non-thinking mode'),
				line('qwen-both', 'International', 'Thinking mode', '-', '$1', '$4'),
				line('qwen-one', 'International', 'Thinking mode'),
			),
		);
		expect(new Set(rows.map(row => row.model))).toEqual(new Set(['qwen-both', 'qwen-both:thinking', 'qwen-one']));
	});

	it('tells busy hours from idle ones', () => {
		const cell = (busy: string, idle: string) => `Busy hours: ${busy}<br>Idle hours: ${idle}`;
		const rows = pricesOf(
			modelStudio,
			sheet(line('deepseek-made', 'International', '-', '-', cell('$0.3', '$0.15'), cell('$1.2', '$0.6'))),
		);
		expect(rows.map(row => [row.meter, row.time_window, row.amount])).toEqual([
			['input', 'peak', '0.3'],
			['output', 'peak', '1.2'],
			['input', 'off_peak', '0.15'],
			['output', 'off_peak', '0.6'],
		]);
	});

	it('reads the page as its help desk sends it', () => {
		const content = `<h4>Singapore</h4>${table([heads, line()])}`;
		const bytes = new TextEncoder().encode(JSON.stringify({ data: { content } }));
		expect(readBody(modelStudio, bytes, 'made').rows).toHaveLength(2);
	});

	it.each([
		['has a region nobody knows', sheet(line()).replace('Singapore', 'Mars (Olympus)'), 'unknown region'],
		['has a scope nobody knows', sheet(line('qwen-made', 'Mars')), 'unknown scope: Mars'],
		['is in yuan', sheet(line('qwen-made', 'International', '-', '-', '¥1', '¥2')), 'expected USD got CNY'],
		['has another unit', sheet(line()).replaceAll('1 million', '1 thousand'), 'no price table'],
		['has lost its tables', '<p>Loading</p>', 'no price table'],
	])('refuses a page that %s', (_, inner, what) => {
		expect(() => pricesOf(modelStudio, inner)).toThrow(`alibaba-model-studio: ${what}`);
	});

	it('loses one odd table of many, and counts it', () => {
		const odd = `<h4>Singapore</h4>${table([
			[...heads, 'Night price'],
			[...line(), '$1'],
		])}`;
		const { rows, rejected, reasons } = readOf(modelStudio, `${sheet(line()).repeat(12)}${odd}`);
		expect([rows.length, rejected, reasons]).toEqual([24, 1, ['alibaba-model-studio: unknown heading: Night price']]);
	});
});

describe('pages of labs without a capture', () => {
	it.each([stepfun, baidu, xai, google, mistral, modelStudio].map((source: Source) => [source.id, source] as const))(
		'%s is refused before its script has drawn it',
		(id, source) => {
			expect(() => pricesOf(source, '<div id="app"></div>')).toThrow(new RegExp(`^${id}: no price`));
		},
	);
});
