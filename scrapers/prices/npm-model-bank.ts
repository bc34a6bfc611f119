import { z } from 'zod';
import type { Body } from '../body.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { listLiteralOf } from '../literal-list.ts';
import { Pricing, quotesOf } from '../model-bank.ts';
import { versionRequests } from '../npm-versions.ts';
import { packumentOf } from '../packument.ts';
import { cacheWriteOf, isFreeVariant, isZero, ModelName, PartialDate, Title, TokenLimit } from '../price.ts';
import type { Context, ModelInput, PriceInput, Request, Source } from '../source.ts';
import { tarballOf } from '../tarball.ts';

const id = 'npm-model-bank';
const name = 'model-bank';

const Model = z.object({
	providerId: ModelName,
	id: ModelName,
	displayName: Title,
	type: z.string().default('chat'),
	contextWindowTokens: TokenLimit,
	maxOutput: TokenLimit,
	releasedAt: PartialDate,
	abilities: z.object({ reasoning: z.boolean().nullish() }).nullish().catch(null),
	pricing: Pricing.nullish(),
});
type Model = z.infer<typeof Model>;
const wanted = Object.keys(Model.shape);
const List = z.array(z.looseObject({})).min(1);

/** LobeHub's list of models on some 80 platforms, 24 of them Chinese and in yuan; dated by the version itself. */
export const source = {
	id,
	title: 'LobeHub model-bank (npm)',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/lobehub/lobe-chat',
	// the package states no licence: read at run time and not passed on
	terms: { licence: 'none stated', attribution: 'model-bank, LobeHub', redistribute: false },
	cadence: 'daily',
	manners: { concurrency: 2 },
	requests: () => [{ url: `npm:${name}`, index: true as const }],
	follow: (indexes, context) => indexes.flatMap(index => requestsOf(index, context)),
	read(body, reject) {
		const places = entriesOf(body, reject).map(({ where, entry }) => ({ where, entry }));
		return rowsOf(id, Model, places, model => [modelRow(model), ...priceRows(model)], reject);
	},
} satisfies Source<PriceInput | ModelInput>;

/** Versions are written `1.0.20260927202305`: the second at which they were made. */
function requestsOf(index: Body, context: Context): Request[] {
	const dated = Object.keys(packumentOf(id, index).versions)
		.sort()
		.flatMap(version => {
			const [, year, month, day] = /^1\.0\.(\d{4})(\d\d)(\d\d)\d{6}$/.exec(version) ?? [];
			if (!day) return [];
			const on = `${year}-${month}-${day}`;
			return { version, observed: { on, basis: 'version' as const, quality: 'exact' as const } };
		});
	return versionRequests(name, dated, context);
}

type Place = { where: string; entry: unknown };

/** The package's modules, one a platform, or its whole list as evaluated and kept by a collector. */
function entriesOf(body: Body, reject?: (what: string) => void): Place[] {
	if (body.bytes[0] !== 0x1f) return jsonOf(id, List, body).map((entry, i) => ({ where: `models.${i}`, entry }));
	const isPlatform = (path: string) => /^dist\/aiModels\/(?!index\.)\w+\.mjs$/.test(path);
	const files = [...tarballOf(id, body.bytes, isPlatform)].sort(([one], [other]) => (one < other ? -1 : 1));
	const entries = files.flatMap(([path, code]) => platformOf(path, code, reject));
	if (entries.length === 0) throw new ShapeError(id, 'missing lists of models', `${files.length} files`);
	return entries;
}

function platformOf(path: string, code: string, reject?: (what: string) => void): Place[] {
	const platform = path.replace(/^.*\/(\w+)\.mjs$/, '$1');
	try {
		return listLiteralOf(`${id}: ${path}`, code, 'default', wanted).map((fields, i) => ({
			where: `${platform}.${i}`,
			entry: { ...fields, providerId: platform.toLowerCase() },
		}));
	} catch (error) {
		// one platform, chatGPT, is computed from another's list: a subscription without prices
		if (!(error instanceof ShapeError)) throw error;
		reject?.(error.message);
		return [];
	}
}

const modelRow = (model: Model): ModelInput => ({
	record: 'model',
	provider: model.providerId,
	model: model.id,
	title: model.displayName,
	released_on: model.releasedAt,
	context_tokens: model.contextWindowTokens,
	max_output_tokens: model.maxOutput,
	reasoning: model.abilities?.reasoning,
});

function priceRows({ providerId: provider, id: model, type, pricing }: Model): PriceInput[] {
	const quotes = pricing ? quotesOf(pricing, type) : [];
	const isUnpriced = quotes.every(({ amount }) => isZero(amount));
	return quotes.map(({ meter, ...quote }) => ({
		record: 'price',
		provider,
		model,
		meter: meter === 'cache_write' ? cacheWriteOf(provider) : meter,
		...quote,
		status: statusOf(provider, model, quote.amount, isUnpriced),
		currency: pricing?.currency ?? 'USD',
	}));
}

function statusOf(provider: string, model: string, amount: string, isUnpriced: boolean): PriceInput['status'] {
	if (provider.endsWith('codingplan')) return 'not_metered';
	if (!isZero(amount)) return 'listed';
	if (isFreeVariant(model)) return 'free';
	return isUnpriced ? 'not_metered' : 'unknown';
}
