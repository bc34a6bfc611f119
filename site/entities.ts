import { publication } from './data.ts';
import type { Num } from './format.ts';
import { labName } from './lab-name.ts';
import type { Lang, Words } from './words.ts';

/** A model with what its page's head and the lists say of it. */
export type Model = {
	model: string;
	title: string;
	lab: string;
	lab_slug: string | null;
	country: string;
	variant: string | null;
	size: string | null;
	released_on: string | null;
	released_on_basis: string | null;
	first_listed_on: string | null;
	last_listed_on: string | null;
	open_weights: boolean | null;
	total_parameters_b: Num | null;
	active_parameters_b: Num | null;
	citation: string | null;
	/** Newest standing list price of the output cell on the lab's dollar sheet. */
	list_usd_per_mtok: Num | null;
	/** Tokens on the newest day with a list by model, where it was listed; and that day. */
	tokens: Num | null;
};

export type Lab = {
	lab: string;
	lab_slug: string;
	name_zh: string | null;
	country: string | null;
	country_group: string;
	confidence: string | null;
	citation: string;
};

/** Countries with a page; labs of unknown country stand in the index only. */
export const countries = ['us', 'cn', 'eu', 'other'] as const;
export type CountryId = (typeof countries)[number];
/** `CN` of the address `cn`. */
export const countryOf = (id: CountryId): string => (id === 'other' ? id : id.toUpperCase());
export const countryPage = (country: string): string | null =>
	(countries as readonly string[]).includes(country.toLowerCase()) ? `/countries/${country.toLowerCase()}/` : null;

/** Every model, by lab and then newest first. */
export async function models(): Promise<Model[]> {
	const { rows } = await publication();
	return rows<Model>(`select m.model, m.title, m.lab, l.lab_slug, m.country, m.variant, m.size, m.released_on::varchar as released_on, m.released_on_basis,
    v.first_listed_on, v.last_listed_on, m.open_weights, m.total_parameters_b, m.active_parameters_b, m.citation,
    p.usd_per_mtok as list_usd_per_mtok, t.tokens
from mart_model__model as m
left join mart_lab__lab as l using (lab)
left join mart_model__version as v using (model)
left join (
    select model, usd_per_mtok from mart_list_price__cell_spell
    where cell = 'output' and channel = 'lab-direct' and currency = 'USD' and to_day is null
    qualify row_number() over (partition by model order by from_day desc, usd_per_mtok) = 1
) as p using (model)
left join (
    select model, sum(tokens)::bigint as tokens from mart_tokens__model_day
    where day = (select max(day) from mart_tokens__model_day) group by model
) as t using (model)
order by lower(m.lab), coalesce(m.released_on::varchar, v.first_listed_on::varchar, '') desc, m.model`);
}

/** Every lab with at least a name and a country, by name. */
export async function labs(): Promise<Lab[]> {
	const { rows } = await publication();
	return rows<Lab>(
		`select lab, lab_slug, name_zh, country, country_group, confidence, citation from mart_lab__lab where lab_slug is not null order by lower(lab)`,
	);
}

/** The newest day of which tokens are listed by model. */
export async function listedDay(): Promise<string | null> {
	const { rows } = await publication();
	return (await rows<{ day: string | null }>('select max(day) as day from mart_tokens__model_day'))[0]?.day ?? null;
}

/** A thing with a page: its id, its address, its name in both languages, the first day it is known of. */
export type Thing = {
	kind: 'model' | 'lab' | 'country';
	id: string;
	page: string;
	name: { en: string; zh: string };
	since: string | null;
};

/** Everything that has a page of its own here. */
export async function things(words: Record<Lang, Words>): Promise<Thing[]> {
	const first = new Map<string, string>();
	const all = await models();
	for (const model of all) {
		const since = sinceOf(model);
		if (since && since < (first.get(model.lab) ?? '9999')) first.set(model.lab, since);
	}
	return [
		...all.map(model => ({
			kind: 'model' as const,
			id: model.model,
			page: `/models/${model.model}/`,
			name: { en: model.title, zh: model.title },
			since: sinceOf(model),
		})),
		...(await labs()).map(lab => ({
			kind: 'lab' as const,
			id: lab.lab_slug,
			page: `/labs/${lab.lab_slug}/`,
			name: { en: lab.lab, zh: labName(lab, 'zh') },
			since: first.get(lab.lab) ?? null,
		})),
		...countries.map(id => ({
			kind: 'country' as const,
			id,
			page: `/countries/${id}/`,
			name: {
				en: words.en(`country-name.${id}`),
				zh: words.zh(`country-name.${id}`),
			},
			since: null,
		})),
	];
}

/** The first day a model is known of: its release where a day is stated, else its first listing. */
const sinceOf = (model: Model): string | null =>
	model.released_on !== null && /^\d{4}-\d\d-\d\d$/.test(model.released_on) ? model.released_on : model.first_listed_on;

/** Models by the name of their lab, in the order they come. */
export function byLab(all: readonly Model[]): Map<string, Model[]> {
	const found = new Map<string, Model[]>();
	for (const model of all) {
		const own = found.get(model.lab);
		if (own) own.push(model);
		else found.set(model.lab, [model]);
	}
	return found;
}
