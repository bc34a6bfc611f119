import type { Column, Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { daysIn } from '../printed-day.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { cellText, type Table } from '../table.ts';
import { pricesOfPage, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'tencent';

const unit = String.raw`\s*[(（]元\/百万\s*tokens?[)）]$`;
const known: Known = [
	[/^模型名称$/, 'model'],
	[/^条件\s*[(（]token[)）]$/i, 'band'],
	[new RegExp(`^推理输入${unit}`, 'i'), 'input'],
	[new RegExp(`^推理输出${unit}`, 'i'), 'output'],
	[new RegExp(`^缓存命中${unit}`, 'i'), 'cache_read'],
];

// Hunyuan and Youtu are Tencent's own; every other lab's model is hosted, or passed on from its maker ("原厂直供")
const isOwn = (model: string): boolean => /^(hy|hunyuan|混元|yt)\b|^(hy|yt)[\d-]/i.test(model);
/** The mainland sheet is the list; another region has its own prices, still in yuan. */
const regions: Record<string, string> = { 广州: 'cn', 新加坡: 'sg' };

/** List prices of Tencent's own models in yuan, and its host prices of others', by region. */
export const source = {
	id,
	title: 'Tencent TokenHub price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://cloud.tencent.com/document/product/1823/130055',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Tencent (cloud.tencent.com/document/product/1823/130055) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	needs: { browser: true },
	requests: () => [
		{ url: 'https://cloud.tencent.com/document/product/1823/130055', page: true, shows: /元\/百万 ?tokens[^]*\d\.\d/ },
	],
	read: (body, reject) => pricesOfPage(id, body, sheetIn, reject),
} satisfies Source<PriceInput>;

function sheetIn({ rows, headings, element }: Table, i: number): TokenSheet | null {
	const region = regionOf(element);
	const suffix = regions[region ?? '广州'];
	const providerOf = (model: string) => `${id}-${suffix}${isOwn(model) ? '' : '-host'}`;
	// the mainland sheet has no region: it is the headline
	const sold = suffix === 'cn' ? null : region;
	const about = { where: `table ${i}`, currency: 'CNY' as const, region: sold, providerOf, nameOf, placeOf };
	const sheet = sheetOf(id, rows, known, about);
	if (sheet === null) return null;
	if (suffix === undefined) throw new ShapeError(id, 'unknown region', region);
	const scene = headings.find(text => /场景$/.test(text)) ?? '';
	if (!/^(在线推理|批量任务)场景$/.test(scene)) throw new ShapeError(id, 'unknown service tier', headings.join(' / '));
	return { ...sheet, service_tier: scene.startsWith('批量') ? 'batch' : 'standard' };
}

/** The label of the tab that a table stands in; null where it stands in none. */
function regionOf(element: Element): string | null {
	const pane = element.closest('.tse-tabs__cont');
	const tabs = pane?.closest('.tse-tabs');
	if (!pane || !tabs) return null;
	const place = [...tabs.children].filter(child => child.classList.contains('tse-tabs__cont')).indexOf(pane);
	const label = tabs.querySelectorAll('.tse-tabs__item-label')[place];
	return label ? cellText(label) : '';
}

const ending = /\s*[(（][^)）]*下线[)）]$/;
/** The name in one line, without the day on which the model is taken down. */
const nameOf = (cell: string): string => cell.replace(/\s+/g, ' ').replace(ending, '');

function placeOf(place: Place, cells: Map<Column, string>): Place {
	const note = ending.exec((cells.get('model') ?? '').replace(/\s+/g, ' '))?.[0] ?? '';
	return { ...place, valid_to: daysIn(note)[0] ?? null };
}
