import { z } from 'zod';
import type { Body } from '../body.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { changelogDates } from '../npm-dates.ts';
import { datedVersions } from '../npm-versions.ts';
import { packumentOf } from '../packument.ts';
import { Cost, quotesOf } from '../pi-cost.ts';
import { labOf, type Metered, meters, stated } from '../pi-price.ts';
import { cacheWriteOf, ModelName, Title, TokenLimit } from '../price.ts';
import type { Context, ModelInput, PriceInput, Request, Source } from '../source.ts';
import { tarballOf } from '../tarball.ts';

const id = 'npm-pi-catalog';
const name = '@oh-my-pi/pi-catalog';
/** Its own changelog goes back to 15.10.11 (2026-06-10). */
const newest = `npm:${name}@latest`;

const Model = z.object({
	provider: ModelName,
	id: ModelName,
	name: Title,
	kind: z.string().nullish().catch(null),
	reasoning: z.boolean().nullish().catch(null),
	contextWindow: TokenLimit,
	maxTokens: TokenLimit,
	cost: Cost,
});
type Model = z.infer<typeof Model>;

const Catalogue = z
	.record(ModelName, z.record(ModelName, z.looseObject({})))
	.refine(catalogue => Object.keys(catalogue).length > 0, 'expected at least one provider');

/** Dated versions of a fork of pi-ai's catalogue, and the one file that states peak hours by weekday. */
export const source = {
	id,
	title: 'oh-my-pi model catalogue (npm)',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/can1357/oh-my-pi',
	terms: { licence: 'MIT', attribution: 'pi-catalog, MIT licence, oh-my-pi contributors', redistribute: true },
	cadence: 'daily',
	manners: { concurrency: 2 },
	requests: () => [`npm:${name}`, newest].map(url => ({ url, index: true as const })),
	follow: versionRequests,
	read(body, reject) {
		const catalogue = jsonOf(id, Catalogue, { ...body, bytes: fileOf(body, 'src/models.json') });
		const places = Object.entries(catalogue).flatMap(([provider, models]) =>
			Object.entries(models).map(([model, entry]) => ({
				where: `${provider}.${model}`,
				entry: { ...entry, provider, id: model },
			})),
		);
		return rowsOf(id, Model, places, rowsOfModel, reject);
	},
} satisfies Source<PriceInput | ModelInput>;

function fileOf(body: Body, path: string): Uint8Array {
	const text = tarballOf(id, body.bytes, found => found === path).get(path);
	if (text === undefined) throw new ShapeError(id, 'missing file', path);
	return new TextEncoder().encode(text);
}

function versionRequests(indexes: Body[], context: Context): Request[] {
	const index = indexes.find(({ url }) => url === `npm:${name}`);
	if (!index) return [];
	const { versions, time } = packumentOf(id, index);
	const log = indexes.find(({ url }) => url === newest);
	const changelog = log ? changelogDates(new TextDecoder().decode(fileOf(log, 'CHANGELOG.md'))) : new Map();
	return datedVersions(name, { versions, changelog, known: {}, time }, context);
}

/** Not billed by the token of text: their token prices, where any, are those of pictures or of no sale at all. */
const otherKinds = ['image', 'video', 'search', 'stt', 'tts', 'tiny'];

function rowsOfModel(model: Model): (PriceInput | ModelInput)[] {
	const fact: ModelInput = {
		record: 'model',
		provider: model.provider,
		model: model.id,
		title: model.name,
		context_tokens: model.contextWindow,
		max_output_tokens: model.maxTokens,
		reasoning: model.reasoning,
	};
	if (otherKinds.includes(model.kind ?? '')) return [fact];
	return [fact, ...meters.flatMap(metered => pricesOf(model, metered))];
}

function pricesOf({ provider, id: model, cost }: Model, [named, key]: Metered): PriceInput[] {
	const meter = named === 'cache_write' ? cacheWriteOf(labOf(provider, model)) : named;
	return quotesOf(cost, key).map(({ isUnpriced, ...quote }) => ({
		record: 'price',
		provider,
		model,
		meter,
		currency: 'USD',
		unit: 'million_tokens',
		...quote,
		...stated({ provider, model, meter, amount: quote.amount, isUnpriced }, subscription),
	}));
}

/** Also `openai-codex`, `kimi-code`, `xai-oauth`: logins to a subscription, whatever they print. */
const subscription = /-(codex|code|code-cn|oauth)$/;
