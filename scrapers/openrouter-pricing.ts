import { z } from 'zod';
import { clockOf, gapsOf } from './hours.ts';
import { bandsOf, cacheWriteOf } from './price.ts';
import { DecimalText, type Meter, type PriceInput, type Unit } from './source.ts';

const primary = { prompt: DecimalText, completion: DecimalText };
const secondary = {
	input_cache_read: DecimalText,
	input_cache_write: DecimalText,
	input_cache_write_1h: DecimalText,
	internal_reasoning: DecimalText,
	audio: DecimalText,
	audio_output: DecimalText,
	input_audio_cache: DecimalText,
	image_output: DecimalText,
	image: DecimalText,
	request: DecimalText,
	web_search: DecimalText,
};
const Prices = z.object({ ...primary, ...secondary });
const hhmm = z
	.int()
	.min(0)
	.max(2400)
	.refine(time => time % 100 < 60, 'expected hours and minutes');
const Override = z.union([
	Prices.partial().extend({ min_prompt_tokens: z.int().positive(), utc_start: z.undefined().optional() }),
	Prices.partial().extend({ min_prompt_tokens: z.undefined().optional(), utc_start: hhmm, utc_end: hhmm }),
]);

/** The `pricing` object of OpenRouter: decimal texts in dollars, by the token, the image or the call. */
export const Pricing = z.object({
	...primary,
	...Prices.omit({ prompt: true, completion: true }).partial().shape,
	overrides: z.array(Override).optional(),
});
export type Pricing = z.infer<typeof Pricing>;
export type Field = keyof z.infer<typeof Prices>;
export const fields = Object.keys(Prices.shape) as Field[];
export const isPrimary = (field: Field): boolean => field in primary;

type Held = Pick<
	PriceInput,
	'field' | 'time_window' | 'start_local' | 'end_local' | 'time_zone' | 'max_input_tokens'
> & {
	amount: string;
	min_input_tokens?: number;
};

/**
 * The amounts of one field and when each holds. An override replaces the fields it names, either from so many tokens of
 * prompt on or, as first seen on deepseek-v4-pro-0813 (2026-08-19), for some hours of the day in UTC.
 */
export function heldOf(pricing: Pricing, field: Field): Held[] {
	const base = pricing[field];
	if (base === undefined) return [];
	const overrides = (pricing.overrides ?? []).flatMap((override, i) => {
		const amount = override[field];
		return amount === undefined ? [] : [{ ...override, amount, field: `pricing.overrides[${i}].${field}` }];
	});
	const hours = overrides.flatMap(({ utc_start, amount, ...override }) =>
		utc_start === undefined || override.min_prompt_tokens !== undefined
			? []
			: [{ start: clockOf(utc_start), end: clockOf(override.utc_end), amount, field: override.field }],
	);
	if (hours.length > 0) return hoursOf(hours, base, `pricing.${field}`);
	const steps = overrides.map(({ min_prompt_tokens, amount, field }) => ({
		from: min_prompt_tokens ?? 0,
		amount,
		field,
	}));
	return bandsOf([{ from: 0, amount: base, field: `pricing.${field}` }, ...steps]);
}

type Hours = { start: string; end: string; amount: string; field: string };

/** Where hours are stated the base is the price at the hour of the look: it counts only for hours that none covers. */
function hoursOf(stated: Hours[], base: string, field: string): Held[] {
	const hours = [...stated, ...gapsOf(stated).map(([start, end]) => ({ start, end, amount: base, field }))];
	const least = Math.min(...hours.map(({ amount }) => Number(amount)));
	if (hours.every(({ amount }) => Number(amount) === least)) return [{ amount: base, field, max_input_tokens: null }];
	return hours.map(({ start, end, amount, field }) => ({
		amount,
		field,
		max_input_tokens: null,
		time_window: Number(amount) > least ? ('peak' as const) : ('off_peak' as const),
		start_local: start,
		end_local: end,
		time_zone: 'UTC',
	}));
}

/** What a field bills: dollars by the token, except pictures, requests and searches. */
export function billedOf(model: string, field: Field, pricing: Pricing): { meter: Meter; unit: Unit } {
	switch (field) {
		case 'input_cache_write':
			return { meter: cacheWriteOf(model.split('/')[0] ?? ''), unit: 'token' };
		case 'image':
			// per image at first; since 2026-01-29 per token of image, which shows as the very price of a text token
			return pricing.image === pricing.prompt
				? { meter: 'input_image', unit: 'token' }
				: { meter: 'image', unit: 'image' };
		case 'request':
			return { meter: 'request', unit: 'request' };
		case 'web_search':
			return { meter: 'search', unit: 'request' };
		default:
			return { meter: tokenMeters[field], unit: 'token' };
	}
}

const tokenMeters = {
	prompt: 'input',
	completion: 'output',
	input_cache_read: 'cache_read',
	input_cache_write_1h: 'cache_write_1h',
	internal_reasoning: 'reasoning',
	audio: 'input_audio',
	audio_output: 'output_audio',
	input_audio_cache: 'cache_read_audio',
	image_output: 'output_image',
} as const satisfies Partial<Record<Field, Meter>>;
