import { Decimal } from 'decimal.js';
import { z } from 'zod';
import type { Body } from '../body.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { Entry, quotesOf } from '../portkey-config.ts';
import { cacheWriteOf, isFreeVariant, isZero, ModelName } from '../price.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'portkey-models';
/**
 * The files of labs and of the hosts that sell Chinese weights; the repository has more. `minimax` is not asked for: it
 * is written in dollars and would be read a hundred times too low (2026-08-21).
 */
const providers = [
	'anthropic',
	'bedrock',
	'byteplus',
	'dashscope',
	'deepseek',
	'google',
	'mistral-ai',
	'moonshot',
	'novita-ai',
	'openai',
	'openrouter',
	'x-ai',
	'z-ai',
	'zhipu',
];

/** `default` is a template of zeros and no model. */
const Sheet = z
	.record(ModelName, z.unknown())
	.refine(sheet => Object.keys(sheet).some(key => key !== 'default'), 'expected at least one model');

/** Prices by model in one file a provider, in US cents; the name of the provider is the name of the file. */
export const source = {
	id,
	title: 'Portkey models',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/Portkey-AI/models',
	terms: { licence: 'MIT', attribution: 'Portkey models (MIT).', redistribute: true },
	cadence: 'daily',
	requests: () =>
		providers.map(provider => ({
			url: `https://raw.githubusercontent.com/Portkey-AI/models/main/pricing/${provider}.json`,
		})),
	read(body, reject) {
		const provider = providerOf(body);
		const places = Object.entries(jsonOf(id, Sheet, body))
			.filter(([model]) => model !== 'default')
			.map(([model, entry]) => ({ where: model, model, entry }));
		return rowsOf(
			id,
			Entry,
			places,
			(entry, { model }) => [{ record: 'model', provider, model }, ...priceRows(provider, model, entry)],
			reject,
		);
	},
} satisfies Source<PriceInput | ModelInput>;

function providerOf({ url }: Body): string {
	const provider = /([\w-]+)(?:\.json)?(?:\.gz)?$/.exec(url)?.[1];
	if (!provider) throw new ShapeError(id, 'missing provider in the address', url);
	return provider;
}

function priceRows(provider: string, model: string, entry: Entry): PriceInput[] {
	const { pay_as_you_go } = entry.pricing_config;
	const quotes = quotesOf(entry);
	const primary = quotes.filter(({ field }) => /^pay_as_you_go\.(request|response)_token$/.test(field));
	const isUnpriced = pay_as_you_go !== undefined && primary.length > 0 && primary.every(({ cents }) => cents === 0);
	const named = bandOf(model);
	return quotes.map(({ cents, meter: tokens, unit, ...quote }) => {
		// 0.4 cents for `request_token` of mistral-ocr are the price of a page (2026-08-21)
		const isPaged = /(^|-)ocr(-|$)/.test(model) && tokens === 'input';
		const meter = isPaged ? 'page' : tokens;
		// the contract knows no cents: two digits further left, exactly, is the same price in dollars
		const amount = new Decimal(cents).div(100).toFixed();
		return {
			record: 'price',
			provider,
			model,
			meter: meter === 'cache_write' ? cacheWriteOf(provider) : meter,
			amount,
			status: statusOf(model, amount, isUnpriced),
			currency: 'USD',
			unit: isPaged ? 'page' : unit,
			...named,
			...quote,
		};
	});
}

/** Google's and BytePlus' steps are two names: `gemini-2.5-pro-lte-128k` and `gemini-2.5-pro-gt-128k`. */
function bandOf(model: string): Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens'> {
	const [, side, thousands] = /-(lte|gt)-(\d{1,6})k$/.exec(model) ?? [];
	if (side === undefined) return {};
	const step = Number(thousands) * 1_000 + 1;
	return side === 'gt' ? { min_input_tokens: step } : { max_input_tokens: step };
}

/** DeepSeek writes its cache for 0; so do sheets that found no price: a lone zero says neither. */
function statusOf(model: string, amount: string, isUnpriced: boolean): PriceInput['status'] {
	if (!isZero(amount)) return 'listed';
	if (isFreeVariant(model)) return 'free';
	return isUnpriced ? 'not_metered' : 'unknown';
}
