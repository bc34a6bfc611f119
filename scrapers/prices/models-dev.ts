import { z } from 'zod';
import type { Body } from '../body.ts';
import { rowsOf } from '../entries.ts';
import { filesOfTar, isTar } from '../folder-tar.ts';
import { jsonOf } from '../json.ts';
import { placesOf, type Place } from '../models-dev-toml.ts';
import {
	Amount,
	bandsOf,
	cacheWriteOf,
	isFreeVariant,
	isPlan,
	isZero,
	ModelName,
	PartialDate,
	Title,
	TokenLimit,
} from '../price.ts';
import type { Meter, ModelInput, PriceInput, Source } from '../source.ts';

const id = 'models-dev';

const meters = {
	input: 'input',
	output: 'output',
	cache_read: 'cache_read',
	cache_write: 'cache_write',
	reasoning: 'reasoning',
	input_audio: 'input_audio',
	output_audio: 'output_audio',
} as const satisfies Record<string, Meter>;
const fields = Object.keys(meters) as (keyof typeof meters)[];

const Card = z.object({
	input: Amount.optional(),
	output: Amount.optional(),
	cache_read: Amount.optional(),
	cache_write: Amount.optional(),
	reasoning: Amount.optional(),
	input_audio: Amount.optional(),
	output_audio: Amount.optional(),
});
// tiers by time of day are prepared upstream (2026-11): another kind than context must not cost the model its price
const Kind = z.object({ type: z.string().default('context'), size: z.int().positive().optional() });
const Sized = Kind.refine(tier => tier.type !== 'context' || tier.size !== undefined, 'expected a size');
const Tier = Card.extend({ tier: Sized });
const Cost = Card.extend({ context_over_200k: Card.optional(), tiers: z.array(Tier).optional() });
type Cost = z.infer<typeof Cost>;

const Model = z.object({
	name: Title,
	reasoning: z.boolean().nullish().catch(null),
	release_date: PartialDate,
	open_weights: z.boolean().nullish().catch(null),
	// a limit of 0 is an image or speech model without one
	limit: z.object({ context: TokenLimit, output: TokenLimit }).nullish().catch(null),
	cost: Cost.optional(),
});
type Model = z.infer<typeof Model>;

const Providers = z.record(ModelName, z.object({ models: z.record(ModelName, z.unknown()) }));
const AtLeastOne = Providers.refine(providers => Object.keys(providers).length > 0, 'expected at least one provider');

/** Prices and facts of the models of some 150 providers, kept by hand and by sync; dollars per million tokens. */
export const source = {
	id,
	title: 'models.dev',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://models.dev',
	terms: { licence: 'MIT', attribution: 'Model data: models.dev (MIT).', redistribute: true },
	cadence: 'daily',
	requests: () => [{ url: 'https://models.dev/api.json' }],
	// the file is made from these: it holds the present only
	history: {
		git: {
			repository: 'https://github.com/anomalyco/models.dev',
			folders: ['providers', 'models'],
			ending: '.toml',
		},
	},
	read(body, reject) {
		const places = isTar(body.bytes) ? placesOf(id, filesOfTar(id, body.bytes)) : placesOfJson(body);
		return rowsOf(
			id,
			Model,
			places,
			(fact, { provider, model }) => [
				modelRow(provider, model, fact),
				...(fact.cost ? priceRows(provider, model, fact.cost) : []),
			],
			reject,
		);
	},
} satisfies Source<PriceInput | ModelInput>;

function placesOfJson(body: Body): Place[] {
	return Object.entries(jsonOf(id, AtLeastOne, body)).flatMap(([provider, { models }]) =>
		Object.entries(models).map(([model, entry]) => ({ where: `${provider}.${model}`, provider, model, entry })),
	);
}

function modelRow(provider: string, model: string, fact: Model): ModelInput {
	return {
		record: 'model',
		provider,
		model,
		title: fact.name,
		released_on: fact.release_date,
		context_tokens: fact.limit?.context,
		max_output_tokens: fact.limit?.output,
		open_weights: fact.open_weights,
		reasoning: fact.reasoning,
	};
}

function priceRows(provider: string, model: string, cost: Cost): PriceInput[] {
	return fields.flatMap(field => {
		if (cost[field] === undefined) return [];
		return bandsOf([{ from: 0, amount: cost[field], field: `cost.${field}` }, ...stepsOf(cost, field)]).map(band => ({
			record: 'price' as const,
			provider,
			model,
			meter: field === 'cache_write' ? cacheWriteOf(provider) : meters[field],
			...band,
			status: statusOf(provider, model, cost, band.amount),
			currency: 'USD' as const,
			unit: 'million_tokens' as const,
		}));
	});
}

/** `tiers` and `context_over_200k` are one fact stated twice, the second with a rounded size: `tiers` goes first. */
function stepsOf({ tiers, context_over_200k: over200k }: Cost, field: keyof typeof meters) {
	// a size is the largest request still billed below it: "over 200k" begins with token 200,001
	if (tiers?.length)
		return tiers.flatMap(({ tier, ...card }, i) =>
			tier.type === 'context'
				? [{ from: tier.size! + 1, amount: card[field], field: `cost.tiers[${i}].${field}` }]
				: [],
		);
	return over200k ? [{ from: 200_001, amount: over200k[field], field: `cost.context_over_200k.${field}` }] : [];
}

/** Nothing in, nothing out is a plan, a playground or a local server; a lone zero is a price nobody looked up. */
function statusOf(provider: string, model: string, cost: Cost, amount: string): PriceInput['status'] {
	if (isPlan(provider)) return 'not_metered';
	if (!isZero(amount)) return 'listed';
	if (isFreeVariant(model)) return 'free';
	return cost.input === 0 && cost.output === 0 ? 'not_metered' : 'unknown';
}
