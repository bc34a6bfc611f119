import type { Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import type { PriceInput, Source } from '../source.ts';
import type { Table } from '../table.ts';
import { pricesOfPage, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'volcengine-doubao';

const unit = String.raw`\s*[(（]?(元\/百万\s*token|USD\s*\/\s*M tokens)s?[)）]?$`;
const hour = String.raw`\s*[(（]?(元\/百万\s*token\/小时|USD\s*\/\s*M tokens\s*\/\s*Hour)[)）]?$`;
const of = (words: string, suffix = unit) => new RegExp(`^(${words})${suffix}`, 'i');
const known: Known = [
	[/^(模型名称|Model ID)$/i, 'model'],
	[/^(条件\s*[(（]?千\s*token[)）]?|Pricing tiers \(K tokens\))$/i, 'band'],
	[of('(输入|Input)\\s*[(（](非音频|non-audio)[)）]'), 'input'],
	[of('(输入|Input)\\s*[(（](音频|audio)[)）]'), 'input_audio'],
	[of('输入|Input'), 'input'],
	[of('缓存存储|Cache-storage', hour), 'cache_storage'],
	[of('(缓存命中|Cache-hit input)\\s*[(（](音频|audio)[)）]'), 'cache_read_audio'],
	[of('(缓存命中|Cache-hit input)(\\s*[(（](非音频|non-audio)[)）])?'), 'cache_read'],
	[of('输出|Output'), 'output'],
];

/** What stands above a table says which tier it is; short, so that no example in the prose passes for it. */
const tiers = [
	[/(低延迟|low[- ]latency)/i, 'low_latency'],
	[/(批量推理|batch)/i, 'batch'],
	[/(常规|standard)/i, 'standard'],
] as const;

// ByteDance's own names; all others are hosted
const isOwn = (model: string): boolean => /^(doubao|seed|dola|skylark)/i.test(model);

/** List prices of ByteDance's models in yuan (Volcengine) and dollars (BytePlus), with what both clouds host of others. */
export const source = {
	id,
	title: 'Volcengine and BytePlus price pages',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://www.volcengine.com/docs/82379/1544106',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from ByteDance (volcengine.com/docs/82379/1544106) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	needs: { browser: true },
	requests: () => [
		{ url: 'https://www.volcengine.com/docs/82379/1544106', page: true, shows: /元\/百万 ?token[^]*\d\.\d/ },
		{ url: 'https://docs.byteplus.com/en/docs/ModelArk/1544106', page: true, shows: /USD\/M tokens[^]*\d\.\d/ },
	],
	read: (body, reject) => pricesOfPage(id, body, sheetIn, reject),
} satisfies Source<PriceInput>;

/** Fine-tuned models stand below another heading for the base model, and rented throughput has no price by the token. */
function sheetIn({ rows, before }: Table, i: number): TokenSheet | null {
	const currency = rows[0]?.some(text => /USD/.test(text)) ? ('USD' as const) : ('CNY' as const);
	const owner = currency === 'CNY' ? `${id}-cn` : id;
	const providerOf = (model: string) => (isOwn(model) ? owner : currency === 'CNY' ? `${id}-cn-host` : `${id}-host`);
	const sheet = sheetOf(id, rows, known, { where: `table ${i}`, currency, scale: 1000, providerOf });
	if (sheet === null) return null;
	const service_tier = before
		.toReversed()
		.filter(text => text.length < 80)
		.flatMap(text => tiers.find(([pattern]) => pattern.test(text))?.[1] ?? [])[0];
	if (service_tier === undefined) throw new ShapeError(id, 'unknown service tier', before.at(-1));
	return { ...sheet, service_tier };
}
