import { bandOf } from '../band.ts';
import type { Column, Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { cellText, tablesOf } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'minimax';

const unit = '( ?(/ ?)?(百万|1?M) tokens)?$';
const of = (words: string) => new RegExp(`^(${words})${unit}`, 'i');
const known: Known = [
	[/^(模型|model)$/i, 'model'],
	[of('输入价格|输入|输入\\s*[(（]含多模态[)）]|input( price)?'), 'input'],
	[of('输出价格|输出|output( price)?'), 'output'],
	[of('缓存读取|(prompt caching|cache) read'), 'cache_read'],
	[of('缓存写入|(prompt caching|cache) write'), 'cache_write'],
];
const tiers = { 标准: 'standard', standard: 'standard', 优先: 'priority', priority: 'priority' } as const;

/**
 * List prices of MiniMax in yuan, and in dollars on its international pages, of which no body has been captured. Text
 * prices stand in boxes of a grid, not in tables; only the tab that is open is in the page.
 */
export const source = {
	id,
	title: 'MiniMax price pages',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://platform.minimax.io/docs/guides/pricing-paygo',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from MiniMax (platform.minimax.io/docs/guides/pricing-paygo) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	needs: { browser: true },
	requests: () => [
		{ url: 'https://platform.minimaxi.com/subscribe/token-plan?tab=api-enterprise', page: true, shows: /[¥￥]\s?\d/ },
		{ url: 'https://platform.minimax.io/docs/guides/pricing-paygo', page: true, shows: /\$\s?\d/ },
	],
	read(body, reject) {
		const page = pageOf(id, body).documentElement;
		const grids = [...gridsOf(page), ...tablesOf(page)];
		return pricesOf(
			id,
			grids.flatMap((grid, i) => sheetIn(grid, i) ?? []),
			reject,
		);
	},
} satisfies Source<PriceInput>;

type Grid = { rows: string[][]; element: Element };

/** Lines of boxes side by side: neighbours that lay out their columns by the same style. */
function gridsOf(page: Element): Grid[] {
	const lines = [...page.querySelectorAll('[style*="grid-template-columns"]')];
	const holders = new Set(lines.map(line => line.parentElement).filter(holder => holder !== null));
	return [...holders].map(element => ({
		element,
		rows: lines.filter(line => line.parentElement === element).map(line => [...line.children].map(cellText)),
	}));
}

function sheetIn({ rows, element }: Grid, i: number): TokenSheet | null {
	const text = rows.flat().join(' ');
	const [usd, cny] = [text.includes('$'), /[¥￥]/.test(text)];
	const currency = usd ? ('USD' as const) : ('CNY' as const);
	const providerOf = () => (currency === 'CNY' ? `${id}-cn` : id);
	const sheet = sheetOf(id, rows, known, { where: `grid ${i}`, currency, providerOf, placeOf });
	if (sheet === null) return null;
	if (usd === cny) throw new ShapeError(id, 'expected one currency', text);
	return { ...sheet, service_tier: tierOf(element) };
}

/** The open tab of the nearest box that has tabs; a box without any shows the standard tier. */
function tierOf(grid: Element): 'standard' | 'priority' {
	let box: Element | null = grid;
	while (box && !/^(MAIN|BODY)$/i.test(box.tagName)) {
		const tabs = [...box.children].find(child => child.getAttribute('role') === 'tablist');
		const open = tabs && [...tabs.children].find(tab => tab.getAttribute('aria-selected') === 'true');
		if (open) {
			const tier = tiers[cellText(open).toLowerCase() as keyof typeof tiers];
			if (tier === undefined) throw new ShapeError(id, 'unknown service tier', cellText(open));
			return tier;
		}
		box = box.parentElement;
	}
	return 'standard';
}

// badges follow it without a space: "上下文 ≤ 512K永久五折"
const lengthBelow = /\n(?:上下文|context|input)\s*([≤<>]?\s*\d+[KM](?:\s*[~～-]\s*\d+[KM])?)/i;

/** The band stands below the name; the unit in the heading or behind the price. */
function placeOf(place: Place, cells: Map<Column, string>): Place {
	const length = lengthBelow.exec(cells.get('model') ?? '')?.[1];
	if (![place.field, ...cells.values()].some(text => /(百万|1?M) tokens/i.test(text)))
		throw new ShapeError(id, 'unknown unit', place.field);
	return { ...place, ...(length === undefined ? {} : bandOf(id, length)) };
}
