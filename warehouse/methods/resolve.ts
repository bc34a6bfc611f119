import { indexAliases, type AliasRow } from './resolve-alias.ts';
import { indexLabs, type LabRow } from './resolve-lab.ts';
import { partsOf } from './resolve-name.ts';
import { wordOrder } from './resolve-order.ts';
import { isStrangeDerivative } from './resolve-derivative.ts';
import { familyOf, sizeOf, tuningOf, type Tuning } from './resolve-family.ts';
import { nearMisses } from './resolve-near.ts';

/** Rows of the curated seeds: `warehouse/seeds/{labs,models,aliases,providers,printed_models}.csv`, empty cells as null. */
export type Seeds = {
	labs: LabRow[];
	models: ModelSeed[];
	aliases: AliasRow[];
	providers: ProviderSeed[];
	/** Names that a maker, a router or two lineages print, beyond the models with facts of their own. */
	printed?: { model: string }[];
};
export type ModelSeed = { model: string; family?: string | null };
export type ProviderSeed = { source: string; provider: string; lab?: string | null };

export type Variant =
	'base' | 'free' | 'batch' | 'thinking' | 'alias' | 'router' | 'stealth' | 'preview' | 'highspeed' | 'extended';

export type Resolution = {
	/** Canonical `lab-slug/name`; null when no rule explains the name. */
	model: string | null;
	/** `labs.csv` key. */
	lab: string | null;
	country_group: string;
	family: string | null;
	/** The dated snapshot, digits as printed (`20260205`, `04-28`, `001`). */
	version: string | null;
	variant: Variant;
	/** Total and active parameters as the canonical name prints them: `235b-a22b`, `8x7b`, `70b`. */
	size: string | null;
	/** What the weights were tuned for, by the canonical name. */
	tuning: Tuning | null;
	/** Reasoning effort or budget where the name states one: `high`, `none`, `16k`. */
	effort: string | null;
	/** The day on which a hidden model's maker was named: before it, who asked had no answer. */
	revealed_on: string | null;
	rule: string;
};

export type Hint = { provider?: string | null; day?: string | null };

export type Resolver = {
	resolve(source: string, name: string, hint?: Hint): Resolution;
	/** The stretches of days, half-open and in order, over which a name means one thing. */
	meanings(source: string, name: string, provider: string | null): { valid_from: string; valid_to: string | null }[];
};

/** Before everything: the day from which a name that never moved has meant what it means. */
export const dawn = '1970-01-01';

/**
 * Names to canonical models by rules and a dated table, never by likeness: the same name on the same day gives the same
 * answer, and a name that no rule explains keeps `model: null`. Days are `YYYY-MM-DD`; an alias that swaps its meaning
 * has no model without a day.
 */
export function resolver(seeds: Seeds): Resolver {
	const labs = indexLabs(seeds.labs);
	const aliases = indexAliases(seeds.aliases);
	const families = new Map(seeds.models.map(row => [row.model, row.family ?? null]));
	const sellers = new Map(seeds.providers.map(row => [row.provider.toLowerCase(), row.lab ?? null]));
	const hosts = new Set(seeds.providers.map(row => row.provider.toLowerCase()));
	const isNearMiss = nearMisses(
		[seeds.models, seeds.printed ?? [], seeds.aliases].flat().flatMap(({ model }) => (model ? [model] : [])),
	);
	const memory = new Map<string, Resolution>();

	return { resolve: remembered, meanings };

	function remembered(source: string, name: string, hint: Hint = {}): Resolution {
		const key = `${source}\n${name}\n${hint.provider ?? ''}\n${hint.day ?? ''}`;
		const known = memory.get(key);
		if (known) return known;
		const resolution = resolve(source, name, hint);
		memory.set(key, resolution);
		return resolution;
	}

	function meanings(source: string, name: string, provider: string | null): ReturnType<Resolver['meanings']> {
		const moves = remembered(source, name, { provider }).rule === 'moving-alias-without-day';
		const found: { valid_from: string; valid_to: string | null; means: string }[] = [];
		for (const day of moves ? [dawn, ...aliases.edges] : [dawn]) {
			const { model, variant, effort, rule } = remembered(source, name, { provider, day });
			const means = [model, variant, effort, rule].join();
			if (found.at(-1)?.means === means) continue;
			if (found.length > 0) found.at(-1)!.valid_to = day;
			found.push({ valid_from: day, valid_to: null, means });
		}
		return found.map(({ valid_from, valid_to }) => ({ valid_from, valid_to }));
	}

	function resolve(source: string, name: string, hint: Hint): Resolution {
		const parts = partsOf(name);
		const lists = listsOf(source, hint);
		// weights tuned for one customer have a price of their own and are nobody else's model
		if (/^\s*ft:/i.test(name)) return unknown(parts, 'fine-tuned', labs.byFamily(wordOrder(parts.name))?.lab);
		if (/\s[+/]\s|\d\sand\so?\d|[a-z0-9]\+[a-z]/i.test(name)) return unknown(parts, 'several-models');
		const direct = aliases.find(lists, name.trim().toLowerCase(), hint.day);
		if (direct) return named(direct.model, parts, direct, 'alias-table');
		if (aliases.swaps(lists, name.trim().toLowerCase())) return moving(parts, hint);
		// `Sonoma Sky Alpha`: a hidden model under its title
		const hidden = parts.path.length === 0 ? aliases.find(lists, parts.name, hint.day) : null;
		if (hidden?.variant === 'stealth') return named(hidden.model, parts, hidden, 'stealth-revealed');

		const bare = labs.withoutAuthor(parts.name, hosts);
		const ordered = wordOrder(bare);
		const family = labs.byFamily(ordered) ?? labs.byFamily(bare);
		const { author, foreign, hosted } = labs.authorOf(parts.path, hosts);
		if (foreign && !author) return unknown(parts, 'unknown-author');
		// a lab that also sells other labs' weights names them under its own path: `cerebras/llama3.1-8b`
		// and a model under its own full name is itself, whoever copies it: `alpindale/wizardlm-2-8x22b`
		const copied = family && families.has(`${family.slug}/${ordered}`) && !families.has(`${author?.slug}/${ordered}`);
		const elsewhere = author && family && family !== author && (hosted || copied);
		const seller =
			parts.path.length === 0 && hint.provider ? labs.byName(sellers.get(hint.provider.toLowerCase()) ?? '') : null;
		const lab = elsewhere ? family : (author ?? family ?? seller);
		const rule = lab === author ? 'author-slug' : lab === family ? 'family-prefix' : 'provider';
		if (!lab) return unknown(parts, 'no-rule');
		if (isStrangeDerivative(ordered, lab.slug, author !== null)) return unknown(parts, 'unknown-derivative');
		if (lab.lab === 'unnamed') return unnamed(parts, lists, hint);
		if (/^(router|auto|default|(coder|vision)-model|ep-[a-z\d]+-[a-z\d-]+|.*-for-coding(-highspeed)?)$/.test(ordered))
			return unknown(parts, 'router', lab.lab);

		const canonical = `${lab.slug}/${ordered}`;
		// a moving name has rows of its own: `mistral-large` may be one model where `mistral-large-latest` is many
		const key = parts.variant === 'alias' ? `${canonical}-latest` : canonical;
		const found = aliases.find(lists, key, hint.day);
		if (found) return named(found.model, parts, found, 'alias-table');
		if (aliases.swaps(lists, key)) return moving(parts, hint, lab);
		// a size pins no version: `ministral-8b-latest` moves as `mistral-large-latest` does
		if (parts.variant === 'alias' && !/\d/.test(ordered.replace(/-\d[\d.]*b(?=-|$)/g, '')))
			return moving(parts, hint, lab);
		const line = /^(claude|command|deepseek|ernie|gemini|gemma|glm|gpt|grok|kimi|llama|mistral|nova|phi|qwen)$/.test(
			ordered,
		);
		const isLine = line && !((author ?? seller) && ordered === 'command');
		// providers, licences and lists of them stand where names stand
		const isOther = /-licen[cs]e$/.test(ordered) || (!families.has(canonical) && labs.bySlug(ordered) !== null);
		if (isLine || isOther || !/^[a-z\d][\w.+-]*$/.test(ordered)) return unknown(parts, 'not-a-name', lab.lab);
		// the router's own list is what others copy
		if (!/^openrouter-(?!title)/.test(source) && isNearMiss(canonical, isFirstHand(hint.provider, lab)))
			return unknown(parts, 'near-miss', lab.lab);
		return named(canonical, parts, null, rule);
	}

	/** The router, the clouds that sell by contract, and the maker itself. */
	function isFirstHand(provider: string | null | undefined, lab: LabRow): boolean {
		const who = provider?.toLowerCase() ?? '';
		return /^(openrouter|(amazon-)?bedrock\w*|google-vertex|vertex_ai\S*)$/.test(who) || sellers.get(who) === lab.lab;
	}

	type Parts = ReturnType<typeof partsOf>;

	function named(model: string | null, parts: Parts, alias: AliasRow | null, rule: string): Resolution {
		if (!model) return unknown({ ...parts, variant: (alias?.variant as Variant) ?? parts.variant }, rule, alias?.lab);
		const lab = labs.bySlug(model.slice(0, model.indexOf('/')));
		return {
			model,
			lab: lab?.lab ?? null,
			country_group: lab?.country_group ?? 'unknown',
			family: families.get(model) ?? familyOf(model),
			version: alias?.version ?? parts.version,
			variant: (alias?.variant as Variant) ?? parts.variant,
			size: sizeOf(model),
			tuning: tuningOf(model),
			effort: alias?.effort ?? parts.effort,
			revealed_on: alias?.revealed_on ?? null,
			rule,
		};
	}

	/** An alias whose meaning depends on a day we were not given, or that the table does not cover. */
	function moving(parts: Parts, hint: Hint, lab: LabRow | null = labs.byFamily(parts.name)): Resolution {
		const rule = hint.day ? 'moving-alias-not-covered' : 'moving-alias-without-day';
		return { ...unknown(parts, rule, lab?.lab), variant: 'alias' };
	}

	/** Models whose maker is not disclosed: a revealed one is in the alias table and never comes here. */
	function unnamed(parts: Parts, lists: readonly string[], hint: Hint): Resolution {
		const canonical = `openrouter/${parts.name}`;
		const revealed = aliases.find(lists, canonical, hint.day) ?? aliases.find(lists, parts.name, hint.day);
		if (revealed?.model) return named(revealed.model, parts, revealed, 'stealth-revealed');
		const router = /^(auto|free|bodybuilder|fusion|pareto|.*router.*)$/.test(parts.name);
		return { ...unknown(parts, router ? 'router' : 'stealth', 'unnamed'), variant: router ? 'router' : 'stealth' };
	}

	function unknown(parts: Parts, rule: string, lab: string | null = null): Resolution {
		return {
			model: null,
			lab,
			country_group: (lab ? labs.byName(lab)?.country_group : null) ?? 'unknown',
			family: null,
			version: parts.version,
			variant: parts.variant,
			size: null,
			tuning: null,
			effort: parts.effort,
			revealed_on: null,
			rule,
		};
	}
}

/** A slug of the router means what the router means by it, in its own pages and in every sheet that copies its list. */
const listsOf = (source: string, { provider }: Hint) =>
	source.startsWith('openrouter-') || provider?.toLowerCase() === 'openrouter'
		? [source, 'openrouter-models']
		: [source];
