import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { rowsOf } from './entries.ts';
import { ShapeError } from './error.ts';
import { isZero, ModelName } from './price.ts';
import type { Meter, PriceInput } from './source.ts';

const mark = /^\s*globalThis\.__XAI_PUBLIC_MODELS__\s*=\s*(\{[^]*\})\s*;?\s*$/;

/** Ten-thousandths of a dollar for a million tokens: 20000 is $2. */
const scale = 10_000;
const Count = z.union([z.string().regex(/^\d{1,15}$/), z.int().nonnegative()]).transform(String);

const Models = z.object({
	clusterConfigs: z
		.array(z.object({ clusterName: z.string().min(1).max(300), languageModels: z.array(z.unknown()).default([]) }))
		.min(1),
});
const Entry = z.object({
	name: ModelName,
	promptTextTokenPrice: Count,
	promptImageTokenPrice: Count.optional(),
	cachedPromptTokenPrice: Count.optional(),
	completionTextTokenPrice: Count,
	promptTextTokenPriceLongContext: Count.optional(),
	cachedPromptTokenPriceLongContext: Count.optional(),
	completionTokenPriceLongContext: Count.optional(),
	longContextThreshold: Count.optional(),
});
type Entry = z.infer<typeof Entry>;
type Field = Exclude<keyof Entry, 'name' | 'longContextThreshold'>;

const short: [Field, Meter][] = [
	['promptTextTokenPrice', 'input'],
	['promptImageTokenPrice', 'input_image'],
	['cachedPromptTokenPrice', 'cache_read'],
	['completionTextTokenPrice', 'output'],
];
const long: [Field, Meter][] = [
	['promptTextTokenPriceLongContext', 'input'],
	['cachedPromptTokenPriceLongContext', 'cache_read'],
	['completionTokenPriceLongContext', 'output'],
];

/**
 * The list of models that xAI's pages on models carry for their script, as prices; null where a page carries none. A model
 * that all clusters sell at one price is stated once; where they differ each is a region.
 */
export function listedPrices(source: string, page: Document, reject?: (what: string) => void): PriceInput[] | null {
	const texts = [...page.querySelectorAll('script')].flatMap(script => mark.exec(script.textContent)?.[1] ?? []);
	if (texts[0] === undefined) return null;
	const { clusterConfigs } = modelsOf(source, texts[0]);
	const places = clusterConfigs.flatMap(({ clusterName, languageModels }) =>
		languageModels.map((entry, i) => ({ where: `${clusterName}[${i}]`, entry, region: clusterName })),
	);
	if (places.length === 0) throw new ShapeError(source, 'no models', clusterConfigs.length);
	const sold = rowsOf(
		source,
		Entry,
		places,
		(entry, { region }) => [{ region, prices: pricesOf(source, entry) }],
		reject,
	);
	return [...new Set(sold.map(modelOf))].flatMap(model => {
		const offers = sold.filter(offer => modelOf(offer) === model);
		const first = offers[0]?.prices ?? [];
		const isOne = offers.every(({ prices }) => JSON.stringify(prices) === JSON.stringify(first));
		return isOne ? first : offers.flatMap(({ prices, region }) => prices.map(price => ({ ...price, region })));
	});
}

const modelOf = ({ prices }: { prices: PriceInput[] }): string | undefined => prices[0]?.model;

function modelsOf(source: string, text: string): z.infer<typeof Models> {
	try {
		return Models.parse(JSON.parse(text));
	} catch {
		throw new ShapeError(source, 'invalid data in the page', text);
	}
}

function pricesOf(source: string, entry: Entry): PriceInput[] {
	const threshold = Number(entry.longContextThreshold ?? 0);
	const isStepped = long.some(([field]) => entry[field] !== undefined && !isZero(entry[field]));
	// a price for long prompts that does not say from where is no price
	if (isStepped && threshold === 0) throw new ShapeError(source, 'missing long context threshold', entry.name);
	const bands = [
		{ fields: short, min_input_tokens: 0, max_input_tokens: isStepped ? threshold : null },
		...(isStepped ? [{ fields: long, min_input_tokens: threshold, max_input_tokens: null }] : []),
	];
	return bands.flatMap(({ fields, ...band }) =>
		fields.flatMap(([field, meter]): PriceInput[] => {
			const count = entry[field];
			// a model that sees no pictures has 0 for them
			if (count === undefined || (meter === 'input_image' && isZero(count))) return [];
			const amount = new Decimal(count).div(scale).toFixed();
			const status = isZero(amount) ? ('unknown' as const) : ('listed' as const);
			const about = { provider: source, model: entry.name, meter, field, amount, status };
			return [{ record: 'price', ...about, currency: 'USD', unit: 'million_tokens', ...band }];
		}),
	);
}
