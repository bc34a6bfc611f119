import { helpPageOf } from '../alibaba-help.ts';
import { bailianColumns, partsOf } from '../bailian-tables.ts';
import type { Column } from '../columns.ts';
import { ShapeError } from '../error.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'alibaba-bailian';

/** Beijing is the mainland list; elsewhere the same names have other prices, still in yuan. */
const regions: Record<string, string> = {
	'华北2（北京）': 'cn',
	'美国（弗吉尼亚）': 'us',
	新加坡: 'sg',
	'德国（法兰克福）': 'de',
	'日本（东京）': 'jp',
};
/** Where requests may be served: one region sells several. */
const scopes: Record<string, string> = { 全球: 'global', 国际: 'intl', 美国: 'us', 欧盟: 'eu', 日本: 'jp' };

/**
 * List prices of Alibaba's Qwen models in yuan by region, and its host prices of other labs' models. Cache and batch
 * prices stand in the prose as percentages and are not derived. The dollar page is a source of its own.
 */
export const source = {
	id,
	title: 'Alibaba Bailian price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://help.aliyun.com/zh/model-studio/model-pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Alibaba (help.aliyun.com/zh/model-studio/model-pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{ url: 'https://help.aliyun.com/zh/model-studio/model-pricing', page: true, shows: /每百万 ?Token[^]*\d元/i },
	],
	read: (body, reject) =>
		pricesOf(
			id,
			tablesOf(helpPageOf(id, body)).flatMap((table, i) => sheetsOf(table, i)),
			reject,
		),
} satisfies Source<PriceInput>;

function sheetsOf(table: Table, i: number): TokenSheet[] {
	const hosted = table.headings.some(text => /第三方模型/.test(text));
	return partsOf(table).flatMap(({ rows, suffix }) => {
		const region = table.headings.findLast(text => /^(华北|华东|华南|新加坡$|.+（.+）$)/.test(text));
		const about = {
			where: `table ${i}`,
			currency: 'CNY' as const,
			providerOf: () => '',
			nameOf: (cell: string) => `${cell.split('\n')[0]?.trim() ?? ''}${suffix}`,
			placeOf: (place: Place, cells: Map<Column, string>) => placeOf(place, cells, region, hosted),
		};
		const sheet = sheetOf(id, rows, bailianColumns, about);
		return sheet ? [{ ...sheet, lines: sheet.lines.map(unsold) }] : [];
	});
}

/** Some cells say in words that nothing is sold by the token: free to try only, or taken down. */
const unsold = (line: string[]): string[] => line.map(cell => (/^(目前仅供免费体验|已下线)/.test(cell) ? '-' : cell));

function placeOf(place: Place, cells: Map<Column, string>, region: string | undefined, hosted: boolean): Place {
	const where = regions[region ?? ''];
	if (where === undefined) throw new ShapeError(id, 'unknown region', region);
	const scope = cells.get('region');
	const sold = scope === undefined ? undefined : scopes[scope];
	if (scope !== undefined && sold === undefined) throw new ShapeError(id, 'unknown scope', scope);
	const parts = [id, where, ...(sold === undefined ? [] : [sold]), ...(hosted ? ['host'] : [])];
	// the mainland list itself has no region: it is the headline
	const isList = where === 'cn' && sold === undefined && !hosted;
	return { ...place, provider: parts.join('-'), region: isList ? null : scope ? `${region} / ${scope}` : region };
}
