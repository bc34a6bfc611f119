import { describe, expect, it } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { source as anthropic } from '../scrapers/prices/anthropic.ts';
import { source as alibaba } from '../scrapers/prices/alibaba-bailian.ts';
import { source as deepseek } from '../scrapers/prices/deepseek.ts';
import { source as minimax } from '../scrapers/prices/minimax.ts';
import { source as moonshot } from '../scrapers/prices/moonshot.ts';
import { source as openai } from '../scrapers/prices/openai.ts';
import { source as tencent } from '../scrapers/prices/tencent.ts';
import { source as doubao } from '../scrapers/prices/volcengine-doubao.ts';
import { source as xiaomi } from '../scrapers/prices/xiaomi.ts';
import { source as zai } from '../scrapers/prices/zai.ts';
import { source as zhipu } from '../scrapers/prices/zhipu.ts';
import type { PriceRow, Source } from '../scrapers/source.ts';

const page = (inner: string) => new TextEncoder().encode(`<!doctype html><html><body>${inner}</body></html>`);
const table = (rows: string[][]) =>
	`<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

function pricesOf(source: Source, inner: string): PriceRow[] {
	const { rows } = readBody(source, page(inner), 'made');
	return rows.map(({ row }) => row).filter(row => row.record === 'price');
}
const brief = (rows: PriceRow[]) =>
	rows.map(row => [row.provider, row.model, row.meter, row.amount, row.currency, row.list_or_effective].join(' '));

describe('deepseek', () => {
	const sheet = (rows: string[][]) => table([['MODEL', 'made-pro'], ...rows]);

	it('keeps the yuan page apart from the dollar page', () => {
		const rows = [
			['百万tokens输入（缓存命中）', '0.025元'],
			['百万tokens输出', '6元'],
		];
		expect(brief(pricesOf(deepseek, table([['模型', 'made-pro'], ...rows])))).toEqual([
			'deepseek-cn made-pro cache_read 0.025 CNY list',
			'deepseek-cn made-pro output 6 CNY list',
		]);
	});

	it('takes the hours of the peak from the prose, in the zone it names', () => {
		const prose = '<p>高峰时段为北京时间周一至周五（法定节假日除外）9:00-12:00、14:00-18:00，其余为平峰。</p>';
		const rows = pricesOf(
			deepseek,
			prose +
				table([
					['模型', '模型', '造'],
					['高峰价格', '百万tokens输出', '27元'],
					['平峰价格', '百万tokens输出', '13.5元'],
				]),
		);
		expect(rows.map(row => [row.time_window, row.weekdays, row.start_local, row.end_local, row.time_zone])).toEqual([
			['peak', '12345', '09:00', '12:00', 'Asia/Shanghai'],
			['peak', '12345', '14:00', '18:00', 'Asia/Shanghai'],
			['off_peak', null, null, null, null],
		]);
	});

	it('takes windows that are columns', () => {
		const rows = pricesOf(
			deepseek,
			table([
				['MODEL', 'made-pro', 'made-pro'],
				['PERIOD', 'off-peak', 'peak'],
				['1M OUTPUT TOKENS', '$1.98', '$3.96'],
			]),
		);
		expect(rows.map(row => [row.time_window, row.amount])).toEqual([
			['off_peak', '1.98'],
			['peak', '3.96'],
		]);
	});

	it.each([
		['has lost its price rows', sheet([['CONTEXT LENGTH', '1M']]), 'no price rows'],
		['has a meter nobody knows', sheet([['1M TOKENS OF THOUGHT', '$1']]), 'unknown meter'],
		['prints two currencies', sheet([['1M OUTPUT TOKENS', '$1'], ['1M INPUT TOKENS (CACHE MISS)', '¥1']]), 'expected one currency'], // prettier-ignore
		['prints no currency', sheet([['1M OUTPUT TOKENS', '1']]), 'expected one currency'],
	])('refuses a page that %s', (_, inner, what) => {
		expect(() => pricesOf(deepseek, inner)).toThrow(`deepseek: ${what}`);
	});
});

describe('a sheet of models and meters', () => {
	const heads = ['Model', 'Input', 'Cached Input', 'Cached Input Storage', 'Output'];
	const unit = '<p>Prices per 1M tokens.</p>';

	it('is refused with a heading that nobody knows, for it may hold a price', () => {
		const rows = [
			[...heads, 'Night Input'],
			['made', '$1', '$0.1', '-', '$2', '$0.5'],
		];
		expect(() => pricesOf(zai, unit + table(rows))).toThrow('zai: unknown heading: Night Input');
	});

	it('is refused without the unit that its page states', () => {
		expect(() => pricesOf(zai, table([heads, ['made', '$1', '-', '-', '$2']]))).toThrow('zai: unknown unit');
	});

	it('is refused in another currency', () => {
		expect(() => pricesOf(zai, unit + table([heads, ['made', '¥1', '-', '-', '¥2']]))).toThrow(
			'zai: expected USD got CNY: ¥1',
		);
	});

	it('loses one odd line of many, and counts it', () => {
		const lines = Array.from({ length: 20 }, (_, i) => [`made-${i}`, '$1', '-', '-', i === 7 ? 'call us' : '$2']);
		const { rows, rejected, reasons } = readBody(zai, page(unit + table([heads, ...lines])), 'made');
		expect(rows).toHaveLength(38);
		expect([rejected, reasons]).toEqual([1, ['zai: unexpected price: call us']]);
	});
});

describe('the dollar sheets of labs whose captured page is in yuan', () => {
	it('are providers of their own', () => {
		const rows = [
			['Model', 'Unit', 'Input Price (Cache Hit)', 'Input Price (Cache Miss)', 'Output Price', 'Context Window'],
			['made-k3', '1M tokens', '$0.30', '$3.00', '$15.00', '262,144 tokens'],
		];
		expect(brief(pricesOf(moonshot, table(rows)))).toEqual([
			'moonshot made-k3 cache_read 0.30 USD list',
			'moonshot made-k3 input 3.00 USD list',
			'moonshot made-k3 output 15.00 USD list',
		]);
		const grid = [
			['Model', 'Input', 'Output'],
			['made-m3', '$0.30 / M tokens', '$1.20 / M tokens'],
		];
		expect(brief(pricesOf(minimax, table(grid)))).toEqual([
			'minimax made-m3 input 0.30 USD list',
			'minimax made-m3 output 1.20 USD list',
		]);
	});
});

describe('moonshot', () => {
	const url = 'https://platform.kimi.com/docs/pricing/chat';
	const follow = (inner: string) => moonshot.follow([{ url, bytes: page(inner), media_type: 'text/html' }]);

	it('asks for every model that its index names, once, and for nothing elsewhere', () => {
		const links = ['/docs/pricing/chat-k3', '/docs/pricing/chat-k3#price', '/docs/pricing/chat-k3.md', '/docs/pricing/tools', 'https://elsewhere.example.com/docs/pricing/chat-k9', 'http://[']; // prettier-ignore
		expect(follow(links.map(href => `<a href="${href}">x</a>`).join(''))).toEqual([
			{ url: 'https://platform.kimi.com/docs/pricing/chat-k3', page: true, shows: /[¥￥$]\s?\d/ },
		]);
	});

	it('says so when the index names none', () => {
		expect(() => follow('<a href="/docs">x</a>')).toThrow(`moonshot: no model pages: ${url}`);
	});
});

describe('conditions that a page must state', () => {
	it('a tier of OpenAI that nobody knows is refused', () => {
		const pane = (tier: string) =>
			`<div data-content-switcher-pane="true" data-value="${tier}">${table([
				['Model', 'Input', 'Output'],
				['made', '$1', '$2'],
			])}</div>`;
		expect(pricesOf(openai, pane('flex')).map(row => row.service_tier)).toEqual(['flex', 'flex']);
		expect(() => pricesOf(openai, pane('turbo'))).toThrow('openai: unknown service tier: turbo');
	});

	it('a long context without a length is refused', () => {
		const rows = [
			['', 'Short context', 'Short context', 'Long context', 'Long context'],
			['Model', 'Input', 'Output', 'Input', 'Output'],
			['made', '$1', '$2', '$3', '$4'],
		];
		expect(() => pricesOf(openai, table(rows))).toThrow('openai: unknown length: Short context');
	});

	it('a table of Volcengine below no tier is refused', () => {
		const rows = [
			['模型名称', '条件 千 token', '输入 元/百万token', '输出 元/百万token'],
			['doubao-made', '-', '1', '2'],
		];
		expect(() => pricesOf(doubao, table(rows))).toThrow('volcengine-doubao: unknown service tier');
		expect(pricesOf(doubao, `<p>批量推理</p>${table(rows)}`).map(row => row.service_tier)).toEqual(['batch', 'batch']);
	});

	it('a region of Tencent and of Alibaba that nobody knows is refused', () => {
		const lines = [
			['模型名称', '条件（token）', '推理输入（元/百万 tokens）', '推理输出（元/百万 tokens）'],
			['Hy3', '-', '1', '4'],
		];
		const tab = `<div class="tse-tabs"><div class="tse-tabs__item-label">火星</div><div class="tse-tabs__cont">${table(lines)}</div></div>`;
		expect(() => pricesOf(tencent, `<h2>在线推理场景</h2>${tab}`)).toThrow('tencent: unknown region: 火星');
		const sheet = table([
			['模型 ID（Model ID）', '输入单价（每百万Token）', '输出单价（每百万Token）'],
			['made', '1元', '2元'],
		]);
		expect(() => pricesOf(alibaba, `<h2>文本生成-千问</h2><h4>华南9（火星）</h4>${sheet}`)).toThrow(
			'alibaba-bailian: unknown region: 华南9（火星）',
		);
	});

	it('a table of Alibaba per thousand tokens is another sheet, and refused', () => {
		const sheet = table([
			['模型名称', '输入单价（元/千 Token）', '输出单价（元/千 Token）'],
			['Made3.7-Max', '0.01440', '0.04320'],
		]);
		expect(() => pricesOf(alibaba, `<h4>华北2（北京）</h4>${sheet}`)).toThrow('alibaba-bailian: no price table');
	});
});

describe('promotions', () => {
	it('of DeepSeek keep both prices and the last day', () => {
		const rows = pricesOf(
			deepseek,
			`${table([
				['MODEL', 'made-pro'],
				['1M OUTPUT TOKENS', '$0.87 (75% off) <del>$3.48</del>'],
			])}<p>made-pro has a 75% discount, valid until 2026/05/05 15:59 UTC.</p>`,
		);
		expect(rows.map(row => [row.amount, row.list_or_effective, row.promo_until])).toEqual([
			['3.48', 'list', null],
			['0.87', 'effective', '2026-05-05'],
		]);
	});

	it('of Anthropic are effective until their day, and the list price begins after', () => {
		const rows = pricesOf(
			anthropic,
			table([
				['Model', 'Base Input Tokens', 'Output Tokens'],
				['Made 5 through August 31, 2026', '$2 / MTok', '$10 / MTok'],
				['Made 5 starting September 1, 2026', '$3 / MTok', '$15 / MTok'],
			]),
		).filter(row => row.meter === 'input');
		expect(rows.map(row => [row.amount, row.list_or_effective, row.promo_until, row.valid_from])).toEqual([
			['2', 'effective', '2026-08-31', null],
			['3', 'list', null, '2026-09-01'],
		]);
	});
});

describe('xiaomi', () => {
	it('reads the facts written down from its page before and after the cut', () => {
		const before = `<table><tr><th></th><th colspan="3">Input ≤ 256K</th><th colspan="3">Input 256K - 1M</th></tr><tr><th></th><th>Input (Cache Hit)</th><th>Input (Cache Miss)</th><th>Output</th><th>Input (Cache Hit)</th><th>Input (Cache Miss)</th><th>Output</th></tr><tr><td>mimo-v2.5-pro<br>mimo-v2-pro</td><td>¥1.40</td><td>¥7.00</td><td>¥21.00</td><td>¥2.80</td><td>¥14.00</td><td>¥42.00</td></tr></table><p>Unit: yuan / 1M tokens.</p>`;
		const pro = pricesOf(xiaomi, before).filter(row => row.model === 'mimo-v2-pro');
		expect(pro.map(row => [row.meter, row.amount, row.min_input_tokens, row.max_input_tokens])).toEqual([
			['cache_read', '1.40', 0, 256_001],
			['input', '7.00', 0, 256_001],
			['output', '21.00', 0, 256_001],
			['cache_read', '2.80', 256_001, 1_000_001],
			['input', '14.00', 256_001, 1_000_001],
			['output', '42.00', 256_001, 1_000_001],
		]);
		const after = `${table([
			['Model', 'Input (Cache Hit)', 'Input (Cache Miss)', 'Output'],
			['mimo-v2.5-pro', '¥0.025', '¥3.00', '¥6.00'],
		])}<p>Unit: yuan / 1M tokens.</p>`;
		expect(brief(pricesOf(xiaomi, after))).toEqual([
			'xiaomi-cn mimo-v2.5-pro cache_read 0.025 CNY list',
			'xiaomi-cn mimo-v2.5-pro input 3.00 CNY list',
			'xiaomi-cn mimo-v2.5-pro output 6.00 CNY list',
		]);
	});
});

describe('pages that are drawn by a script', () => {
	it('are said to need a browser, so that none is taken for an empty list', () => {
		const drawn = ['zhipu', 'minimax', 'tencent', 'volcengine-doubao'];
		const all: Source[] = [
			anthropic,
			alibaba,
			deepseek,
			minimax,
			moonshot,
			openai,
			tencent,
			doubao,
			xiaomi,
			zai,
			zhipu,
		];
		expect(
			all
				.filter(({ needs }) => needs?.browser)
				.map(({ id }) => id)
				.sort(),
		).toEqual(drawn.sort());
		for (const source of all)
			expect(() => pricesOf(source, '<div id="app"></div>')).toThrow(new RegExp(`^${source.id}: `));
	});
});
