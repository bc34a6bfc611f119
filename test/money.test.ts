import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '../scrapers/band.ts';
import { ShapeError } from '../scrapers/error.ts';
import { moneyOf } from '../scrapers/money.ts';

const brief = (cell: string) =>
	moneyOf('made', cell).map(({ amount, currency, unit, status, list_or_effective }) =>
		[amount, currency ?? '-', unit ?? '-', status, list_or_effective].join(' '),
	);

describe('a cell of a price sheet', () => {
	it.each([
		['$5.00', ['5.00 USD - listed list']],
		['0.02元', ['0.02 CNY - listed list']],
		['3.20', ['3.20 - - listed list']],
		['$1,250.50', ['1250.5 USD - listed list']],
		['.30', ['0.3 - - listed list']],
		// footnote digits stick to prices (2026-09)
		['$0.25 / MTok1', ['0.25 USD million_tokens listed list']],
		['$12.50 / MTok', ['12.50 USD million_tokens listed list']],
		['2.5 元 / 百万Tokens', ['2.5 CNY million_tokens listed list']],
		['0.1 元 / 千tokens', ['0.1 CNY thousand_tokens listed list']],
		['$10.00 / 1k calls', ['10.00 USD thousand_requests listed list']],
		['0.06 元 / 次', ['0.06 CNY request listed list']],
		// two prices in one cell (2026-07-20)
		['¥4.2 ¥2.1', ['4.2 CNY - listed list', '2.1 CNY - listed effective']],
		['~~¥4.2~~ ¥2.1', ['4.2 CNY - listed list', '2.1 CNY - listed effective']],
		['$0.435 (75% off) ~~$1.74~~', ['1.74 USD - listed list', '0.435 USD - listed effective']],
		['$0.03625 (limited-time 75% off*)', ['0.03625 USD - listed effective']],
		// the second price is not printed (2026-08-10)
		['原价12元\n限时5折', ['12 CNY - listed list', '6 CNY - listed effective']],
		['原价2元 限时8折', ['2 CNY - listed list', '1.6 CNY - listed effective']],
		['免费', ['0 - - free list']],
		['Free', ['0 - - free list']],
		['限时免费', ['0 - - free effective']],
		['Limited-time Free', ['0 - - free effective']],
		['¥0.0(限免)', ['0.0 CNY - free effective']],
		// a zero in digits is no word for free
		['$0', ['0 USD - unknown list']],
		...['-', '\\', '/', '', '—', '不支持', 'N/A'].map(cell => [cell, []] as [string, string[]]),
	])('%s reads as %j', (cell, expected) => {
		expect(brief(cell)).toEqual(expected);
	});

	it.each(['-1', '$-1', '1e-7', 'NaN', 'about $5', '5 to 6', '2026-13-45', '原价12元', '110 万元 / 年', '0.18元/分钟'])(
		'%s is refused',
		cell => {
			expect(() => moneyOf('made', cell)).toThrow(/^made: unexpected price: /);
		},
	);

	it('is a price, nothing, or refused, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => {
				try {
					for (const { amount } of moneyOf('made', text))
						if (!/^\d+(\.\d+)?$/.test(amount)) throw new Error(`money: no amount: ${amount}`);
				} catch (error) {
					if (!(error instanceof ShapeError)) throw error;
				}
			}),
		);
	});
});

describe('a band of lengths', () => {
	it.each([
		['输入长度 [0, 32)', [0, 32_000, 0, null]],
		['输入长度 [32+)', [32_000, null, 0, null]],
		['输入长度 [0, 32)\n输出长度 [0, 0.2)', [0, 32_000, 0, 200]],
		['输入长度 [0, 32)输出长度 [0.2+)', [0, 32_000, 200, null]],
		['输入长度 (32, 128]', [32_001, 128_001, 0, null]],
		['输入长度 [0, 32] 且输出长度 (0.2,+∞)', [0, 32_001, 201, null]],
		['输入长度（0, 16k）', [0, 16_000, 0, null]],
		['输入长度 [16k, 32k）', [16_000, 32_000, 0, null]],
		['输入长度 [32k+）', [32_000, null, 0, null]],
		['输入长度 32k+', [32_001, null, 0, null]],
		['输入长度（256k, 1M]', [256_001, 1_000_001, 0, null]],
		['0<Token≤128K', [0, 128_001, 0, null]],
		['128K<Token≤1M', [128_001, 1_000_001, 0, null]],
		['Prompt length [0, 256]', [0, 256_001, 0, null]],
		['上下文 ≤ 512K', [0, 512_001, 0, null]],
		['上下文 512K ~ 1M', [512_001, 1_000_001, 0, null]],
		['Prompts > 200K tokens', [200_001, null, 0, null]],
		['Input 256K - 1M', [256_001, 1_000_001, 0, null]],
	])('%s reads as %j', (text, expected) => {
		expect(Object.values(bandOf('made', text, 1000))).toEqual(expected);
	});

	it.each(['', '200K', 'long', '[32, 0)', '(128, 32]', '[0, x)'])('%s is refused', text => {
		expect(() => bandOf('made', text, 1000)).toThrow(/^made: (unexpected|empty) band: /);
	});
});
