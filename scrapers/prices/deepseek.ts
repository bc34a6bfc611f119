import { z } from 'zod';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import { hoursOf } from '../price-hours.ts';
import { daysIn } from '../printed-day.ts';
import { nameIn, quotesOf } from '../quote.ts';
import type { Meter, PriceInput, Source } from '../source.ts';
import { cellText, tablesOf, type Table } from '../table.ts';

const id = 'deepseek';

const Cell = z.string().max(500);

/** List prices of DeepSeek on its own pages, in dollars and in yuan: two lists, neither converted from the other. */
export const source = {
	id,
	title: 'DeepSeek price pages',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://api-docs.deepseek.com/quick_start/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from DeepSeek (api-docs.deepseek.com/quick_start/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{ url: 'https://api-docs.deepseek.com/quick_start/pricing', page: true, shows: /\$\s?\d/ },
		{ url: 'https://api-docs.deepseek.com/zh-cn/quick_start/pricing/', page: true, shows: /\d\s?元/ },
	],
	read(body, reject) {
		const document = pageOf(id, body);
		const prose = cellText(document.documentElement);
		const sheets = tablesOf(document.documentElement).filter(({ rows }) => rows.some(row => row.some(isMeter)));
		const places = sheets.flatMap(sheet => placesOf(sheet, prose));
		// the page has been seen without its price rows (2026-08-22)
		if (places.length === 0) throw new ShapeError(id, 'no price rows', `${sheets.length} tables`);
		return rowsOf(
			id,
			Cell,
			places,
			(cell, { place, label, hours }) =>
				hours.flatMap(held => quotesOf(id, { ...place, meter: meterOf(label), ...held }, cell)).map(promoted(prose)),
			reject,
		);
	},
} satisfies Source<PriceInput>;

// a row of prices says of how many tokens; "MAX OUTPUT" and "输出长度" do not
const isMeter = (label: string): boolean => /(百万\s*tokens|1M.*tokens)/i.test(label) && label.length < 100;

function meterOf(label: string): Meter {
	if (/缓存未命中|cache miss/i.test(label)) return 'input';
	if (/缓存命中|cache hit/i.test(label)) return 'cache_read';
	if (/输出|output/i.test(label)) return 'output';
	throw new ShapeError(id, 'unknown meter', label);
}

/** Models are columns: one place for each price cell below a model's name. */
function placesOf({ rows, before }: Table, prose: string) {
	const [head = [], ...lines] = rows;
	const isLabel = (text: string) => /^(模型|models?)$/i.test(text);
	const labels = head.findIndex(text => !isLabel(text));
	if (labels < 1) throw new ShapeError(id, 'unexpected heading', head.join(' | '));
	const currency = currencyOf(lines);
	const valid = validity(before.join(' '));
	const windows = lines.filter(line => !line.some(isMeter) && line.some(text => /peak|高峰|平峰/i.test(text)));
	return lines.flatMap((line, y) => {
		// the hours may be a column of their own behind the meter (2026-10)
		const label = line.slice(0, labels).find(isMeter);
		if (label === undefined) return [];
		return line.slice(labels).map((entry, x) => {
			const model = nameIn(id, head[labels + x] ?? '').replace(/\s*(\(\d+\)|\*)$/, '');
			const when = [...line.slice(0, labels), ...windows.map(line => line[labels + x] ?? '')].join(' ');
			return {
				where: `row ${y + 1}, ${model}`,
				entry,
				label,
				hours: hoursOf(when, prose),
				place: {
					provider: currency === 'CNY' ? `${id}-cn` : id,
					model,
					field: [...new Set(line.slice(0, labels))].join(': '),
					currency,
					unit: 'million_tokens' as const,
					...valid,
				},
			};
		});
	});
}

function currencyOf(lines: string[][]): 'USD' | 'CNY' {
	const cells = lines.filter(line => line.some(isMeter)).flat();
	const [usd, cny] = [cells.some(cell => cell.includes('$')), cells.some(cell => /\d\s*元|[¥￥]/.test(cell))];
	if (usd === cny) throw new ShapeError(id, 'expected one currency', cells.join(' | '));
	return usd ? 'USD' : 'CNY';
}

/** One page has held the current and the next list at once (2025-09), each with a day in the text above it. */
function validity(text: string): Pick<PriceInput, 'valid_from' | 'valid_to'> {
	const day = daysIn(text).at(-1);
	if (day === undefined) return {};
	if (/\buntil\b|截止|之前/i.test(text)) return { valid_to: day };
	return /starting from|effective from|起/i.test(text) ? { valid_from: day } : {};
}

/** The last day of a promotion stands in a footnote: "75% discount, valid until 2026/05/05 15:59 UTC". */
function promoted(prose: string): (row: PriceInput) => PriceInput {
	const notes = prose.split(/\n|。/).filter(note => /% (off|discount)|优惠|折/i.test(note));
	return row => {
		if (row.list_or_effective !== 'effective') return row;
		const until = notes.filter(note => note.includes(row.model)).flatMap(note => daysIn(note));
		return { ...row, promo_until: until.at(-1) ?? null };
	};
}
