import { z } from 'zod';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import { Amount } from '../price.ts';
import { nameIn, quotesOf } from '../quote.ts';
import type { Meter, PriceInput, Source } from '../source.ts';
import { cellText } from '../table.ts';

const id = 'mistral';

const meters: [label: RegExp, meter: Meter][] = [
	[/^(text )?input$/i, 'input'],
	[/^cached input$/i, 'cache_read'],
	[/^(text )?output$/i, 'output'],
	[/^audio input$/i, 'input_audio'],
	[/^audio output$/i, 'output_audio'],
];
const perTokens = /\s*[(/]\s*\/?\s*M tok(en)?s?\s*\)?$/i;
/** Training is no price of use. */
const training = /training|fine[- ]?tun/i;

const Card = z.object({
	name: z.string(),
	prices: z.array(z.object({ label: z.string(), atom: z.custom<Element>() })),
});
type Card = z.infer<typeof Card>;
const Printed = z.object({ priceUsd: Amount, prefix: z.string().nullish(), suffix: z.string().nullish() });

// Mistral's own names all sound alike; the others on its page are other labs' models
const isOwn = (model: string): boolean => /stral|xtral|^labs-|classifier/i.test(model);

/**
 * List prices of Mistral in dollars: a card a model, named by the id to copy, which is often a `-latest` alias. The same
 * cards are in euros too, a list of its own that is not read. No body has been captured: the reader follows the cards as
 * several public readers of the page describe them in 2026-09. Discounts for batch and cache stand as words only.
 */
export const source = {
	id,
	title: 'Mistral price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://mistral.ai/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Mistral AI (mistral.ai/pricing/api) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://mistral.ai/pricing/api/', page: true, shows: /M tokens[^]*\$\s?\d/i }],
	read(body, reject) {
		const cards = cardsOf(pageOf(id, body)).filter(({ prices }) => prices.length > 0);
		if (cards.length === 0) throw new ShapeError(id, 'no price cards', body.url);
		const places = cards.map((entry, i) => ({ where: `card ${i + 1}`, entry }));
		const rows = rowsOf(id, Card, places, pricesIn, reject);
		// some cards stand on the page twice
		return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()];
	},
} satisfies Source<PriceInput>;

function cardsOf(page: Document): Card[] {
	const blocks = [...page.querySelectorAll('mistral-block-card-model')];
	const cards = blocks.length > 0 ? blocks : [...page.querySelectorAll('.model-item')];
	return cards.map(card => ({
		name: nameOf(card),
		prices: [...card.querySelectorAll('mistral-atom-text-price')].map(atom => ({ label: labelOf(atom), atom })),
	}));
}

/** The id to copy, a dated one before an alias; the heading where there is none. */
function nameOf(card: Element): string {
	const ids = [...card.querySelectorAll('[data-text]')].map(button => button.getAttribute('data-text')?.trim() ?? '');
	const heading = card.querySelector('h1, h2, h3, h4, h5, h6, .text-h5');
	return ids.find(one => /-\d{4}$/.test(one)) ?? ids.find(one => one !== '') ?? (heading ? cellText(heading) : '');
}

/** The paragraph right before a price. */
function labelOf(atom: Element): string {
	const label = atom.previousElementSibling ?? atom.parentElement?.querySelector('p');
	return label ? cellText(label).replace(/\s+/g, ' ') : '';
}

function pricesIn({ name, prices }: Card): PriceInput[] {
	return prices.flatMap(({ label, atom }) => {
		// pages, minutes and calls are billed by cards of the same form
		if (!perTokens.test(label) || training.test(label)) return [];
		const batch = /^batch\s+/i.exec(label)?.[0] ?? '';
		const what = label.slice(batch.length).replace(perTokens, '').trim();
		const meter = meters.find(([pattern]) => pattern.test(what))?.[1];
		if (meter === undefined) throw new ShapeError(id, 'unknown meter', label);
		const model = nameIn(id, name);
		const about = { provider: isOwn(model) ? id : `${id}-host`, model, meter, field: label };
		const service_tier = batch === '' ? ('standard' as const) : ('batch' as const);
		return quotesOf(id, { ...about, service_tier, currency: 'USD', unit: 'million_tokens' }, dollarsOf(atom));
	});
}

/** The price for the script behind the page; where the page draws dollars too, what it draws, a struck price beside it. */
function dollarsOf(atom: Element): string {
	const printed = printedOf(atom);
	const drawn = cellText(atom).replace(/\s+/g, ' ');
	if (printed === null) {
		if (drawn.includes('$')) return drawn;
		throw new ShapeError(id, 'unexpected price', atom.getAttribute('data-prices') ?? drawn);
	}
	if (printed.prefix || (printed.suffix && !/M tok/i.test(printed.suffix)))
		throw new ShapeError(id, 'unexpected price', `${printed.prefix ?? ''} ${printed.priceUsd} ${printed.suffix ?? ''}`);
	const price = `$${decimalText(printed.priceUsd)}`;
	return drawn.split('$').length > 2 && drawn.includes(price) ? drawn : price;
}

function printedOf(atom: Element): z.infer<typeof Printed> | null {
	try {
		return Printed.parse(JSON.parse(atom.getAttribute('data-prices') ?? ''));
	} catch {
		return null;
	}
}
