import { bandOf } from '../band.ts';
import type { Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import type { PriceInput, Source } from '../source.ts';
import { cellText, tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'xiaomi';

const known: Known = [
	[/^(model|模型|模型名称)?$/i, 'model'],
	[/^(input|输入) ?[(（](cache hit|命中缓存|缓存命中)[)）]$/i, 'cache_read'],
	[/^(input|输入) ?[(（](cache miss|未命中缓存|缓存未命中)[)）]$/i, 'input'],
	[/^(output|输出)$/i, 'output'],
];

/**
 * List prices of Xiaomi's MiMo models, in yuan and in dollars. No body has been captured: the reader follows the text of
 * the page as it was before 2026-05-27 (bands side by side, several ids in one cell) and refuses any other heading.
 */
export const source = {
	id,
	title: 'Xiaomi MiMo price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://platform.xiaomimimo.com/docs/en-US/price/pay-as-you-go',
	terms: {
		licence: 'none stated',
		attribution:
			'List price read from Xiaomi (platform.xiaomimimo.com/docs/en-US/price/pay-as-you-go) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://platform.xiaomimimo.com/docs/en-US/price/pay-as-you-go', page: true }],
	read(body, reject) {
		const page = pageOf(id, body).documentElement;
		const sheets = tablesOf(page).flatMap((table, i) => sheetsOf(table, i));
		if (sheets.length > 0 && !/(1M|百万) ?tokens/i.test(cellText(page))) throw new ShapeError(id, 'unknown unit');
		return pricesOf(id, sheets, reject);
	},
} satisfies Source<PriceInput>;

/** One sheet for each band that stands above its columns; one in all where there are none. */
function sheetsOf({ rows }: Table, i: number): TokenSheet[] {
	const [first = [], second = [], ...rest] = rows;
	const isBanded = second[0] === first[0] && first.slice(1).some(text => /\d/.test(text));
	const groups = isBanded ? [...new Set(first.slice(1))] : [null];
	const [head, lines] = isBanded ? [second, rest] : [first, rows.slice(1)];
	const text = lines.flat().join(' ');
	const [usd, cny] = [text.includes('$'), /[¥￥]|\d\s*元/.test(text)];
	const currency = usd ? ('USD' as const) : ('CNY' as const);
	const sheets = groups.flatMap(group => {
		const kept = (_: string, x: number) => x === 0 || group === null || first[x] === group;
		const picked = [head, ...lines.flatMap(eachName)].map(line => line.filter(kept));
		const sheet = sheetOf(id, picked, known, {
			where: `table ${i} ${group ?? ''}`.trim(),
			currency,
			providerOf: () => (currency === 'CNY' ? `${id}-cn` : id),
			placeOf: place => (group === null ? place : { ...place, ...bandOf(id, group) }),
		});
		return sheet ?? [];
	});
	if (sheets.length > 0 && usd === cny) throw new ShapeError(id, 'expected one currency', text);
	return sheets;
}

/** Models at one price share a cell, each id on a line of its own. */
const eachName = ([names = '', ...cells]: string[]): string[][] => names.split('\n').map(name => [name, ...cells]);
