import { describe, expect, it } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { partsOf } from '../scrapers/gemini-cell.ts';
import { namesIn } from '../scrapers/names.ts';
import { hoursOf } from '../scrapers/price-hours.ts';
import { source as modelStudio } from '../scrapers/prices/alibaba-model-studio.ts';
import { source as bailian } from '../scrapers/prices/alibaba-bailian.ts';
import { source as baidu } from '../scrapers/prices/baidu.ts';
import { source as deepseek } from '../scrapers/prices/deepseek.ts';
import { source as google } from '../scrapers/prices/google.ts';
import { source as mistral } from '../scrapers/prices/mistral.ts';
import { source as stepfun } from '../scrapers/prices/stepfun.ts';
import { source as xai } from '../scrapers/prices/xai.ts';
import { source as xiaomi } from '../scrapers/prices/xiaomi.ts';
import type { PriceRow, Source } from '../scrapers/source.ts';

const page = (inner: string) => new TextEncoder().encode(`<!doctype html><html><body>${inner}</body></html>`);
const table = (rows: string[][]) =>
	`<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const readOf = (source: Source, inner: string) => {
	const { rows, rejected, reasons } = readBody(source, page(inner), 'made');
	return { rows: rows.map(({ row }) => row).filter(row => row.record === 'price'), rejected, reasons };
};
const pricesOf = (source: Source, inner: string): PriceRow[] => readOf(source, inner).rows;
const brief = (rows: PriceRow[]) =>
	rows.map(row => [row.provider, row.model, row.meter, row.amount, row.unit].join(' '));
const banded = (rows: PriceRow[]) =>
	rows.map(row => [row.meter, row.amount, row.min_input_tokens, row.max_input_tokens]);

describe('a window of prices', () => {
	const prose =
		'Peak hours are 01:00 - 04:00 and 06:00 - 10:00 UTC, Monday through Friday, excluding Chinese public holidays.\nAll other hours are off-peak.';

	it('knows that public holidays of China are off-peak where the page says so', () => {
		expect(hoursOf('PEAK', prose).map(held => [held.start_local, held.weekdays, held.holiday_calendar])).toEqual([
			['01:00', '12345', 'CN'],
			['06:00', '12345', 'CN'],
		]);
		expect(hoursOf('OFF-PEAK', prose)).toEqual([{ time_window: 'off_peak', holiday_calendar: 'CN' }]);
		expect(hoursOf('高峰', '高峰为工作日（法定节假日除外）9:00-12:00。')[0]?.holiday_calendar).toBe('CN');
	});

	it.each([
		['says nothing of holidays', 'Peak hours are 01:00-04:00 UTC, Monday through Friday.'],
		['counts holidays as peak', 'Peak hours are 01:00-04:00 UTC, including Chinese public holidays.'],
		['speaks of the holidays of elsewhere', 'Peak hours are 01:00-04:00 UTC, excluding public holidays of Mars.'],
	])('has no calendar where the page %s', (_, said) => {
		expect(hoursOf('PEAK', said).map(held => held.holiday_calendar)).toEqual([null]);
	});

	it('is found where its name is a column behind the meter', () => {
		const sheet = `<table><tr><td colspan="3">MODEL</td><td>made-pro<sup>(1)</sup></td></tr>
			<tr><td rowspan="4">PRICING</td><td rowspan="2">1M INPUT TOKENS<br>(CACHE MISS)</td><td>OFF-PEAK</td><td>$0.66</td></tr>
			<tr><td>PEAK</td><td>$1.32</td></tr>
			<tr><td rowspan="2">1M OUTPUT TOKENS</td><td>OFF-PEAK</td><td>$1.98</td></tr><tr><td>PEAK</td><td>$3.96</td></tr></table>`;
		const rows = pricesOf(deepseek, `${sheet}<p>${prose}</p>`);
		expect(rows.map(row => [row.meter, row.time_window, row.start_local, row.amount, row.holiday_calendar])).toEqual([
			['input', 'off_peak', null, '0.66', 'CN'],
			['input', 'peak', '01:00', '1.32', 'CN'],
			['input', 'peak', '06:00', '1.32', 'CN'],
			['output', 'off_peak', null, '1.98', 'CN'],
			['output', 'peak', '01:00', '3.96', 'CN'],
			['output', 'peak', '06:00', '3.96', 'CN'],
		]);
	});
});

describe('names in one cell', () => {
	it.each([
		['made-2-pro\nmade-2', ['made-2-pro', 'made-2']],
		['made-2-pro / made-2', ['made-2-pro', 'made-2']],
		['MADE-5.0MADE-5.0-Thinking-Latest', ['MADE-5.0', 'MADE-5.0-Thinking-Latest']],
		['made-char-8kmade-char-fiction-8k', ['made-char-8k', 'made-char-fiction-8k']],
		['Made-R1-Distill-Other-70B', ['Made-R1-Distill-Other-70B']],
		['Made 4.5 Turbo', ['Made 4.5 Turbo']],
		['', []],
	])('are told apart: %j', (cell, names) => {
		expect(namesIn(cell)).toEqual(names);
	});
});

describe('stepfun', () => {
	const heads = ['模型', '计费单位', '输入价格（缓存未命中）', '输入价格（缓存命中）', '输出价格'];

	it('reads the facts written down from its yuan page', () => {
		const facts = [
			['step-5-preview', '1M tokens', '7 元', '0.35 元', '20 元'],
			['step-3.7-flash', '1M tokens', '1.35 元', '0.27 元', '8.1 元'],
			['step-3.5-flash', '1M tokens', '0.7 元', '0.14 元', '2.1 元'],
			['step-1o-turbo-vision', '1M tokens', '2.5 元', '0.5 元', '8 元'],
		];
		const rows = pricesOf(stepfun, table([heads, ...facts]));
		expect(rows.map(row => [row.model, row.meter, row.amount])).toEqual(
			facts.flatMap(([model, , input, cached, output]) => [
				[model, 'input', input?.replace(' 元', '')],
				[model, 'cache_read', cached?.replace(' 元', '')],
				[model, 'output', output?.replace(' 元', '')],
			]),
		);
		expect(new Set(rows.map(row => `${row.provider} ${row.currency}`))).toEqual(new Set(['stepfun-cn CNY']));
	});

	it('keeps the dollar page apart from the yuan page', () => {
		const rows = [
			['Model', 'Billing unit', 'Input price (cache miss)', 'Input price (cache hit)', 'Output price'],
			['step-3.7-flash', '1M tokens', '$0.20', '$0.04', '$1.15'],
		];
		expect(brief(pricesOf(stepfun, table(rows)))).toEqual([
			'stepfun step-3.7-flash input 0.20 million_tokens',
			'stepfun step-3.7-flash cache_read 0.04 million_tokens',
			'stepfun step-3.7-flash output 1.15 million_tokens',
		]);
	});

	it('leaves out what is billed by the hour or the letter, and refuses a unit that nobody knows', () => {
		const priced = ['step-made', '1M tokens', '1 元', '-', '2 元'];
		const spoken = ['step-made-tts', '万字符', '2.5 元', '2.5 元', '2.5 元'];
		expect(pricesOf(stepfun, table([heads, priced, spoken])).map(row => row.model)).toEqual(['step-made', 'step-made']);
		const odd = ['step-made', '1K tokens', '1 元', '-', '2 元'];
		expect(() => pricesOf(stepfun, table([heads, odd]))).toThrow('stepfun: unknown unit: 1K tokens');
	});

	it('takes a word for free in place of a unit, and no digits', () => {
		const free = ['step-made', '限时免费', '限时免费', '限时免费', '限时免费'];
		expect(pricesOf(stepfun, table([heads, free])).map(row => row.status)).toEqual(['free', 'free', 'free']);
		expect(() => pricesOf(stepfun, table([heads, ['step-made', '', '1 元', '-', '2 元']]))).toThrow('unknown unit');
	});
});

describe('baidu', () => {
	const heads = ['模型名称', '版本名称', '服务内容', '子项', '在线推理', '批量推理', '单位'];
	const line = (item: string, online: string, batch = '-', unit = '元/千tokens') =>
		['ERNIE Made', 'ERNIE-Made', '推理服务', item, online, batch, unit]; // prettier-ignore

	it('reads the facts written down from its page of 2024, per thousand tokens', () => {
		const sheet = table([
			['服务名称', '类型', '单价'],
			['ERNIE-Bot-8k', '输入', '0.024元/千tokens'],
			['ERNIE-Bot-8k', '输出', '0.048元/千tokens'],
			['ERNIE-Bot', '输入', '0.012元/千tokens'],
			['ERNIE-Bot', '输出', '0.012元/千tokens'],
		]);
		expect(brief(pricesOf(baidu, sheet))).toEqual([
			'baidu-cn ERNIE-Bot-8k input 0.024 thousand_tokens',
			'baidu-cn ERNIE-Bot-8k output 0.048 thousand_tokens',
			'baidu-cn ERNIE-Bot input 0.012 thousand_tokens',
			'baidu-cn ERNIE-Bot output 0.012 thousand_tokens',
		]);
	});

	it('takes a unit from its column, and a million for what it is', () => {
		const rows = pricesOf(baidu, table([heads, line('输入', '0.12'), line('输出', '120', '-', '元/百万tokens')]));
		expect(brief(rows)).toEqual([
			'baidu-cn ERNIE-Made input 0.12 thousand_tokens',
			'baidu-cn ERNIE-Made output 120 million_tokens',
		]);
	});

	it('keeps batch apart, and bands, cache hits, media and modes', () => {
		const rows = pricesOf(
			baidu,
			table([
				heads,
				line('输入（输入<=32k）', '0.004', '0.0016'),
				line('输入（32k<输入<=128k）', '0.008'),
				line('命中缓存', '0.001'),
				line('输入（音频）', '0.02'),
				line('输出（思考）', '0.03'),
			]),
		);
		expect(
			rows.map(row => [row.model, row.meter, row.amount, row.service_tier, row.min_input_tokens, row.max_input_tokens]),
		).toEqual([
			['ERNIE-Made', 'input', '0.004', 'standard', 0, 32_001],
			['ERNIE-Made', 'input', '0.0016', 'batch', 0, 32_001],
			['ERNIE-Made', 'input', '0.008', 'standard', 32_001, 128_001],
			['ERNIE-Made', 'cache_read', '0.001', 'standard', 0, null],
			['ERNIE-Made', 'input_audio', '0.02', 'standard', 0, null],
			['ERNIE-Made:thinking', 'output', '0.03', 'standard', 0, null],
		]);
	});

	it.each([
		['has no unit', line('输入', '0.004', '-', ''), 'unknown unit'],
		['has a unit of tokens nobody knows', line('输入', '0.004', '-', '元/万tokens'), 'unknown unit'],
		['bills something new', line('推理', '0.004'), 'unknown meter'],
		['sets a condition nobody knows', line('输入（夜间）', '0.004'), 'unknown condition'],
		['is in dollars', line('输入', '$0.004'), 'expected CNY got USD'],
	])('refuses a line that %s', (_, cells, what) => {
		expect(() => pricesOf(baidu, table([heads, cells]))).toThrow(`baidu: ${what}`);
	});
});

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

describe('xiaomi', () => {
	const unit = '<p>Unit: 1M tokens</p>';
	const heads = ['Inference Type', 'Model Name', 'Input (Cache Hit)', 'Input (Cache Miss)', 'Output'];

	it('reads yuan and dollars from one page, real time and batch below one another', () => {
		const yuan = `<h3>模型国内定价</h3><table><tr><th>推理类型</th><th>模型名称</th><th>输入（命中缓存）</th><th>输入（未命中缓存）</th><th>输出</th></tr>
			<tr><td rowspan="2">实时推理</td><td><code>mimo-v2.5-pro</code></td><td>¥0.025</td><td>¥3.00</td><td>¥6.00</td></tr>
			<tr><td><code>mimo-v2.5</code></td><td>¥0.02</td><td>¥1.00</td><td>¥2.00</td></tr>
			<tr><td>批量推理</td><td><code>mimo-v2.5-pro</code></td><td>¥0.0125</td><td>¥1.50</td><td>¥3.00</td></tr></table>`;
		const dollars = table([
			heads,
			['Real-time API', 'mimo-v2.6-pro<br>mimo-v2.5-pro', '$0.0036', '$0.435', '$0.87'],
			['Batch API', 'mimo-v2.6-pro', '$0.0018', '$0.2175', '$0.435'],
		]);
		const rows = pricesOf(xiaomi, unit + yuan + dollars).filter(row => row.meter === 'input');
		expect(rows.map(row => [row.provider, row.model, row.amount, row.currency, row.service_tier])).toEqual([
			['xiaomi-cn', 'mimo-v2.5-pro', '3.00', 'CNY', 'standard'],
			['xiaomi-cn', 'mimo-v2.5', '1.00', 'CNY', 'standard'],
			['xiaomi-cn', 'mimo-v2.5-pro', '1.50', 'CNY', 'batch'],
			['xiaomi', 'mimo-v2.6-pro', '0.435', 'USD', 'standard'],
			['xiaomi', 'mimo-v2.5-pro', '0.435', 'USD', 'standard'],
			['xiaomi', 'mimo-v2.6-pro', '0.2175', 'USD', 'batch'],
		]);
	});

	it('refuses a way of serving that nobody knows', () => {
		const rows = [heads, ['Night API', 'mimo-made', '$1', '$1', '$1']];
		expect(() => pricesOf(xiaomi, unit + table(rows))).toThrow('xiaomi: unknown service tier: Night API');
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
