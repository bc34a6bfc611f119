import { bandOf, type Band } from './band.ts';
import { ShapeError } from './error.ts';
import { moneyOf } from './money.ts';
import { daysIn } from './printed-day.ts';
import { Meter, type PriceInput } from './source.ts';

/** One price out of a cell of Google's sheet: its text, what it is for and for whom it holds. */
export type Part = Partial<Band> &
	Pick<PriceInput, 'valid_from' | 'promo_until'> & {
		text: string;
		meter: Meter;
		per: 'million_tokens' | 'million_tokens_hour';
	};

const amount = /^\$[\d.,]*\d/;
const hourly = /\/\s*(1,000,000|1M) tokens per hour/i;
/** The same price said again by the minute or the picture. */
const again = /^\s*(\/\s*(min|sec|second|minute|hour|image|song)|per\s)/i;
const prompts = /,?\s*prompts?\s*(<=|>=|<|>|≤|≥)\s*(\d+(?:\.\d+)?\s*[km]?)(\s*tokens?)?/i;
const dated = /\b(through|until|starting|from)\s+(?:[a-z]{3,9}\.?\s+\d{1,2},\s*\d{4}|\d{4}-\d\d-\d\d)/i;
const known =
	/\/\s*(1,000,000|1M) tokens( per hour)?|\((storage price|text|images?|audio|videos?|thinking|[\s,/]|and)+\)/gi;
const trailing = /[\s.,;*|(]|\bor\b|\bequivalent to\b/gi;

/**
 * The prices of one cell, as "$1.25, prompts <= 200k tokens", "$1.00 (audio)", "$0.75 through December 31, 2026." and
 * "$4.50 / 1,000,000 tokens per hour (storage price)" one below the other. Media beside text are at the price of text; media
 * by themselves are meters of their own. Throws `ShapeError` on any word that is none of these.
 */
export function partsOf(source: string, label: string, cell: string): Part[] {
	const text = cell.replace(/\s+/g, ' ').trim();
	if (!text.includes('$'))
		return moneyOf(source, text).flatMap(() => whatOf(source, label, '').map(what => ({ text, ...what })));
	const [lead = '', ...prices] = text.split(/(?=\$)/);
	const parts = lead.startsWith('$') ? [lead, ...prices] : prices;
	if (!lead.startsWith('$') && lead.trim() !== '') throw new ShapeError(source, 'unexpected price', text);
	return parts.flatMap(part => {
		const printed = amount.exec(part)?.[0];
		if (printed === undefined) throw new ShapeError(source, 'unexpected price', text);
		const said = part.slice(printed.length);
		if (again.test(said) && !hourly.test(said)) return [];
		const rest = said.replace(prompts, ' ').replace(dated, ' ').replace(known, ' ').replace(trailing, '');
		if (rest !== '') throw new ShapeError(source, 'unexpected price', text);
		const [, sign, edge] = prompts.exec(said) ?? [];
		const day = daysIn(said)[0] ?? null;
		const begins = /starting|from/i.test(dated.exec(said)?.[1] ?? '');
		const when = day === null ? {} : begins ? { valid_from: day } : { promo_until: day };
		const lengths = sign === undefined || edge === undefined ? {} : bandOf(source, `${sign} ${edge}`);
		return whatOf(source, label, said).map(what => ({ text: printed, ...what, ...lengths, ...when }));
	});
}

/** What a price is for: the row's label, and the media in brackets behind it or behind the label. */
function whatOf(source: string, label: string, said: string): Pick<Part, 'meter' | 'per'>[] {
	if (hourly.test(said)) return [{ meter: 'cache_storage', per: 'million_tokens_hour' }];
	const kind = /input pric/i.test(label) ? 'input' : /output pric/i.test(label) ? 'output' : 'cache_read';
	const spoken = /^(text|image|audio|video) (?=input|output)/i.exec(label)?.[1];
	const media = mediaIn(said) ?? mediaIn(`${label} (${spoken ?? ''})`) ?? ['text'];
	const meters = media.includes('text') ? [kind] : media.map(medium => `${kind}_${medium}`);
	return meters.map(name => {
		const meter = Meter.safeParse(name);
		if (!meter.success) throw new ShapeError(source, 'unknown meter', `${label}: ${said}`);
		return { meter: meter.data, per: 'million_tokens' };
	});
}

function mediaIn(text: string): string[] | null {
	const brackets = [...text.matchAll(/\(([^()]*)\)/g)].map(([, inner = '']) => inner).join(' ');
	const media = brackets.toLowerCase().match(/\b(text|image|audio|video)(?=s?\b)/g);
	return media && [...new Set(media)];
}
