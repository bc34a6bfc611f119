import { describe, expect, it } from 'vitest';
import { namesIn } from '../scrapers/names.ts';
import { hoursOf } from '../scrapers/price-hours.ts';
import { source as baidu } from '../scrapers/prices/baidu.ts';
import { source as deepseek } from '../scrapers/prices/deepseek.ts';
import { source as stepfun } from '../scrapers/prices/stepfun.ts';
import { source as xiaomi } from '../scrapers/prices/xiaomi.ts';
import { brief, pricesOf, table } from './made-pages.ts';

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
