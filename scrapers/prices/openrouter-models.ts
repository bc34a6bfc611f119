import { z } from 'zod';
import { rowsOf } from '../entries.ts';
import { unwrapped } from '../envelope.ts';
import { jsonOf } from '../json.ts';
import { billedOf, fields, heldOf, isPrimary, Pricing, type Field } from '../openrouter-pricing.ts';
import { isFreeVariant, isZero, ModelName, Title, TokenLimit } from '../price.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'openrouter-models';

const Model = z.object({
	id: ModelName,
	name: Title,
	canonical_slug: Title,
	context_length: TokenLimit,
	top_provider: z.object({ max_completion_tokens: TokenLimit }).nullish().catch(null),
	supported_parameters: z.array(z.string()).nullish().catch(null),
	expiration_date: z.iso.date().nullish().catch(null),
	alias_target: z.object({ slug: ModelName }).nullish().catch(null),
	pricing: Pricing,
});
type Model = z.infer<typeof Model>;

/** As served, as stored bare by a collector, and as wrapped by another. */
const Envelope = z.preprocess(value => unwrapped(unwrapped(value, 'body'), 'data'), z.array(z.unknown()).min(1));

/** The headline price of every model that OpenRouter routes to: one endpoint's price, never a lab's list price. */
export const source = {
	id,
	title: 'OpenRouter models',
	kind: 'price',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/models',
	terms: {
		licence: 'none stated',
		attribution: 'Prices as listed by OpenRouter (openrouter.ai/models), {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://openrouter.ai/api/v1/models' }],
	read(body, reject) {
		const models = jsonOf(id, Envelope, body);
		const padded = isPadded(models);
		const places = models.map((entry, i) => ({ where: `models.${i}`, entry }));
		return rowsOf(id, Model, places, model => [modelRow(model), ...priceRows(model, padded)], reject);
	},
} satisfies Source<PriceInput | ModelInput>;

/** Until 2026-01-22 unused meters were sent as "0"; from 2026-01-29 they are left out. The body itself shows which. */
function isPadded(models: unknown[]): boolean {
	const isStated = (pricing: unknown) => unwrapped(pricing, 'request') !== pricing;
	return models.filter(model => isStated(unwrapped(model, 'pricing'))).length > models.length / 2;
}

function modelRow(model: Model): ModelInput {
	return {
		record: 'model',
		provider: 'openrouter',
		model: model.id,
		title: model.name,
		// `created` is the day OpenRouter listed it, not the release
		released_on: null,
		context_tokens: model.context_length,
		max_output_tokens: model.top_provider?.max_completion_tokens,
		reasoning: model.supported_parameters?.includes('reasoning'),
		permaslug: model.id.startsWith('~') ? null : model.canonical_slug,
		alias_of: model.alias_target?.slug,
		// 2098-12-31 stands for never (seen 2026-08-22)
		ends_on: model.expiration_date?.startsWith('209') ? null : model.expiration_date,
	};
}

function priceRows({ id: model, pricing }: Model, padded: boolean): PriceInput[] {
	return fields.flatMap(field =>
		heldOf(pricing, field).map(held => ({
			record: 'price' as const,
			provider: 'openrouter',
			model,
			...billedOf(model, field, pricing),
			...held,
			...statusOf(model, field, held.amount, padded),
			currency: 'USD' as const,
			service_tier: model.endsWith(':batch') ? ('batch' as const) : ('standard' as const),
		})),
	);
}

/**
 * "-1" depends on the model routed to and is no amount. "0" is a price only where the id says `:free`; on a router, a
 * stealth or a music model it is none, and in a padded body it fills meters that the model does not have.
 */
function statusOf(model: string, field: Field, amount: string, padded: boolean): Pick<PriceInput, 'amount' | 'status'> {
	if (amount.startsWith('-')) return { amount: null, status: 'unknown' };
	if (!isZero(amount)) return { amount, status: 'listed' };
	const isFiller = padded && !isPrimary(field);
	return { amount, status: isFreeVariant(model) && !isFiller ? 'free' : 'unknown' };
}
