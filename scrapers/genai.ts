import { z } from 'zod';
import { rowsOf } from './entries.ts';
import { ShapeError } from './error.ts';
import { periodsOf, type Entry } from './genai-periods.ts';
import { Amount, bandsOf, cacheWriteOf, isFreeVariant, isPlan, isZero, ModelName, Title, TokenLimit } from './price.ts';
import type { Meter, ModelInput, PriceInput, Unit } from './source.ts';

/**
 * The price file of pydantic/genai-prices (MIT), as JSON from git or as a literal in its npm package: dollars per million
 * tokens (`_mtok`) or per thousand calls (`_kcount`).
 */
const meters = {
	input_mtok: ['input', 'million_tokens'],
	output_mtok: ['output', 'million_tokens'],
	cache_read_mtok: ['cache_read', 'million_tokens'],
	cache_write_mtok: ['cache_write', 'million_tokens'],
	cache_write_1h_mtok: ['cache_write_1h', 'million_tokens'],
	input_audio_mtok: ['input_audio', 'million_tokens'],
	output_audio_mtok: ['output_audio', 'million_tokens'],
	cache_audio_read_mtok: ['cache_read_audio', 'million_tokens'],
	input_image_mtok: ['input_image', 'million_tokens'],
	output_image_mtok: ['output_image', 'million_tokens'],
	cache_image_read_mtok: ['cache_read_image', 'million_tokens'],
	input_video_mtok: ['input_video', 'million_tokens'],
	output_video_mtok: ['output_video', 'million_tokens'],
	output_reasoning_mtok: ['reasoning', 'million_tokens'],
	output_citation_mtok: ['citation', 'million_tokens'],
	requests_kcount: ['request', 'thousand_requests'],
	web_searches_kcount: ['search', 'thousand_requests'],
	// audio by the hour, documents by the thousand pages and searches of a file store have no unit here yet
} as const satisfies Record<string, readonly [Meter, Unit]>;
type Key = keyof typeof meters;

const Price = z.union([
	Amount,
	z.object({ base: Amount, tiers: z.array(z.object({ start: z.int().nonnegative(), price: Amount })) }),
]);
type Price = z.infer<typeof Price>;
const Prices = z.record(z.string(), z.unknown()).transform((stated, context) => {
	const prices: Partial<Record<Key, Price>> = {};
	for (const key of Object.keys(meters) as Key[]) {
		if (!Object.hasOwn(stated, key)) continue;
		const price = Price.safeParse(stated[key]);
		if (price.success) prices[key] = price.data;
		else context.addIssue({ code: 'custom', message: 'expected a price', path: [key] });
	}
	return prices;
});
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?Z$/, 'expected a time of day in UTC');
const Constraint = z.union([
	z.object({ start_date: z.iso.date() }),
	z
		.object({ start_time: time, end_time: time })
		.refine(window => window.start_time !== window.end_time, 'empty window'),
]);
const Model = z.object({
	id: ModelName,
	name: Title,
	context_window: TokenLimit,
	prices: z.union([
		z
			.array(z.object({ constraint: Constraint.nullish(), prices: Prices }))
			.refine(([first]) => first && !(first.constraint && 'start_time' in first.constraint), 'hours before any price'),
		Prices.transform(prices => [{ constraint: undefined, prices }]),
	]),
});

/** The file's top: providers, each with its models, which are checked one by one. */
export const Providers = z.array(z.object({ id: ModelName, models: z.array(z.unknown()) })).min(1);

/** One row a model, and one a meter, band, window and period of each. Throws `ShapeError`. */
export function genaiRows(
	source: string,
	providers: z.infer<typeof Providers>,
	reject?: (what: string) => void,
): (PriceInput | ModelInput)[] {
	const places = providers.flatMap(({ id: provider, models }) =>
		models.map((entry, i) => ({ where: `${provider}.models.${i}`, provider, entry })),
	);
	if (places.length === 0) throw new ShapeError(source, 'expected models got none');
	return rowsOf(
		source,
		Model,
		places,
		({ id: model, ...fact }, { provider }) => [
			{ record: 'model', provider, model, title: fact.name, context_tokens: fact.context_window } as const,
			...periodsOf(fact.prices).flatMap(period => priceRows(provider, model, period)),
		],
		reject,
	);
}

function priceRows(provider: string, model: string, { prices, field, ...period }: Entry<Partial<Record<Key, Price>>>) {
	return (Object.keys(prices) as Key[]).flatMap(key =>
		stepsOf(prices[key] as Price, `${field}.${key}`).map((band): PriceInput => {
			const [meter, unit] = meters[key];
			return {
				record: 'price',
				provider,
				model,
				meter: meter === 'cache_write' ? cacheWriteOf(provider) : meter,
				...band,
				status: statusOf(provider, model, band.amount),
				currency: 'USD',
				unit,
				...period,
			};
		}),
	);
}

/** The whole request is billed at the dearest tier whose `start` its input exceeds (`calcPrice` of 0.1.8): not marginal. */
function stepsOf(price: Price, field: string) {
	if (typeof price === 'number') return bandsOf([{ from: 0, amount: price, field }]);
	const tiers = price.tiers.map((tier, i) => ({
		from: tier.start + 1,
		amount: tier.price,
		field: `${field}.tiers[${i}]`,
	}));
	return bandsOf([{ from: 0, amount: price.base, field: `${field}.base` }, ...tiers]);
}

function statusOf(provider: string, model: string, amount: string): PriceInput['status'] {
	if (isPlan(provider)) return 'not_metered';
	if (!isZero(amount)) return 'listed';
	return isFreeVariant(model) ? 'free' : 'unknown';
}
