import { csv } from './csv.ts';
import { countryOf, labs, models, type CountryId, type Model } from './entities.ts';
import type { Whole } from './entity-files.ts';
import { countryEvents, labEvents, type News } from './entity-news.ts';
import { labName } from './lab-name.ts';

const columns = [
	'model',
	'title',
	'lab',
	'country',
	'released_on',
	'released_on_basis',
	'first_listed_on',
	'last_listed_on',
	'open_weights',
	'total_parameters_b',
	'active_parameters_b',
	'list_usd_per_mtok',
	'tokens',
	'citation',
] as const satisfies readonly (keyof Model)[];

/** The models of whom a page is of. */
const ofLab = async (slug: string) => (await models()).filter(model => model.lab_slug === slug);
const ofCountry = async (id: string) => (await models()).filter(model => model.country === countryOf(id as CountryId));
const eventOf = ({ event, model, kind, first_seen_on, cells, largest_change, largest_cell, status }: News) => ({
	...{ event, model, kind, first_seen_on, cells, largest_change, largest_cell, status },
});

/** The page of a lab: its models, and its price events. */
export const labFiles: Whole = {
	csv: async slug => csv(columns, await ofLab(slug)),
	name: async (slug, { lang }) => {
		const lab = (await labs()).find(one => one.lab_slug === slug);
		return lab ? labName(lab, lang) : slug;
	},
	async facts(slug) {
		const lab = (await labs()).find(one => one.lab_slug === slug);
		return {
			...lab,
			models: (await ofLab(slug)).map(({ model }) => model),
			price_events: (await labEvents(lab?.lab ?? '')).map(eventOf),
		};
	},
};

/** The page of a country: the models of its labs, and their price events. */
export const countryFiles: Whole = {
	csv: async id => csv(columns, await ofCountry(id)),
	name: async (id, words) => words(`country-name.${id as CountryId}`),
	facts: async id => ({
		country: countryOf(id as CountryId),
		labs: (await labs()).filter(lab => lab.country_group === countryOf(id as CountryId)).map(({ lab }) => lab),
		models: (await ofCountry(id)).map(({ model }) => model),
		price_events: (await countryEvents(countryOf(id as CountryId))).map(eventOf),
	}),
};
