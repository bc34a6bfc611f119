import { resolver, type Seeds } from '../methods/resolve.ts';
import type { Method } from '../model.ts';

/** Canonical identity of every printed name, by the rules and the dated alias table of `methods/resolve.ts`. */
export const model = {
	sentence:
		'The canonical model, lab, size, tuning, variant and effort behind one printed name between two days, with the rule that found them.',
	choices: [
		'No likeness: a name that no rule explains has no model, and is reported by its weight.',
		'An alias that swaps its meaning has a row for each: `valid_to` is the day on which the next begins, null where none does.',
		'A hidden model has its maker on all days, and the day on which it was named: before `revealed_on` nobody could know.',
	],
	grain: ['source', 'provider', 'name', 'valid_from'],
	asserts: ['rule is not null', 'valid_to > valid_from or valid_to is null'],
	sources: [],
	reads: {
		names: 'select source, provider, name from stg_name__source_name order by source, provider, name',
		labs: 'select * from seed.labs',
		models: 'select * from seed.models',
		aliases: 'select * from seed.aliases',
		providers: 'select * from seed.providers',
		printed: 'select * from seed.printed_models',
	},
	columns: {
		source: 'varchar',
		provider: 'varchar',
		name: 'varchar',
		valid_from: 'date',
		valid_to: 'date',
		model: 'varchar',
		lab: 'varchar',
		family: 'varchar',
		version: 'varchar',
		variant: 'varchar',
		size: 'varchar',
		tuning: 'varchar',
		effort: 'varchar',
		revealed_on: 'date',
		rule: 'varchar',
	},
	*rows({ names = [], labs = [], models = [], aliases = [], providers = [], printed = [] }) {
		const { resolve, meanings } = resolver({ labs, models, aliases, providers, printed } as unknown as Seeds);
		for (const { source, provider, name } of names as { source: string; provider: string; name: string }[]) {
			for (const { valid_from, valid_to } of meanings(source, name, provider || null)) {
				const hint = { provider: provider || null, day: valid_from };
				const { country_group, ...found } = resolve(source, name, hint);
				void country_group;
				yield { source, provider, name, valid_from, valid_to, ...found };
			}
		}
	},
} satisfies Method;
