import { isPlan, isZero } from './price.ts';
import type { PriceInput } from './source.ts';

/** Our meters, and what the pi catalogues call them. */
export const meters = [
	['input', 'input'],
	['output', 'output'],
	['cache_read', 'cacheRead'],
	['cache_write', 'cacheWrite'],
] as const satisfies [PriceInput['meter'], string][];
export type Metered = (typeof meters)[number];

/** A price of the pi catalogues before it is known what its zero means. */
type Quoted = { provider: string; model: string; meter: string; amount: string | null; isUnpriced: boolean };

/** Routers put the lab before the model, `anthropic/claude-opus-4.8`. */
export const labOf = (provider: string, model: string): string =>
	model.includes('/') ? model.split('/', 1)[0]! : provider;

/**
 * What the amount means: a catalogue that writes 0 for "not found" needs a reason before a zero counts. `subscription`
 * matches the provider ids that are sold by the month whatever they print.
 */
export function stated({ provider, model, meter, amount, isUnpriced }: Quoted, subscription: RegExp) {
	const unknown = { amount: null, status: 'unknown' } as const;
	// OpenRouter's "-1" (the price depends on the routed model) arrives here times a million
	if (amount === null || amount.startsWith('-')) return unknown;
	const isMetered = !isPlan(provider) && !subscription.test(provider);
	if (!isZero(amount)) return { amount, status: isMetered ? 'listed' : 'not_metered' } as const;
	if (meter.startsWith('cache')) return unknown;
	if (/[:-]free$/.test(model)) return { amount, status: 'free' } as const;
	return isUnpriced ? ({ amount, status: 'not_metered' } as const) : unknown;
}
