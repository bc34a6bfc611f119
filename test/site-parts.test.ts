import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../site/csv.ts';
import * as format from '../site/format.ts';
import { href } from '../site/href.ts';
import { cut, spread, textWidth } from '../site/label.ts';
import { languages, parts, wordsOf } from '../site/words.ts';

const [en, zh] = [{ lang: 'en' }, { lang: 'zh' }] as const;

describe('numbers', () => {
	it('formats a list price with the digits of its sheet', () => {
		for (const [value, text] of [
			['15.0000000000', '$15.00'],
			['2.5', '$2.50'],
			['0.4350000000', '$0.435'],
			['0.0028', '$0.0028'],
			['0.0287769784', '$0.0288'],
		])
			expect(format.sheetUsd(value ?? '')).toBe(text);
	});

	it('formats a computed price with three digits, two decimals from ten dollars', () => {
		for (const [value, text] of [
			['26.25', '$26.25'],
			['1.5251', '$1.53'],
			['0.0505', '$0.0505'],
			['0.9999', '$1.00'],
			['9.996', '$10.00'],
			['1234.5', '$1,234.50'],
			['0.1375', '$0.138'],
			['0', '$0.00'],
		])
			expect(format.computedUsd(value ?? ''), value).toBe(text);
	});

	it('formats tokens to significant digits', () => {
		for (const [count, digits, english, chinese] of [
			[4_126_336_000_000, 4, '4.126T', '4.126万亿'],
			['6510000000000', 4, '6.510T', '6.510万亿'],
			[4_120_000_000_000, 3, '4.12T', '4.12万亿'],
			[20_000_000, 3, '20.0M', '2000万'],
			[30_000, 3, '30.0k', '3.00万'],
			[999_999_999_999, 3, '1000B', '10000亿'],
			[512, 3, '512', '512'],
		] as const) {
			expect(format.tokens(count, en, digits)).toBe(english);
			expect(format.tokens(count, zh, digits)).toBe(chinese);
		}
	});

	it('formats shares, bands, points, changes and ratios', () => {
		expect(format.share(0.5842)).toBe('58.4%');
		expect(format.band(0.419, 0.419, 0.49, en)).toBe('41.9% [41.9–49.0]');
		expect(format.band(0.419, 0.419, 0.49, zh)).toBe('41.9%[41.9–49.0]');
		expect(format.shareRange(0.532, 0.766, en)).toBe('53–77%');
		expect(format.shareRange(0.532, 0.766, zh)).toBe('53%–77%');
		expect(format.shareRange(0.321, 0.3215, zh)).toBe('32%');
		expect(format.pointsOf(0.032)).toBe('+3.2');
		expect(format.pointsOf(-0.0004)).toBe('0.0');
		expect(format.change(-0.86)).toBe('−86%');
		expect(format.change(-0.991, 1)).toBe('−99.1%');
		expect(format.ratio(2.8, en)).toBe('2.8×');
		expect(format.ratio(2.8, zh)).toBe('2.8倍');
		expect(format.ratio(142.2, en)).toBe('142×');
	});

	it('rounds half away from zero, from the decimal and not from a float', () => {
		expect(format.share('0.5005', 0)).toBe('50%');
		expect(format.share('0.125', 0)).toBe('13%');
		expect(format.share('-0.125', 0)).toBe('−13%');
		expect(format.computedUsd('1.005')).toBe('$1.01');
	});

	it('formats days and sizes', () => {
		expect(format.day('2026-05-29', en)).toBe('29 May 2026');
		expect(format.day('2026-05-09', zh)).toBe('2026年5月9日');
		expect(format.dayOfYear('2026-05-29', en)).toBe('29 May');
		expect(format.dayOfYear('2026-05-29', zh)).toBe('5月29日');
		expect(format.bytes(1_700_000)).toBe('1.7 MB');
		expect(format.bytes(75_400)).toBe('75 kB');
		expect(format.native('1', 'CNY')).toBe('¥1.00');
	});
});

describe('labels', () => {
	it('are at least a pitch apart, inside the frame and in their order', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 20 }), values => {
				const wanted = [...values].sort((a, b) => a - b);
				const places = spread(wanted, 14, 0, 400);
				places.forEach((place, index) => {
					expect(place).toBeGreaterThanOrEqual(-1e-6);
					expect(place).toBeLessThanOrEqual(400 + 1e-6);
					if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
				});
			}),
		);
	});

	it('stay where they are wanted while there is room', () => {
		expect(spread([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
		expect(spread([50, 50], 14, 0, 100)).toEqual([43, 57]);
		expect(spread([0, 0, 0], 14, 0, 100)).toEqual([0, 14, 28]);
	});

	it('shrink their pitch where the frame cannot hold them', () => {
		expect(spread([1, 2, 3], 14, 0, 20)).toEqual([0, 10, 20]);
	});

	it('are measured with the widths of the face, a Chinese sign as one em', () => {
		expect(textWidth('0000', 10)).toBeCloseTo(24);
		expect(textWidth('中国', 12)).toBe(24);
		expect(textWidth(cut('A very long name of a model', 80))).toBeLessThanOrEqual(80);
		expect(cut('short', 80)).toBe('short');
	});
});

describe('csv', () => {
	it('quotes, keeps null empty and lets no cell be a formula', () => {
		expect(
			csv(
				['a', 'b'],
				[
					{ a: 'x,"y"', b: null },
					{ a: '=cmd()', b: -1.5 },
					{ a: '-2', b: '\ttab' },
				],
			),
		).toBe('a,b\n"x,""y""",\n\'=cmd(),-1.5\n-2,\'\ttab\n');
	});

	it('has one line for each record whatever the texts hold', () => {
		fc.assert(
			fc.property(fc.array(fc.string(), { maxLength: 8 }), texts => {
				const written = csv(
					['text'],
					texts.map(text => ({ text })),
				);
				let isQuoted = false;
				let lines = 0;
				for (const sign of written) {
					if (sign === '"') isQuoted = !isQuoted;
					if (sign === '\n' && !isQuoted) lines += 1;
				}
				expect(lines).toBe(texts.length + 1);
			}),
		);
	});
});

describe('links', () => {
	it('are relative to the page they stand on', () => {
		for (const [from, to, link] of [
			['/', '/prices/', 'prices/'],
			['/prices/', '/', '../'],
			['/', '/', './'],
			['/prices/', '/prices/', './'],
			['/charts/a/', '/charts/b/#table', '../b/#table'],
			['/charts/a/', '/charts/a/#table', '#table'],
			['/charts/a/v/', '/charts/a.csv', '../../a.csv'],
			['/data/', '/data/tokens.duckdb', 'tokens.duckdb'],
			['/404.html', '/charts/', 'charts/'],
		] as const) {
			expect(href(from, to), `${from} to ${to}`).toBe(link);
			const base = new URL(`https://example.org/sub${from}`);
			expect(new URL(href(from, to), base).href).toBe(`https://example.org/sub${to}`);
		}
	});
});

describe('words', () => {
	const words = wordsOf('en');
	const lists = Object.values(parts).flatMap(part => Object.entries(part) as [string, readonly [string, string]][]);

	it('fill in their values and say which is missing', () => {
		expect(words('share-trend.few', { weeks: 3 })).toBe('3 weeks: dots, no line.');
		expect(() => words('share-trend.few')).toThrow('words: missing value of share-trend.few: weeks');
		for (const lang of languages) expect(wordsOf(lang).lang).toBe(lang);
	});

	it('keep a value with braces as it is', () => {
		expect(words('number.week', { week: '{day}' })).toBe('week of {day}');
	});

	it('stand in one part of the list each', () => {
		const keys = lists.map(([key]) => key);
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
	});

	it('say the same in both languages: no twin is empty, none lacks a value', () => {
		const named = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
		for (const [key, [english, chinese]] of lists) {
			expect(chinese, key).toMatch(/\S/);
			expect(named(chinese), key).toEqual(named(english));
		}
	});

	it('are clean in Chinese: full-width signs, no space between Chinese and Latin, never 兆', () => {
		for (const [key, [, chinese]] of lists) {
			if (!/[\u4e00-\u9fff]/.test(chinese)) continue;
			expect(chinese, key).not.toMatch(/[\u4e00-\u9fff] +[A-Za-z0-9{]|[A-Za-z0-9}] +[\u4e00-\u9fff]/);
			expect(chinese, key).not.toMatch(/[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(\s|$)|\([\u4e00-\u9fff]|兆/);
		}
	});
});
