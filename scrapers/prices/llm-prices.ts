import { z } from 'zod';
import type { Body } from '../body.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { filesOfTar, isTar } from '../folder-tar.ts';
import { jsonOf } from '../json.ts';
import { Amount, isFreeVariant, isZero, ModelName, Title } from '../price.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'llm-prices';

const meters = [
	['input', 'input'],
	['output', 'output'],
	['cache_read', 'input_cached'],
] as const;

const Day = z.iso.date().nullish();
const Price = z.object({
	vendor: ModelName,
	id: ModelName,
	name: Title,
	input: Amount.nullish(),
	output: Amount.nullish(),
	input_cached: Amount.nullish(),
	from_date: Day,
	to_date: Day,
});
type Price = z.infer<typeof Price>;

const Vendor = z.object({
	vendor: ModelName,
	models: z.array(z.looseObject({ price_history: z.array(z.looseObject({})).min(1) })).min(1),
});
/** The two files of the site, and a vendor's file of the repository: models with a list of prices each. */
const Sheet = z.union([
	z.object({ prices: z.array(z.unknown()).min(1) }).transform(({ prices }) => prices),
	Vendor.transform(({ vendor, models }): unknown[] =>
		models.flatMap(({ price_history, ...model }) => price_history.map(price => ({ ...model, ...price, vendor }))),
	),
]);

/** A hand-kept list of mostly American models, in dollars per million tokens; some prices have a first and last day. */
export const source = {
	id,
	title: 'llm-prices.com',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://www.llm-prices.com',
	// no licence is stated: compared with, and not passed on
	terms: { licence: 'none stated', attribution: 'llm-prices.com, Simon Willison', redistribute: false },
	cadence: 'daily',
	// the history holds what /current-v1.json does, and the days
	requests: () => [{ url: 'https://www.llm-prices.com/historical-v1.json' }],
	// the files that the site is made from, one a vendor
	history: {
		git: { repository: 'https://github.com/simonw/llm-prices', folders: ['data'], ending: '.json' },
	},
	read(body, reject) {
		const prices = sheetsOf(body).flatMap(sheet => jsonOf(id, Sheet, sheet));
		const places = prices.map((entry, i) => ({ where: `prices.${i}`, entry }));
		const titled = new Set<string>();
		return rowsOf(id, Price, places, price => [...modelRows(price, titled), ...priceRows(price)], reject);
	},
} satisfies Source<PriceInput | ModelInput>;

/** The body, or each vendor's file of one that holds a commit. */
function sheetsOf(body: Body): Body[] {
	if (!isTar(body.bytes)) return [body];
	const files = [...filesOfTar(id, body.bytes).values()].map(bytes => ({ ...body, bytes }));
	if (files.length === 0) throw new ShapeError(id, 'expected at least one vendor', `${body.bytes.length} bytes`);
	return files;
}

/** One a model, however many prices it has had. */
function modelRows({ vendor, id: model, name }: Price, titled: Set<string>): ModelInput[] {
	const key = `${vendor} ${model}`;
	if (titled.has(key)) return [];
	titled.add(key);
	return [{ record: 'model', provider: vendor, model, title: name }];
}

function priceRows(price: Price): PriceInput[] {
	return meters.flatMap(([meter, field]) => {
		const amount = price[field];
		// a file without the field says nothing; null says that the price was looked for
		if (amount === undefined) return [];
		return {
			record: 'price' as const,
			provider: price.vendor,
			model: price.id,
			meter,
			field,
			...statedOf(price.id, amount),
			currency: 'USD' as const,
			unit: 'million_tokens' as const,
			...bandOf(price.name ?? ''),
			valid_from: price.from_date,
			valid_to: price.to_date,
		};
	});
}

/** The name says which side of a step an id is: "GPT-5.5 ≤272k" and "GPT-5.5 >272k" are two ids. */
function bandOf(name: string): Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens'> {
	const [, side, thousands] = /([≤>])\s?(\d{1,6})k$/i.exec(name) ?? [];
	const step = Number(thousands) * 1_000 + 1;
	if (side === undefined) return {};
	return side === '>' ? { min_input_tokens: step } : { max_input_tokens: step };
}

function statedOf(model: string, amount: number | null): Pick<PriceInput, 'amount' | 'status'> {
	const text = amount === null ? null : decimalText(amount);
	if (text === null || !isZero(text)) return { amount: text, status: text === null ? 'unknown' : 'listed' };
	return { amount: text, status: isFreeVariant(model) ? 'free' : 'unknown' };
}
