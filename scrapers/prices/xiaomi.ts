import { bandOf } from '../band.ts';
import type { Column, Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { namesIn } from '../names.ts';
import { pageOf } from '../page.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { cellText, tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'xiaomi';

const known: Known = [
	[/^(model( name)?|模型|模型名称)?$/i, 'model'],
	[/^(inference (type|mode)|推理(类型|方式|模式))$/i, 'mode'],
	[/^(input|输入) ?[(（](cache hit|命中缓存|缓存命中)[)）]$/i, 'cache_read'],
	[/^(input|输入) ?[(（](cache miss|未命中缓存|缓存未命中)[)）]$/i, 'input'],
	[/^(output|输出)$/i, 'output'],
];

/**
 * List prices of Xiaomi's MiMo models, in yuan and in dollars on one page. No body has been captured: the reader follows
 * its text before 2026-05-27 (bands side by side, several ids in one cell), after (no bands) and in 2026-10 (real time and
 * batch below one another), and refuses any other heading.
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
	requests: () => [
		{ url: 'https://platform.xiaomimimo.com/docs/en-US/price/pay-as-you-go', page: true, shows: /[¥￥$]\s?\d/ },
	],
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
	const isLabel = (x: number) => isBanded && first[x] === second[x];
	const groups = isBanded ? [...new Set(first.filter((_, x) => !isLabel(x)))] : [null];
	const [head, lines] = isBanded ? [second, rest] : [first, rows.slice(1)];
	const text = lines.flat().join(' ');
	const [usd, cny] = [text.includes('$'), /[¥￥]|\d\s*元/.test(text)];
	const currency = usd ? ('USD' as const) : ('CNY' as const);
	const named = head.findIndex(heading => known[0]?.[0].test(heading));
	const sheets = groups.flatMap(group => {
		const kept = (_: string, x: number) => group === null || isLabel(x) || first[x] === group;
		const picked = [head, ...lines.flatMap(line => eachName(line, named))].map(line => line.filter(kept));
		const sheet = sheetOf(id, picked, known, {
			where: `table ${i} ${group ?? ''}`.trim(),
			currency,
			providerOf: () => (currency === 'CNY' ? `${id}-cn` : id),
			placeOf: (place, cells) => ({
				...place,
				...(group === null ? {} : bandOf(id, group)),
				service_tier: tierOf(cells),
			}),
		});
		return sheet ?? [];
	});
	if (sheets.length > 0 && usd === cny) throw new ShapeError(id, 'expected one currency', text);
	return sheets;
}

function tierOf(cells: Map<Column, string>): Place['service_tier'] {
	const mode = cells.get('mode');
	if (mode === undefined || /^(real[- ]?time|实时)/i.test(mode)) return 'standard';
	if (/^(batch|批量)/i.test(mode)) return 'batch';
	throw new ShapeError(id, 'unknown service tier', mode);
}

/** Models at one price share a cell. */
function eachName(line: string[], at: number): string[][] {
	const names = namesIn(line[at] ?? '');
	return names.length < 2 ? [line] : names.map(name => line.map((cell, x) => (x === at ? name : cell)));
}
