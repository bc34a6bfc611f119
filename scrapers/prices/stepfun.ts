import type { Column, Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { moneyOf } from '../money.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import type { Table } from '../table.ts';
import { pricesOfPage, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'stepfun';

const known: Known = [
	[/^(模型(名称)?|models?( name)?)$/i, 'model'],
	[/^(计费单位|单位|(billing )?unit)$/i, 'mode'],
	[/^(输入(价格)?\s*[(（]?缓存命中[)）]?|(cached )?input( price)?\s*\(cache hit\))$/i, 'cache_read'],
	[/^(输入(价格)?\s*[(（]?缓存未命中[)）]?|input( price)?\s*\(cache miss\))$/i, 'input'],
	[/^(输出(价格)?|output( price)?)$/i, 'output'],
	[/^(状态|说明|备注|上下文(长度|窗口)?|status|notes?|context( (window|length))?)$/i, 'ignored'],
];

/** Speech, pictures and searches share tables with tokens and are billed by the hour, the letter, the piece or the call. */
const otherUnit = /小时|字符|张|次|音色|hour|char|image|call|voice|minute|分钟/i;
const isTokens = (unit: string): boolean => /^(每\s*)?(1\s*M|百万)\s*tokens?$/i.test(unit);

/**
 * List prices of StepFun's models, in yuan and in dollars: two lists of the same shape. No body has been captured: the
 * reader follows the headings and cells that several public readers of both pages name, and refuses any other heading.
 */
export const source = {
	id,
	title: 'StepFun price pages',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://platform.stepfun.com/docs/zh/guides/pricing/details',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from StepFun (platform.stepfun.com/docs/zh/guides/pricing/details) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{ url: 'https://platform.stepfun.com/docs/zh/guides/pricing/details', page: true, shows: /1M tokens[^]*\d\s?元/i },
		{ url: 'https://platform.stepfun.ai/docs/en/guides/pricing/details', page: true, shows: /1M tokens[^]*\$\s?\d/i },
	],
	read: (body, reject) => pricesOfPage(id, body, sheetIn, reject),
} satisfies Source<PriceInput>;

function sheetIn({ rows }: Table, i: number): TokenSheet | null {
	const text = rows.slice(1).flat().join(' ');
	const [usd, cny] = [text.includes('$'), /[¥￥]|\d\s*元/.test(text)];
	const currency = usd ? ('USD' as const) : ('CNY' as const);
	const suffix = currency === 'CNY' ? '-cn' : '';
	// a model of another lab is hosted
	const providerOf = (model: string) => `${id}${suffix}${/^step/i.test(model) ? '' : '-host'}`;
	const sheet = sheetOf(id, rows, known, { where: `table ${i}`, currency, providerOf, placeOf });
	if (sheet === null) return null;
	const units = sheet.columns.findIndex(({ column }) => column === 'mode');
	if (units < 0) throw new ShapeError(id, 'unknown unit', rows[0]?.join(' | '));
	const lines = sheet.lines.filter(line => isTokens(line[units] ?? '') || !otherUnit.test(line[units] ?? ''));
	if (lines.some(line => line.some(cell => /\d\s*元|[$¥￥]/.test(cell))) && usd === cny)
		throw new ShapeError(id, 'expected one currency', text);
	return { ...sheet, lines };
}

/** What is free for a time may say so in place of its unit; any price in digits needs one. */
function placeOf(place: Place, cells: Map<Column, string>): Place {
	const unit = cells.get('mode') ?? '';
	const cell = cells.get(place.meter as Column) ?? '';
	if (!isTokens(unit) && moneyOf(id, cell).some(({ status }) => status !== 'free'))
		throw new ShapeError(id, 'unknown unit', unit);
	return place;
}
