import { z } from 'zod';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { cellsOf, type Cell } from '../litellm-keys.ts';
import { Amount, bandsOf, cacheWriteOf, isFreeVariant, isZero, ModelName, TokenLimit } from '../price.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'litellm';

/** Beside the models: a template whose values are sentences, rules for spelling names, and a collector's own stamp. */
const reserved = ['sample_spec', 'fallback_generalizations', 'last_updated'];
const isModel = (key: string): boolean => !reserved.includes(key);

const Model = z.looseObject({
	litellm_provider: ModelName,
	mode: z.string().nullish().catch(null),
	max_input_tokens: TokenLimit,
	max_output_tokens: TokenLimit,
	supports_reasoning: z.boolean().nullish().catch(null),
	deprecation_date: z.iso.date().nullish().catch(null),
	tiered_pricing: z.array(z.record(z.string(), z.unknown())).nullish(),
});
type Model = z.infer<typeof Model>;
const Sheet = z
	.record(ModelName, z.unknown())
	.refine(sheet => Object.keys(sheet).some(isModel), 'expected at least one model');

/** LiteLLM's price map: some 3,000 names of models at labs, clouds and hosts, in dollars by the token. */
export const source = {
	id,
	title: 'LiteLLM price map',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/BerriAI/litellm',
	terms: { licence: 'MIT', attribution: 'LiteLLM price map (MIT).', redistribute: true },
	cadence: 'daily',
	requests: () => [
		{ url: 'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json' },
	],
	history: {
		git: { repository: 'https://github.com/BerriAI/litellm', files: ['model_prices_and_context_window.json'] },
	},
	read(body, reject) {
		const places = Object.entries(jsonOf(id, Sheet, body))
			.filter(([model]) => isModel(model))
			.map(([model, entry]) => ({ where: model, model, entry }));
		return rowsOf(id, Model, places, (fact, { model }) => [modelRow(model, fact), ...priceRows(model, fact)], reject);
	},
} satisfies Source<PriceInput | ModelInput>;

function modelRow(model: string, fact: Model): ModelInput {
	return {
		record: 'model',
		provider: fact.litellm_provider,
		model,
		context_tokens: fact.max_input_tokens,
		max_output_tokens: fact.max_output_tokens,
		reasoning: fact.supports_reasoning,
		ends_on: fact.deprecation_date,
	};
}

function priceRows(model: string, fact: Model): PriceInput[] {
	return cellsOf(fact, fact.tiered_pricing ?? []).flatMap(cell =>
		bandsOf(cell.steps.map(step => ({ ...step, amount: amountOf(model, step) }))).map(band => ({
			record: 'price' as const,
			provider: fact.litellm_provider,
			model,
			meter: cell.meter === 'cache_write' ? cacheWriteOf(fact.litellm_provider) : cell.meter,
			...band,
			status: statusOf(model, fact, cell, band.amount),
			currency: 'USD' as const,
			unit: cell.unit,
			service_tier: cell.tier,
		})),
	);
}

function amountOf(model: string, { amount, field }: { amount: unknown; field: string }): number | null {
	const checked = Amount.nullish().safeParse(amount);
	if (!checked.success) throw new ShapeError(id, `unexpected price at ${model}.${field}`, amount);
	return checked.data ?? null;
}

/** A lone zero is a price nobody looked up; an embedding has no output, nothing in and out is no sale by the token. */
function statusOf(model: string, fact: Model, { meter }: Cell, amount: string): PriceInput['status'] {
	if (!isZero(amount)) return 'listed';
	if (isFreeVariant(model)) return 'free';
	const hasNoAnswer = meter === 'output' && /^(embedding|rerank|moderation)$/.test(fact.mode ?? '');
	const isUnpriced = fact.input_cost_per_token === 0 && fact.output_cost_per_token === 0;
	return hasNoAnswer || isUnpriced ? 'not_metered' : 'unknown';
}
