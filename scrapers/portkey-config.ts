import { z } from 'zod';
import { ShapeError } from './error.ts';
import { Amount } from './price.ts';
import type { Meter, PriceInput, Unit } from './source.ts';

/**
 * What a key of Portkey's price files bills, in cents. Left out, as no column tells them apart: pictures and films by
 * size, and searches of files, attachments and posts. Where two keys state one cell the later stands last.
 */
const meters: Record<string, readonly [Meter, Unit]> = {
	request_token: ['input', 'token'],
	request_text_token: ['input', 'token'],
	'additional_units.embedding_text_token': ['input', 'token'],
	response_token: ['output', 'token'],
	response_text_token: ['output', 'token'],
	cached_text_input_token: ['cache_read', 'token'],
	cache_read_text_input_token: ['cache_read', 'token'],
	cache_read_input_token: ['cache_read', 'token'],
	cache_write_input_token: ['cache_write', 'token'],
	'additional_units.cache_write_1h': ['cache_write_1h', 'token'],
	reasoning_token: ['reasoning', 'token'],
	'additional_units.thinking_token': ['reasoning', 'token'],
	request_audio_token: ['input_audio', 'token'],
	'additional_units.request_audio_token': ['input_audio', 'token'],
	response_audio_token: ['output_audio', 'token'],
	'additional_units.response_audio_token': ['output_audio', 'token'],
	cache_read_audio_input_token: ['cache_read_audio', 'token'],
	request_image_token: ['input_image', 'token'],
	'additional_units.embedding_image_token': ['input_image', 'token'],
	response_image_token: ['output_image', 'token'],
	'additional_units.image_token': ['output_image', 'token'],
	cached_image_input_token: ['cache_read_image', 'token'],
	cache_read_image_input_token: ['cache_read_image', 'token'],
	'additional_units.output_video_token': ['output_video', 'token'],
	'additional_units.generated_images': ['image', 'image'],
	'additional_units.video_seconds': ['second', 'second'],
	'additional_units.search': ['search', 'request'],
	'additional_units.web_search': ['search', 'request'],
};
const tiers = {
	standard: 'standard',
	batch: 'batch',
	flex: 'flex',
	priority: 'priority',
	fast: 'low_latency',
} as const;

const Rates = z.record(z.string(), z.unknown());
const Config = z.object({
	pay_as_you_go: Rates.optional(),
	batch_config: Rates.optional(),
	currency: z.literal('USD').nullish(),
});
const Priced = z.object({ pricing_config: Config });
const Mode = z.object({ pricing_config: Config.optional(), context_tiers: z.record(z.string(), Priced).optional() });
/** One model: its plain prices, and since 2026-05 the same by region, mode and length of the prompt. */
export const Entry = Priced.extend({
	custom_pricing: z
		.object({
			context_tier_map: z.record(z.string().regex(/^\d{1,9}$/), z.string()).optional(),
			regions: z.record(
				z.string().min(1).max(300),
				z.object({ execution_modes: z.partialRecord(z.enum(Object.keys(tiers) as (keyof typeof tiers)[]), Mode) }),
			),
		})
		.nullish(),
});
export type Entry = z.infer<typeof Entry>;

export type Quote = Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens' | 'region'> & {
	meter: Meter;
	unit: Unit;
	/** US cents for one unit. */
	cents: number;
	service_tier: NonNullable<PriceInput['service_tier']>;
	field: string;
};

/** The prices of one model, those of a region first, so that the price that holds everywhere stands last. */
export function quotesOf({ pricing_config: plain, custom_pricing: custom }: Entry): Quote[] {
	const regions = Object.entries(custom?.regions ?? {}).map(([region, { execution_modes: modes }]) => ({
		region,
		quotes: Object.entries(modes).flatMap(([mode, priced]) =>
			modeQuotes(priced, custom?.context_tier_map ?? {}, {
				service_tier: tiers[mode as keyof typeof tiers],
				region: region === 'default' ? null : region,
				at: `custom_pricing.regions.${region.slice(0, 40)}.${mode}`,
			}),
		),
	}));
	const everywhere = regions.filter(({ region }) => region === 'default').flatMap(({ quotes }) => quotes);
	const repeated = new Set(everywhere.map(({ service_tier, meter }) => `${service_tier} ${meter}`));
	const at = { region: null };
	return [
		...regions.filter(({ region }) => region !== 'default').flatMap(({ quotes }) => quotes),
		...[
			...ratesOf(plain.pay_as_you_go, { ...at, service_tier: 'standard', at: 'pay_as_you_go' }),
			...ratesOf(plain.batch_config, { ...at, service_tier: 'batch', at: 'batch_config' }),
		].filter(({ service_tier, meter }) => !repeated.has(`${service_tier} ${meter}`)),
		...everywhere,
	];
}

type Held = Pick<Quote, 'service_tier' | 'region' | 'min_input_tokens' | 'max_input_tokens'> & { at: string };

function modeQuotes(mode: z.infer<typeof Mode>, map: Record<string, string>, held: Held): Quote[] {
	const starts = Object.keys(map)
		.map(Number)
		.sort((a, b) => a - b);
	// "gt-272k" begins with the token after
	const startOf = (tokens: number): number => (tokens === 0 ? 0 : tokens + 1);
	return [
		...ratesOf(mode.pricing_config?.pay_as_you_go, held),
		...Object.entries(mode.context_tiers ?? {}).flatMap(([tier, { pricing_config }]) => {
			const i = starts.findIndex(start => map[start] === tier);
			const next = starts[i + 1];
			// a tier that the map does not know holds for no length that could be told
			if (i < 0) return [];
			return ratesOf(pricing_config.pay_as_you_go, {
				...held,
				min_input_tokens: startOf(starts[i] ?? 0),
				max_input_tokens: next === undefined ? null : startOf(next),
				at: `${held.at}.${tier.slice(0, 40)}`,
			});
		}),
	];
}

const Price = z.object({ price: Amount });

function ratesOf(rates: Record<string, unknown> | undefined, { at, ...held }: Held): Quote[] {
	const stated = rates ?? {};
	const more = Rates.safeParse(stated.additional_units);
	const flat: Record<string, unknown> = { ...stated };
	for (const [name, price] of Object.entries(more.data ?? {})) flat[`additional_units.${name}`] = price;
	return Object.entries(meters).flatMap(([key, [meter, unit]]) => {
		if (flat[key] === undefined) return [];
		const field = `${at}.${key}`;
		return { ...held, meter, unit, cents: centsOf(field, flat[key]), field };
	});
}

function centsOf(field: string, stated: unknown): number {
	const price = Price.safeParse(stated);
	if (!price.success) throw new ShapeError('portkey-models', `unexpected price at ${field}`, stated);
	return price.data.price;
}
