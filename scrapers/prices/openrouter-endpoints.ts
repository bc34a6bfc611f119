import { z } from 'zod';
import type { Body } from '../body.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { unwrapped } from '../envelope.ts';
import { jsonOf } from '../json.ts';
import { billedOf, fields, heldOf, Pricing } from '../openrouter-pricing.ts';
import { isFreeVariant, isZero, ModelName, TokenLimit } from '../price.ts';
import type { EndpointInput, PriceInput, Request, Source } from '../source.ts';

const id = 'openrouter-endpoints';
const models = 'https://openrouter.ai/api/v1/models';

const Measured = z.number().nonnegative().nullish().catch(null);
const Endpoint = z.object({
	provider_name: ModelName,
	tag: ModelName.nullish().catch(null),
	quantization: ModelName.nullish().catch(null),
	context_length: TokenLimit,
	max_completion_tokens: TokenLimit,
	uptime_last_1d: Measured,
	// null in every row seen (2026-05-31); documented as percentiles
	throughput_last_30m: z.preprocess(value => unwrapped(value, 'p50'), z.number().nonnegative().nullish()).catch(null),
	supports_implicit_caching: z.boolean().nullish().catch(null),
	pricing: Pricing.extend({ discount: z.number().min(0).max(1).nullish() }),
});
type Endpoint = z.infer<typeof Endpoint>;

const Model = z.object({ id: ModelName, endpoints: z.array(z.unknown()) });
/** One model as served, or many as a collector kept them: `{data: [{response: {data: Model}}]}`. */
const Envelope = z.preprocess(value => {
	const data = unwrapped(value, 'data');
	return (Array.isArray(data) ? data : [data]).map(entry => unwrapped(unwrapped(entry, 'response'), 'data'));
}, z.array(Model).min(1));
const Index = z.object({ data: z.array(z.object({ id: ModelName })).min(1) });

/** Who hosts each model that OpenRouter routes to, and at what price: the lab's own only at the lab itself. */
export const source = {
	id,
	title: 'OpenRouter endpoints',
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
	slow: true,
	manners: { concurrency: 1, interval_ms: 1_000, max_requests: 1_000 },
	requests: () => [{ url: models, index: true as const }],
	follow: indexes => indexes.flatMap(endpointRequests),
	read(body, reject) {
		const places = jsonOf(id, Envelope, body).flatMap(model =>
			model.endpoints.map((entry, i) => ({ where: `${model.id}.endpoints.${i}`, model: model.id, entry })),
		);
		return rowsOf(
			id,
			Endpoint,
			places,
			(endpoint, { model }) => [endpointRow(model, endpoint), ...priceRows(model, endpoint)],
			reject,
		);
	},
} satisfies Source<PriceInput | EndpointInput>;

/** One request a model; moving aliases and OpenRouter's own routers have no endpoint of their own. */
function endpointRequests(index: Body): Request[] {
	return jsonOf(id, Index, index)
		.data.map(model => model.id)
		.filter(model => /^\w[\w.-]*\/\w[\w.:-]*$/.test(model) && !model.startsWith('openrouter/'))
		.map(model => ({ url: `${models}/${model}/endpoints` }));
}

function endpointRow(model: string, endpoint: Endpoint): EndpointInput {
	return {
		record: 'endpoint',
		host: endpoint.provider_name,
		model,
		tag: endpoint.tag,
		quantization: endpoint.quantization,
		context_tokens: endpoint.context_length,
		max_output_tokens: endpoint.max_completion_tokens,
		discount: textOf(endpoint.pricing.discount),
		uptime_1d_percent: textOf(endpoint.uptime_last_1d),
		throughput_p50_tokens_per_second: textOf(endpoint.throughput_last_30m),
		implicit_caching: endpoint.supports_implicit_caching,
	};
}

const textOf = (value: number | null | undefined): string | null =>
	value === null || value === undefined ? null : decimalText(value);

/** The tag tells a host's offers of one model apart: it goes before the field. A discount is already taken off. */
function priceRows(model: string, { provider_name: provider, tag, pricing }: Endpoint): PriceInput[] {
	return fields.flatMap(field =>
		heldOf(pricing, field).map(held => ({
			record: 'price' as const,
			provider,
			model,
			...billedOf(model, field, pricing),
			...held,
			...statedOf(model, held.amount),
			field: `${tag ?? 'untagged'}: ${held.field}`.slice(-200),
			currency: 'USD' as const,
			list_or_effective: pricing.discount ? ('effective' as const) : ('list' as const),
			service_tier: tierOf(model, tag),
			region: regionOf(tag),
		})),
	);
}

function tierOf(model: string, tag: string | null | undefined): PriceInput['service_tier'] {
	if (model.endsWith(':batch')) return 'batch';
	// MiniMax sells the same model faster at twice the price (2026-05-31)
	return tag?.endsWith('/highspeed') ? 'low_latency' : 'standard';
}

/** Only the clouds name a region after the slash; others name a quantisation or a product there. */
const regionOf = (tag: string | null | undefined): string | null =>
	/^(?:google-vertex|amazon-bedrock|azure)\/(.+)$/.exec(tag ?? '')?.[1] ?? null;

/** As on the list of models: "-1" is no amount, and "0" a price only where the id says `:free`. */
function statedOf(model: string, amount: string): Pick<PriceInput, 'amount' | 'status'> {
	if (amount.startsWith('-')) return { amount: null, status: 'unknown' };
	if (!isZero(amount)) return { amount, status: 'listed' };
	return { amount, status: isFreeVariant(model) ? 'free' : 'unknown' };
}
