import { z } from 'zod';
import { bandOf, type Band } from '../band.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { moneyOf } from '../money.ts';
import { namesIn } from '../names.ts';
import { pageOf } from '../page.ts';
import { nameIn, quotesOf } from '../quote.ts';
import { Meter, type PriceInput, type Source, type Unit } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';

const id = 'baidu';

/** What one line of a sheet says: whose price, what for, in which unit, and the cells of its tiers. */
type Line = { names: string[]; item: string; unit: string; cells: { cell: string; tier: 'standard' | 'batch' }[] };
const Cells = z.array(z.string().max(2000));

/**
 * List prices of Baidu's ERNIE models in yuan, mostly per thousand tokens, one line for each thing billed, and its host
 * prices of others'. No body has been captured: the reader follows the headings and items that several public readers of
 * the page name, and the three columns of its page of 2024; any other item of a token price is refused.
 */
export const source = {
	id,
	title: 'Baidu Qianfan price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://cloud.baidu.com/doc/qianfan/s/wmh4sv6ya',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Baidu (cloud.baidu.com/doc/qianfan/s/wmh4sv6ya) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{ url: 'https://cloud.baidu.com/doc/qianfan/s/wmh4sv6ya', page: true, shows: /元\/(千|百万) ?tokens/i },
	],
	read(body, reject) {
		const tables = tablesOf(pageOf(id, body).documentElement);
		const places = tables.flatMap((table, i) => placesOf(table, `table ${i}`));
		if (places.length === 0) throw new ShapeError(id, 'no price table', `${tables.length} tables`);
		return rowsOf(id, Cells, places, (cells, { lineOf }) => pricesIn(lineOf(cells)), reject);
	},
} satisfies Source<PriceInput>;

/** The lines of a table of prices; none where its headings are those of another table (packages, quotas, training). */
function placesOf({ rows: [head = [], ...lines] }: Table, where: string) {
	const at = (pattern: RegExp) => head.findIndex(heading => pattern.test(heading));
	const all = (pattern: RegExp) => head.flatMap((heading, x) => (pattern.test(heading) ? [x] : []));
	const [model, version, unit] = [at(/^(模型|服务)名称$/), at(/^版本名称$/), at(/^(计费)?单位$/)];
	const items = all(/^(子项|计费项|类型)$/);
	const [online, batch] = [all(/^(在线推理|单价)/), all(/^批量推理/)];
	const heading = head[online[0] ?? -1] ?? '';
	if (model < 0 || items.length === 0 || online.length !== 1 || batch.length > 1) return [];
	const lineOf = (cells: string[]): Line => {
		if (cells.length !== head.length)
			throw new ShapeError(id, `expected ${head.length} cells got ${cells.length}`, cells.join(' | '));
		const of = (places: number[], tier: 'standard' | 'batch') =>
			places.map(x => ({ cell: (cells[x] ?? '').trim(), tier }));
		return {
			names: namesIn(cells[version] || cells[model] || ''),
			item: [...new Set(items.map(x => cells[x] ?? ''))].join(' ').trim(),
			unit: cells[unit] || (/元\/.+/.exec(heading)?.[0].replace(/[)）]$/, '') ?? ''),
			cells: [...of(online, 'standard'), ...of(batch, 'batch')],
		};
	};
	return lines.map((entry, y) => ({ where: `${where} row ${y + 1}`, entry, lineOf }));
}

function pricesIn({ names, item, unit, cells }: Line): PriceInput[] {
	const billed = unitOf(unit);
	if (billed === 'other') return [];
	const { meter, suffix, band } = itemOf(item);
	if (names.length === 0) throw new ShapeError(id, 'unexpected model', item);
	return names.flatMap(name => {
		const model = nameIn(id, `${name}${suffix}`);
		const provider = /^(ernie|qianfan|bce|文心)/i.test(model) ? `${id}-cn` : `${id}-cn-host`;
		return cells.flatMap(({ cell, tier }) => {
			if (billed === null && moneyOf(id, cell).some(({ unit, status }) => unit === null && status !== 'free'))
				throw new ShapeError(id, 'unknown unit', cell);
			const about = { provider, model, meter, field: item, service_tier: tier, ...band };
			return quotesOf(id, { ...about, currency: 'CNY', unit: billed ?? 'thousand_tokens' }, cell);
		});
	});
}

/** Null where none is stated; `other` is billed by the picture, the second or the letter, and is no price of tokens. */
function unitOf(text: string): Unit | 'other' | null {
	if (/千\s*tokens?$/i.test(text)) return 'thousand_tokens';
	if (/百万\s*tokens?$/i.test(text)) return 'million_tokens';
	if (/token/i.test(text)) throw new ShapeError(id, 'unknown unit', text);
	return /次$/.test(text) ? 'request' : text === '' ? null : 'other';
}

const items: [pattern: RegExp, meter: Meter][] = [
	[/^(命中缓存|缓存命中|输入\s*[(（](命中缓存|缓存命中)[)）])/, 'cache_read'],
	[/^输入/, 'input'],
	[/^输出/, 'output'],
	[/^(联网|搜索)/, 'search'],
];
const media: [pattern: RegExp, suffix: 'audio' | 'image' | 'video'][] = [
	[/音频|语音/, 'audio'],
	[/图片|图像/, 'image'],
	[/视频/, 'video'],
];

/** "输出（32k<输入<=128k）": what is billed, and in brackets for which length, medium or mode. */
function itemOf(item: string): { meter: Meter; suffix: string; band: Partial<Band> } {
	const [pattern, meter] = items.find(([pattern]) => pattern.test(item)) ?? [];
	if (!pattern || !meter) throw new ShapeError(id, 'unknown meter', item);
	const rest = item.replace(pattern, '').replace(/\s+/g, ' ').trim();
	const said = /^[(（](.*)[)）]$/.exec(rest)?.[1] ?? rest;
	const plain = { meter, suffix: '', band: {} };
	if (meter === 'search' || /^(tokens?|文本|非思考(模式)?)?$/i.test(said)) return plain;
	if (/\d/.test(said)) return { ...plain, band: bandOf(id, said.replace(/输入(长度)?/g, 'input')) };
	if (/^思考(模式)?$/.test(said)) return { ...plain, suffix: ':thinking' };
	const medium = media.find(([pattern]) => pattern.test(said))?.[1];
	const apart = Meter.safeParse(`${meter}_${medium}`);
	if (!apart.success) throw new ShapeError(id, 'unknown condition', item);
	return { ...plain, meter: apart.data };
}
