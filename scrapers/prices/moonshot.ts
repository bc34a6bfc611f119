import type { Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import type { PriceInput, Request, Source } from '../source.ts';
import type { Table } from '../table.ts';
import { pricesOfPage, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'moonshot';

const known: Known = [
	[/^(模型|model)$/i, 'model'],
	[/^(计费单位|unit|billing unit)$/i, 'mode'],
	[/^(输入价格\s*[(（]缓存命中[)）]|input( price)?\s*\(cache hit\))$/i, 'cache_read'],
	[/^(输入价格\s*[(（]缓存未命中[)）]|input( price)?\s*\(cache miss\))$/i, 'input'],
	[/^(输出价格|output( price)?)$/i, 'output'],
	[/^(上下文窗口|context (window|length))$/i, 'ignored'],
];

const indexes = ['https://platform.kimi.com/docs/pricing/chat', 'https://platform.kimi.ai/docs/pricing/chat'];

/**
 * List prices of Moonshot's Kimi models, in yuan and in dollars: one page and one table for each model. Of the dollar
 * pages no body has been captured: their headings are those of the yuan pages in English, and any other is refused.
 */
export const source = {
	id,
	title: 'Moonshot (Kimi) price pages',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://platform.kimi.ai/docs/pricing/chat',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Moonshot AI (platform.kimi.ai/docs/pricing/chat) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => indexes.map(url => ({ url, page: true, index: true })),
	// a new model is a new page: its address stands in the menu of the index
	follow: bodies => bodies.flatMap(body => modelPages(body.url, pageOf(id, body))),
	read: (body, reject) => pricesOfPage(id, body, sheetIn, reject),
} satisfies Source<PriceInput>;

function modelPages(index: string, document: Document): Request[] {
	const found = [...document.querySelectorAll('a[href]')].flatMap(link => {
		const href = link.getAttribute('href') ?? '';
		return URL.canParse(href, index) ? [new URL(href, index)] : [];
	});
	const pages = found.filter(
		({ origin, pathname }) => origin === new URL(index).origin && /^\/docs\/pricing\/chat-[\w-]+$/.test(pathname),
	);
	if (pages.length === 0) throw new ShapeError(id, 'no model pages', index);
	return [...new Set(pages.map(({ origin, pathname }) => origin + pathname))].map(url => ({
		url,
		page: true,
		shows: /[¥￥$]\s?\d/,
	}));
}

function sheetIn({ rows }: Table, i: number): TokenSheet | null {
	const text = rows.flat().join(' ');
	const [usd, cny] = [text.includes('$'), /[¥￥]/.test(text)];
	const currency = usd ? ('USD' as const) : ('CNY' as const);
	const sheet = sheetOf(id, rows, known, {
		where: `table ${i}`,
		currency,
		providerOf: () => (currency === 'CNY' ? `${id}-cn` : id),
		placeOf(place, cells) {
			const unit = cells.get('mode') ?? '';
			if (!/^(1M|百万)\s*tokens$/i.test(unit)) throw new ShapeError(id, 'unknown unit', unit);
			return place;
		},
	});
	if (sheet !== null && usd === cny) throw new ShapeError(id, 'expected one currency', text);
	return sheet;
}
