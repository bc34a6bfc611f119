import { z } from 'zod';
import { cardPrices, cardRows } from '../anthropic-cards.ts';
import { bandOf } from '../band.ts';
import type { Known } from '../columns.ts';
import { rowsOf } from '../entries.ts';
import { pageOf } from '../page.ts';
import { daysIn } from '../printed-day.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'anthropic';

const standard: Known = [
	[/^model$/i, 'model'],
	[/^base input tokens$/i, 'input'],
	[/^5m cache writes$/i, 'cache_write_5m'],
	[/^1h cache writes$/i, 'cache_write_1h'],
	[/^cache hits (&|and) refreshes$/i, 'cache_read'],
	[/^output tokens$/i, 'output'],
];
const batch: Known = [
	[/^model$/i, 'model'],
	[/^batch input$/i, 'input'],
	[/^batch output$/i, 'output'],
];

/** List prices of Anthropic in dollars: the documentation's tables, or the cards of the plans page. */
export const source = {
	id,
	title: 'Anthropic price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://platform.claude.com/docs/en/about-claude/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Anthropic (platform.claude.com/docs/en/about-claude/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://platform.claude.com/docs/en/about-claude/pricing', page: true }],
	read(body, reject) {
		const document = pageOf(id, body);
		const cards = cardPrices(document).map((entry, i) => ({ where: `card price ${i + 1}`, entry }));
		if (cards.length > 0) return rowsOf(id, Card, cards, card => cardRows(id, card), reject);
		return pricesOf(id, tablesOf(document.documentElement).flatMap(sheetsOf), reject);
	},
} satisfies Source<PriceInput>;

const Card = z.object({ model: z.string(), labels: z.array(z.string()), cell: z.string() });

function sheetsOf({ rows }: Table, i: number): TokenSheet[] {
	const about = { where: `table ${i}`, currency: 'USD' as const, providerOf: () => id, nameOf };
	const sheets = [
		sheetOf(id, rows, standard, { ...about, placeOf: noted }),
		sheetOf(id, rows, batch, { ...about, placeOf: noted, service_tier: 'batch' }),
	];
	return sheets.filter(sheet => sheet !== null);
}

const days = /\s+(through|until|starting|from)\s+.*\d{4}.*$/i;

/** "Claude Opus 4.1 (retired, except on ...)": notes follow the name in brackets or as a span of days. */
function nameOf(cell: string): string {
	return cell
		.replace(/\s+/g, ' ')
		.replace(/\s*\(.*$/, '')
		.replace(days, '');
}

/** What the notes beside a name say: a band of lengths, the last day of an introductory price, the first of the next. */
function noted(place: Place, cells: Parameters<NonNullable<TokenSheet['placeOf']>>[1]): Place {
	const cell = (cells.get('model') ?? '').replace(/\s+/g, ' ');
	const length = /\(([^)]*[<>≤≥][^)]*)\)/.exec(cell)?.[1];
	const day = daysIn(cell).at(-1) ?? null;
	const starts = day !== null && /\b(starting|from)\b/i.test(cell);
	return {
		...place,
		...(length === undefined ? {} : bandOf(id, length)),
		...(starts ? { valid_from: day } : { promo_until: day }),
	};
}
