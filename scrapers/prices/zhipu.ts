import { z } from 'zod';
import type { Known } from '../columns.ts';
import { rowsOf } from '../entries.ts';
import { moneyOf } from '../money.ts';
import { pageOf } from '../page.ts';
import { nameIn, quotesOf } from '../quote.ts';
import type { Meter, PriceInput, Source } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf } from '../token-sheet.ts';

const id = 'zhipu';
const provider = 'zhipu-cn';

const known: Known = [
	[/^模型(名称)?$/, 'model'],
	[/^上下文/, 'band'],
	[/^输入单价.*百万tokens/i, 'input'],
	[/^输出单价.*百万tokens/i, 'output'],
	[/^缓存存储.*百万tokens\/小时/i, 'cache_storage'],
	[/^缓存命中.*百万tokens/i, 'cache_read'],
	[/^输入模态$/, 'ignored'],
];

// a badge beside the name is no part of it
const nameOf = (cell: string): string => (cell.split('\n')[0] ?? '').replace(/\s*(新品|热门|限时)$/, '');

/** Mainland list prices of Zhipu in yuan: bands by the lengths of prompt and answer, storage free for a time. */
export const source = {
	id,
	title: 'Zhipu price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://open.bigmodel.cn/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Zhipu (open.bigmodel.cn/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	needs: { browser: true },
	requests: () => [{ url: 'https://open.bigmodel.cn/pricing', page: true, shows: /\d\s?元/ }],
	read(body, reject) {
		const tables = joined(tablesOf(pageOf(id, body).documentElement));
		const about = { currency: 'CNY' as const, scale: 1000, providerOf: () => provider, nameOf };
		const sheets = tables.flatMap((rows, i) => sheetOf(id, rows, known, { ...about, where: `table ${i}` }) ?? []);
		const flat = tables.flatMap((rows, i) => flatPlaces(rows, `table ${i}`));
		return [
			...pricesOf(id, sheets, reject),
			...rowsOf(id, Line, flat, (line, { head, unit }) => flatRows(line, head, unit), reject),
		];
	},
} satisfies Source<PriceInput>;

/** The header is a table of its own and the body follows. */
function joined(tables: Table[]): string[][][] {
	const isHead = ({ rows, element }: Table) => rows.length === 1 && !element.querySelector('td');
	return tables.flatMap((table, i) => {
		const above = tables[i - 1];
		if (isHead(table)) return [];
		return above && isHead(above) ? [[...above.rows, ...table.rows]] : [table.rows];
	});
}

const Line = z.array(z.string().max(2000));

/** Older models have one price for all tokens, and one for batches of them; pictures and clips are priced by the call. */
function flatPlaces([head = [], ...lines]: string[][], where: string) {
	const unit = head.includes('上下文') ? 'million_tokens' : head.includes('分辨率') ? 'request' : null;
	if (head[0] !== '模型' || !head.includes('单价') || unit === null) return [];
	return lines.map((entry, y) => ({ where: `${where} row ${y + 1}`, entry, head, unit }) as const);
}

function flatRows(line: string[], head: string[], unit: 'million_tokens' | 'request'): PriceInput[] {
	const model = nameIn(id, nameOf(line[0] ?? ''));
	return head.flatMap((field, x) => {
		const service_tier = field === '单价' ? 'standard' : /^Batch API 定价$/i.test(field) ? 'batch' : null;
		const cell = line[x] ?? '';
		if (service_tier === null || moneyOf(id, cell).length === 0) return [];
		const place = { provider, model, field, currency: 'CNY' as const, unit, service_tier } as const;
		return metersOf(model, unit).flatMap(meter => quotesOf(id, { ...place, meter }, cell));
	});
}

/** Vectors and rankings have no tokens to answer with. */
function metersOf(model: string, unit: 'million_tokens' | 'request'): Meter[] {
	if (unit === 'request') return ['request'];
	return /embedding|rerank/i.test(model) ? ['input'] : ['input', 'output'];
}
