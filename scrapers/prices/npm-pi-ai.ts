import { z } from 'zod';
import type { Body } from '../body.ts';
import { rowsOf } from '../entries.ts';
import { changelogDates } from '../npm-dates.ts';
import { knownDates } from '../npm-known-dates.ts';
import { datedVersions } from '../npm-versions.ts';
import { packumentOf } from '../packument.ts';
import { catalogueOf } from '../pi-catalogue.ts';
import { labOf, type Metered, meters, stated } from '../pi-price.ts';
import { bandsOf, cacheWriteOf, ModelName, Title, TokenLimit } from '../price.ts';
import type { Context, ModelInput, PriceInput, Request, Source } from '../source.ts';
import { tarballOf } from '../tarball.ts';

const id = 'npm-pi-ai';
const packages = ['@mariozechner/pi-ai', '@earendil-works/pi-ai'];
/** Shares pi-ai's version numbers and ships a dated changelog back to 0.10.0 (2025-11-25). */
const sibling = 'npm:@earendil-works/pi-coding-agent@latest';

const Rates = z.object({
	input: z.number(),
	output: z.number(),
	cacheRead: z.number().nullish(),
	cacheWrite: z.number().nullish(),
});
type Rates = z.infer<typeof Rates>;

const Model = z.object({
	provider: ModelName,
	id: ModelName,
	name: Title,
	reasoning: z.boolean().nullish().catch(null),
	contextWindow: TokenLimit,
	maxTokens: TokenLimit,
	cost: Rates.extend({ tiers: z.array(Rates.extend({ inputTokensAbove: z.int().positive() })).nullish() }),
});
type Model = z.infer<typeof Model>;

/**
 * Dated versions of pi-ai's catalogue: dollars per million tokens for 20 to 40 providers, merged by its build from
 * OpenRouter, models.dev and the Vercel gateway. No version states a date: `npm-dates.ts` finds it.
 */
export const source = {
	id,
	title: 'pi-ai model catalogue (npm)',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/badlogic/pi-mono',
	terms: { licence: 'MIT', attribution: 'pi-ai, MIT licence, Mario Zechner and contributors', redistribute: true },
	cadence: 'daily',
	manners: { concurrency: 2 },
	requests: () => [...packages.map(name => `npm:${name}`), sibling].map(url => ({ url, index: true as const })),
	follow: (indexes, context) => packages.flatMap(name => versionRequests(name, indexes, context)),
	read(body, reject) {
		// image and classifier rows (from 0.99.1) are not priced by the token: only chat rows are read
		const chat = catalogueOf(id, body.bytes).filter(({ value }) => (value.type ?? 'chat') === 'chat');
		const entries = chat.map(({ where, provider, value }) => ({ where, entry: { ...value, provider } }));
		return rowsOf(id, Model, entries, rowsOfModel, reject);
	},
} satisfies Source<PriceInput | ModelInput>;

function versionRequests(name: string, indexes: Body[], context: Context): Request[] {
	const index = indexes.find(({ url }) => url === `npm:${name}`);
	if (!index) return [];
	const { versions, time } = packumentOf(id, index);
	const log = indexes.find(({ url }) => url === sibling);
	const changelog = log ? changelogDates(tarballOf(id, log.bytes, isChangelog).get('CHANGELOG.md') ?? '') : new Map();
	return datedVersions(name, { versions, changelog, known: knownDates[name] ?? {}, time }, context);
}

const isChangelog = (path: string): boolean => path === 'CHANGELOG.md';

function rowsOfModel(model: Model): (PriceInput | ModelInput)[] {
	return [
		...meters.flatMap(metered => pricesOf(model, metered)),
		{
			record: 'model',
			provider: model.provider,
			model: model.id,
			title: model.name,
			context_tokens: model.contextWindow,
			max_output_tokens: model.maxTokens,
			reasoning: model.reasoning,
		},
	];
}

/**
 * The whole request is billed at the tier that its input is above; `above N` is stored as the band from N on, as other
 * sheets state the same step, so a request of exactly N tokens is the one that falls on the other side.
 */
function pricesOf({ provider, id: model, cost }: Model, [named, key]: Metered): PriceInput[] {
	const meter = named === 'cache_write' ? cacheWriteOf(labOf(provider, model)) : named;
	const tiers = (cost.tiers ?? []).map((rates, i) => ({ ...rates, at: `cost.tiers[${i}]` }));
	const bands = [{ ...cost, inputTokensAbove: 0, at: 'cost' }, ...tiers];
	const isUnpriced = cost.input === 0 && cost.output === 0;
	return bandsOf(
		bands.map(rates => ({ from: rates.inputTokensAbove, amount: rates[key], field: `${rates.at}.${key}` })),
	).map(band => ({
		record: 'price',
		provider,
		model,
		meter,
		currency: 'USD',
		unit: 'million_tokens',
		...band,
		...stated({ provider, model, meter, amount: band.amount, isUnpriced }, subscription),
	}));
}

/** Also `kimi-coding`, `zai-coding-cn`: sold by the month whatever they print. */
const subscription = /-coding\b/;
