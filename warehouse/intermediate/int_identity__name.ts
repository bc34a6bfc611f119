import { resolver, type Seeds } from '../methods/resolve.ts';
import type { Method } from '../model.ts';

/** Canonical identity of every printed name, by the rules and the dated alias table of `methods/resolve.ts`. */
export const model = {
	sentence: 'The canonical model, lab, variant and effort behind one printed name, with the rule that found them.',
	choices: [
		'No likeness: a name that no rule explains has no model, and is reported by its weight.',
		'An alias that swaps its meaning is resolved on the last day it was seen; its prices never enter a list series.',
	],
	grain: ['source', 'provider', 'name'],
	asserts: ['rule is not null'],
	sources: [],
	reads: {
		names:
			'select source, provider, name, last_day::varchar as last_day from stg_name__source_name order by source, provider, name',
		labs: 'select * from seed.labs',
		models: 'select * from seed.models',
		aliases: 'select * from seed.aliases',
		providers: 'select * from seed.providers',
	},
	columns: {
		source: 'varchar',
		provider: 'varchar',
		name: 'varchar',
		model: 'varchar',
		lab: 'varchar',
		family: 'varchar',
		version: 'varchar',
		variant: 'varchar',
		effort: 'varchar',
		rule: 'varchar',
	},
	*rows({ names = [], labs = [], models = [], aliases = [], providers = [] }) {
		const resolve = resolver({ labs, models, aliases, providers } as unknown as Seeds);
		for (const row of names as { source: string; provider: string; name: string; last_day: string }[]) {
			const { source, provider, name, last_day } = row;
			const { model, lab, family, version, variant, effort, rule } = resolve(source, name, {
				provider: provider || null,
				day: last_day,
			});
			yield { source, provider, name, model, lab, family, version, variant, effort, rule };
		}
	},
} satisfies Method;
