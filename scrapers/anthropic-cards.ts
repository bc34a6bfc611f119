import { anyLength, bandOf } from './band.ts';
import { ShapeError } from './error.ts';
import { nameIn, quotesOf } from './quote.ts';
import type { Meter, PriceInput } from './source.ts';
import { cellText } from './table.ts';

/** A price of a card and the labels that lead to it: "Prompt caching", "≤ 200K tokens", "Write". */
export type CardPrice = { model: string; labels: string[]; cell: string };

/** The token prices of the plans page, which has cards and no tables (2026-03-13); plans and tools are left out. */
export function cardPrices(document: Document): CardPrice[] {
	return [...document.querySelectorAll('[data-api-price]')].flatMap(price => {
		const cell = cellText(price).replaceAll('\n', ' ');
		const card = price.closest('.card_pricing_api_wrap');
		const title = card?.querySelector('.card_pricing_title_text');
		return title && /MTok/.test(cell) ? [{ model: cellText(title), labels: labelsOf(price), cell }] : [];
	});
}

/** Each level of a breakdown stands below a line with its label, or below none. */
function labelsOf(price: Element): string[] {
	const labels = [labelIn(price.closest('.tokens_main_wrap'))];
	let level = price.closest('.tokens_breakdown_wrap');
	while (level) {
		labels.unshift(labelIn(level.previousElementSibling));
		level = level.parentElement?.closest('.tokens_breakdown_wrap') ?? null;
	}
	return labels.filter(label => label !== '');
}

function labelIn(line: Element | null): string {
	const label = line?.querySelector('.tokens_main_label');
	return label ? cellText(label) : '';
}

/** Rows of one card price, in dollars per million tokens; an unlabelled write keeps five minutes (sources.md 10.1). */
export function cardRows(source: string, { model, labels, cell }: CardPrice): PriceInput[] {
	const length = labels.find(label => /\d/.test(label));
	const place = {
		provider: source,
		model: nameIn(source, model),
		meter: meterOf(source, labels),
		field: labels.join(' > '),
		currency: 'USD' as const,
		unit: 'million_tokens' as const,
		...(length === undefined ? anyLength : bandOf(source, length)),
	};
	return quotesOf(source, place, cell);
}

function meterOf(source: string, labels: string[]): Meter {
	const path = labels.filter(label => !/\d/.test(label)).join(' > ');
	const meter = meters[path];
	if (meter === undefined) throw new ShapeError(source, 'unknown meter', path);
	return meter;
}

const meters: Partial<Record<string, Meter>> = {
	Input: 'input',
	Output: 'output',
	'Prompt caching > Write': 'cache_write_5m',
	'Prompt caching > Read': 'cache_read',
};
