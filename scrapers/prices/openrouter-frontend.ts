import { z } from 'zod';
import { textOf, type Body } from '../body.ts';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { unwrapped } from '../envelope.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { ModelName } from '../price.ts';
import type { PriceInput, Request, Source, UsageInput } from '../source.ts';

const id = 'openrouter-frontend';
const api = 'https://openrouter.ai/api/frontend/v1';

const Price = z.number().nonnegative();
const Count = z.int().nonnegative();
/** `2026-08-01 00:00:00`: a day in UTC. */
const day = z
	.string()
	.transform(text => text.slice(0, 10))
	.pipe(z.iso.date());
const Bars = z.array(z.object({ x: day, y: z.record(z.string(), Price) }));
/** Dollars per million tokens as they were paid, cache reads and discounts taken in. */
const Effective = z.object({
	weightedInputPrice: Price,
	weightedOutputPrice: Price,
	providerSummaries: z.array(
		z.object({ providerName: ModelName, effectiveInputPrice: Price, effectiveOutputPrice: Price }),
	),
	endpointNames: z.record(z.string(), ModelName),
	inputChartData: Bars,
	outputChartData: Bars,
});
const Activity = z.object({
	analytics: z.array(
		z.object({
			date: day,
			count: Count,
			total_prompt_tokens: Count,
			total_completion_tokens: Count,
			total_native_tokens_reasoning: Count,
			total_native_tokens_cached: Count,
		}),
	),
	/** Milliseconds since 1970: when the counts were taken. */
	cachedAt: z.int().min(0).max(4e12).nullish(),
});
const Sheet = z.object({
	permaslug: ModelName,
	variant: z.string().min(1).max(40),
	effective_pricing: Effective.nullish(),
	activity: Activity.nullish(),
});
type Sheet = z.infer<typeof Sheet>;

const Catalogue = z.preprocess(
	value => unwrapped(value, 'data'),
	z.array(z.object({ permaslug: ModelName, endpoint: z.object({ variant: z.string() }).nullish().catch(null) })).min(1),
);

/**
 * What was paid for a million tokens at each host and day, and the mix of tokens of each model, from the interface
 * behind OpenRouter's own pages: undocumented, for a user who asks for it, and never passed on.
 */
export const source = {
	id,
	title: 'OpenRouter effective prices',
	kind: 'price',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/models',
	terms: {
		licence: 'none stated',
		attribution: 'Source: OpenRouter (openrouter.ai), {fetched_at}.',
		redistribute: false,
	},
	cadence: 'weekly',
	opt_in: true,
	// prices reach 218 days back, the mix of tokens 31
	forgets_after_days: 31,
	slow: true,
	manners: { concurrency: 1, interval_ms: 1_000, max_requests: 1_500 },
	requests: () => [{ url: `${api}/catalog/models`, index: true as const }],
	follow: indexes => indexes.flatMap(statsRequests),
	read(body, reject) {
		const places = sheetsOf(body).map((entry, i) => ({ where: `models.${i}`, entry }));
		return rowsOf(id, Sheet, places, sheet => [...effectiveRows(sheet), ...activityRows(sheet)], reject);
	},
} satisfies Source<PriceInput | UsageInput>;

function statsRequests(index: Body): Request[] {
	const served = jsonOf(id, Catalogue, index).flatMap(({ permaslug, endpoint }) =>
		endpoint ? [`?permaslug=${encodeURIComponent(permaslug)}&variant=${encodeURIComponent(endpoint.variant)}`] : [],
	);
	return [...new Set(served)].flatMap(model => [
		{ url: `${api}/stats/effective-pricing${model}` },
		{ url: `${api}/stats/model-activity${model}` },
	]);
}

/** One answer, whose model its address names, or the answers for many, a line each, as a collector keeps them. */
function sheetsOf(body: Body): unknown[] {
	const text = textOf(body).trim();
	if (/^\{\s*"data"/.test(text)) return [servedOf(body)];
	return text
		.split('\n')
		.map(line => jsonOf(id, z.looseObject({}), { ...body, bytes: new TextEncoder().encode(line) }));
}

function servedOf(body: Body): unknown {
	const asked = /[?&]permaslug=([^&]+)&variant=([^&]+)/.exec(body.url);
	const { data } = jsonOf(id, z.object({ data: z.looseObject({}) }), body);
	if (!asked?.[1] || !asked[2]) throw new ShapeError(id, 'missing model in the address', body.url);
	const sheet = { permaslug: decodeURIComponent(asked[1]), variant: decodeURIComponent(asked[2]) };
	return 'analytics' in data ? { ...sheet, activity: data } : { ...sheet, effective_pricing: data };
}

const nameOf = ({ permaslug, variant }: Sheet): string =>
	(variant === 'standard' ? permaslug : `${permaslug}:${variant}`).slice(0, 300);

function effectiveRows(sheet: Sheet): PriceInput[] {
	const { effective_pricing: paid } = sheet;
	if (!paid) return [];
	const row = (meter: 'input' | 'output', provider: string, price: number, field: string): PriceInput => ({
		record: 'price',
		provider,
		model: nameOf(sheet),
		meter,
		field,
		// 0 is a model without traffic
		amount: price === 0 ? null : decimalText(price),
		status: price === 0 ? 'unknown' : 'listed',
		currency: 'USD',
		unit: 'million_tokens',
		list_or_effective: 'effective',
		service_tier: sheet.variant === 'batch' ? 'batch' : 'standard',
	});
	const hosts = new Map(Object.entries(paid.endpointNames));
	const daily = (meter: 'input' | 'output', bars: z.infer<typeof Bars>) =>
		bars.flatMap(({ x, y }) =>
			Object.entries(y).flatMap(([endpoint, price]) => {
				const provider = hosts.get(endpoint);
				if (!provider || price === 0) return [];
				const field = `${meter}ChartData.${x}.${endpoint}`.slice(0, 200);
				return { ...row(meter, provider, price, field), valid_from: x, valid_to: addDays(x, 1) };
			}),
		);
	return [
		...daily('input', paid.inputChartData),
		...daily('output', paid.outputChartData),
		...paid.providerSummaries.flatMap(({ providerName, effectiveInputPrice, effectiveOutputPrice }, i) => [
			row('input', providerName, effectiveInputPrice, `providerSummaries[${i}].effectiveInputPrice`),
			row('output', providerName, effectiveOutputPrice, `providerSummaries[${i}].effectiveOutputPrice`),
		]),
		row('input', 'openrouter', paid.weightedInputPrice, 'weightedInputPrice'),
		row('output', 'openrouter', paid.weightedOutputPrice, 'weightedOutputPrice'),
	];
}

const metrics = [
	['requests', 'count'],
	['prompt_tokens', 'total_prompt_tokens'],
	['completion_tokens', 'total_completion_tokens'],
	['reasoning_tokens', 'total_native_tokens_reasoning'],
	['cached_tokens', 'total_native_tokens_cached'],
] as const;

/** Closed days only: the day on which the counts were taken is still being counted. */
function activityRows(sheet: Sheet): UsageInput[] {
	const { analytics = [], cachedAt } = sheet.activity ?? {};
	const newest =
		analytics
			.map(({ date }) => date)
			.sort()
			.at(-1) ?? '';
	const open = cachedAt ? new Date(cachedAt).toISOString().slice(0, 10) : newest;
	return analytics
		.filter(({ date }) => date < open)
		.flatMap(counts =>
			metrics.map(([metric, field]) => ({
				record: 'usage' as const,
				day: counts.date,
				period: 'day' as const,
				subject: 'model' as const,
				name: nameOf(sheet),
				metric,
				amount: decimalText(counts[field]),
				unit: metric === 'requests' ? ('requests' as const) : ('tokens' as const),
			})),
		);
}
