import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { decimalText } from './decimal.ts';
import { Amount } from './price.ts';
import type { Meter, PriceInput, Unit } from './source.ts';

/** What a unit of LobeHub's `model-bank` bills. */
const meters = new Map<string, Meter>(
	Object.entries({
		textInput: 'input',
		textOutput: 'output',
		textInput_cacheRead: 'cache_read',
		textInput_cacheWrite: 'cache_write',
		audioInput: 'input_audio',
		audioInput_cacheRead: 'cache_read_audio',
		audioOutput: 'output_audio',
		imageInput: 'input_image',
		imageInput_cacheRead: 'cache_read_image',
		imageOutput: 'output_image',
		imageGeneration: 'image',
		videoInput: 'input_video',
		videoGeneration: 'output_video',
	}),
);
/** Fields of the shape of 2025, in the same units of a million tokens. */
const flatMeters = {
	input: 'input',
	output: 'output',
	cachedInput: 'cache_read',
	writeCacheInput: 'cache_write',
	audioInput: 'input_audio',
	audioOutput: 'output_audio',
	cachedAudioInput: 'cache_read_audio',
} as const satisfies Record<string, Meter>;

/** Tokens; in January 2026 some tiers counted in millions of tokens (`0.128`). No tier is shorter than 100 tokens. */
const UpTo = z
	.number()
	.positive()
	.transform(upTo => (upTo < 100 ? new Decimal(upTo).times(1e6).toNumber() : upTo))
	.pipe(z.int());
const Billed = z.object({ name: z.string(), unit: z.string() });
const Fixed = Billed.extend({ strategy: z.literal('fixed'), rate: Amount });
const Tiered = Billed.extend({
	strategy: z.literal('tiered'),
	tiers: z.array(z.object({ rate: Amount, upTo: z.union([UpTo, z.literal('infinity')]) })).min(1),
});
const Lookup = Billed.extend({
	strategy: z.literal('lookup'),
	lookup: z.object({ prices: z.record(z.string(), Amount), pricingParams: z.array(z.string()).min(1) }),
});
const flat = Amount.nullish();
const Flat = z.object({
	input: flat,
	output: flat,
	cachedInput: flat,
	writeCacheInput: flat,
	audioInput: flat,
	audioOutput: flat,
	cachedAudioInput: flat,
});
const currency = z.enum(['CNY', 'USD']).default('USD');
export const Pricing = z.union([
	z.object({ currency, units: z.array(z.discriminatedUnion('strategy', [Fixed, Tiered, Lookup])) }),
	Flat.extend({ currency, units: z.undefined().optional() }),
]);
export type Pricing = z.infer<typeof Pricing>;

type Bands = Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens' | 'min_output_tokens' | 'max_output_tokens'>;
export type Quote = Bands & { meter: Meter; unit: Unit; amount: string; field: string };

/** The prices of one model of `type`; units that no column holds, by megapixel or by film, are left out. */
export function quotesOf(pricing: Pricing, type: string): Quote[] {
	if (!pricing.units) return flatQuotesOf(pricing, type);
	return pricing.units.flatMap((unit, i) => {
		const at = `pricing.units[${i}]`;
		switch (unit.strategy) {
			case 'fixed':
				return priced(unit, unit.rate, `${at}.rate`, {});
			case 'tiered':
				return unit.tiers.flatMap(({ rate, upTo }, tier) =>
					priced(unit, rate, `${at}.tiers[${tier}].rate`, {
						min_input_tokens: after(unit.tiers[tier - 1]?.upTo),
						max_input_tokens: upTo === 'infinity' ? null : after(upTo),
					}),
				);
			case 'lookup':
				return Object.entries(unit.lookup.prices).flatMap(([key, rate]) => {
					const { meter, bands } = lookedUp(unit.name, unit.lookup, key);
					return bands ? priced({ ...unit, meter }, rate, `${at}.lookup.prices["${key}"]`, bands) : [];
				});
		}
	});
}

/** A tier goes up to and includes its last token. */
const after = (upTo: number | 'infinity' | undefined): number => (typeof upTo === 'number' ? upTo + 1 : 0);

function priced(billed: { name: string; unit: string; meter?: Meter }, rate: number, field: string, bands: Bands) {
	const meter = billed.meter ?? meters.get(billed.name);
	if (!meter || field.length > 200) return [];
	const quote = { ...bands, meter, field, amount: decimalText(rate) };
	switch (billed.unit) {
		case 'millionTokens':
			if (meter === 'image') return [];
			return {
				...quote,
				unit: meter === 'cache_storage' ? ('million_tokens_hour' as const) : ('million_tokens' as const),
			};
		case 'millionCharacters':
			return {
				...quote,
				meter: 'character' as const,
				unit: 'character' as const,
				amount: new Decimal(rate).div(1e6).toFixed(),
			};
		case 'second':
			return { ...quote, meter: 'second' as const, unit: 'second' as const };
		case 'image':
			return { ...quote, meter: 'image' as const, unit: 'image' as const };
		default:
			return [];
	}
}

type Ranged = { min: number; max: number | null };

/**
 * The bands of one key of a lookup, `[0, 0.032]_[0.0002, infinity]`: a range of millions of tokens for each parameter,
 * the last ones left out where they make no difference. A key by any other parameter has no bands and is left out.
 */
function lookedUp(
	name: string,
	{ pricingParams, prices }: { pricingParams: string[]; prices: Record<string, number> },
	key: string,
): { meter?: Meter; bands?: Bands } {
	if (pricingParams[0] === 'ttl') return { meter: keptFor(key, Object.keys(prices)), bands: {} };
	const bands: Bands = {};
	let meter = meters.get(name);
	for (const [i, part] of key.split('_').entries()) {
		const range = rangeOf(part);
		switch (pricingParams[i]) {
			case 'textInput':
			case 'textInputRange':
				if (!range) return {};
				bands.min_input_tokens = range.min;
				bands.max_input_tokens = range.max;
				break;
			case 'textOutput':
			case 'textOutputRange':
				if (!range) return {};
				bands.min_output_tokens = range.min;
				bands.max_output_tokens = range.max;
				break;
			case 'thinkingMode':
				// an answer that was thought about is priced apart
				if (part === '[true]' && meter === 'output') meter = 'reasoning';
				break;
			default:
				return {};
		}
	}
	return { meter, bands };
}

/** Anthropic writes for five minutes or an hour; where an hour stands alone (Google, Volcengine) it is a rent. */
function keptFor(key: string, keys: string[]): Meter {
	if (key === '1h') return keys.length === 1 ? 'cache_storage' : 'cache_write_1h';
	return key === '5m' ? 'cache_write_5m' : 'cache_write';
}

function rangeOf(part: string): Ranged | null {
	const [, from, to] = /^\[(\d+(?:\.\d+)?), (\d+(?:\.\d+)?|infinity)\]$/.exec(part) ?? [];
	if (from === undefined || to === undefined) return null;
	const tokens = (millions: string): number => new Decimal(millions).times(1e6).round().toNumber();
	const [min, max] = [tokens(from), to === 'infinity' ? null : tokens(to)];
	return Number.isSafeInteger(min) && (max === null || Number.isSafeInteger(max)) ? { min, max } : null;
}

/** Speech and pictures had their prices there too, and no unit. */
function flatQuotesOf(pricing: z.infer<typeof Flat>, type: string): Quote[] {
	if (!['chat', 'embedding', 'realtime'].includes(type)) return [];
	return (Object.keys(flatMeters) as (keyof typeof flatMeters)[]).flatMap(field => {
		const rate = pricing[field];
		if (rate === undefined || rate === null) return [];
		return {
			meter: flatMeters[field],
			unit: 'million_tokens' as const,
			amount: decimalText(rate),
			field: `pricing.${field}`,
		};
	});
}
