import type { Meter, PriceInput, Unit } from './source.ts';

/**
 * What a key of LiteLLM's map bills, in dollars; a threshold and a tier may stand in its name too. Left out, as no
 * column tells them apart: prices by pixel, by size of an image or resolution of a film, by session and by gigabyte,
 * and what Databricks counts in units of its own (`_dbu_`). Where two keys state one cell the later stands last.
 */
const meters: Record<string, readonly [Meter, Unit]> = {
	input_cost_per_character: ['character', 'character'],
	output_cost_per_character: ['character', 'character'],
	output_cost_per_second: ['second', 'second'],
	input_cost_per_audio_per_second: ['second', 'second'],
	input_cost_per_video_per_second: ['second', 'second'],
	output_cost_per_video_per_second: ['second', 'second'],
	input_cost_per_second: ['second', 'second'],
	input_cost_per_image: ['image', 'image'],
	output_cost_per_image: ['image', 'image'],
	annotation_cost_per_page: ['page', 'page'],
	ocr_cost_per_page: ['page', 'page'],
	input_cost_per_request: ['request', 'request'],
	input_cost_per_query: ['search', 'request'],
	'search_context_cost_per_query.search_context_size_low': ['search', 'request'],
	'search_context_cost_per_query.search_context_size_high': ['search', 'request'],
	// the size that is billed where a call names none
	'search_context_cost_per_query.search_context_size_medium': ['search', 'request'],
	input_cost_per_token: ['input', 'token'],
	output_cost_per_token: ['output', 'token'],
	input_cost_per_token_cache_hit: ['cache_read', 'token'],
	cache_read_input_token_cost: ['cache_read', 'token'],
	cache_creation_input_token_cost: ['cache_write', 'token'],
	cache_creation_input_token_cost_above_1hr: ['cache_write_1h', 'token'],
	output_cost_per_reasoning_token: ['reasoning', 'token'],
	input_cost_per_audio_token: ['input_audio', 'token'],
	output_cost_per_audio_token: ['output_audio', 'token'],
	cache_read_input_token_cost_per_audio_token: ['cache_read_audio', 'token'],
	cache_read_input_audio_token_cost: ['cache_read_audio', 'token'],
	cache_creation_input_audio_token_cost: ['cache_write_audio', 'token'],
	input_cost_per_image_token: ['input_image', 'token'],
	output_cost_per_image_token: ['output_image', 'token'],
	cache_read_input_image_token_cost: ['cache_read_image', 'token'],
	output_cost_per_video_token: ['output_video', 'token'],
	citation_cost_per_token: ['citation', 'token'],
};
const keys = Object.keys(meters);

const tiers = { batches: 'batch', batch_requests: 'batch', flex: 'flex', priority: 'priority' } as const;
type Tier = NonNullable<PriceInput['service_tier']>;

/** One cell of one model: what it bills, and its price from so many tokens of input on. */
export type Cell = {
	key: string;
	meter: Meter;
	unit: Unit;
	tier: Tier;
	steps: { from: number; amount: unknown; field: string }[];
};

/** The priced cells of an entry, in the order above; amounts are as found and still to be checked. */
export function cellsOf(entry: Record<string, unknown>, tiered: Record<string, unknown>[]): Cell[] {
	const cells = new Map<string, Cell>();
	const add = (name: string, field: string, amount: unknown, from: number) => {
		const named = namedBy(name);
		const billed = named && meters[named.key];
		if (!named || !billed) return;
		const at = `${named.key} ${named.tier}`;
		const cell = cells.get(at) ?? { ...named, meter: billed[0], unit: billed[1], steps: [] };
		cell.steps.push({ from: from || named.from, amount, field });
		cells.set(at, cell);
	};
	for (const [name, amount] of Object.entries(flat(entry))) add(name, name, amount, 0);
	for (const [i, { range, ...prices }] of tiered.entries()) {
		// the tiers of a search engine go by the number of its results, which no column holds
		if (!isRange(range)) continue;
		const field = (name: string): string => `tiered_pricing[${i}].${name}`;
		for (const [name, amount] of Object.entries(prices)) {
			add(name, field(name), amount, startOf(range[0]));
			// a price ends with its range: the next one states its own, or nothing is sold there
			add(name, field(name), undefined, startOf(range[1]));
		}
	}
	return [...cells.values()].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
}

/** `input_cost_per_token_above_200k_tokens_priority` is the key, the tier and the first token that it bills. */
function namedBy(name: string): { key: string; tier: Tier; from: number } | null {
	const parts = /^(.+?)(?:_above_(\d+)k_tokens)?(?:_(batches|batch_requests|flex|priority))?$/.exec(name);
	const [, key = '', thousands, tier] = parts ?? [];
	if (!Object.hasOwn(meters, key)) return null;
	return {
		key,
		tier: tier === undefined ? 'standard' : tiers[tier as keyof typeof tiers],
		from: thousands === undefined ? 0 : startOf(Number(thousands) * 1_000),
	};
}

/** "Above 200k" begins with token 200,001. */
const startOf = (tokens: number): number => (tokens === 0 ? 0 : tokens + 1);

const isRange = (range: unknown): range is [number, number] =>
	Array.isArray(range) && range.length === 2 && range.every(edge => Number.isSafeInteger(edge) && edge >= 0);

/** The one nested price is spelt with a dot. */
function flat(entry: Record<string, unknown>): Record<string, unknown> {
	const search = entry.search_context_cost_per_query;
	if (typeof search !== 'object' || search === null) return entry;
	return {
		...entry,
		...Object.fromEntries(
			Object.entries(search).map(([size, amount]) => [`search_context_cost_per_query.${size}`, amount]),
		),
	};
}
