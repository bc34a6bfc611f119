import { sizeOf, tuningOf } from '../methods/resolve-family.ts';
import type { Method } from '../model.ts';

/** What the canonical name of a seeded model says of its weights. */
export const model = {
	sentence: 'The parameters and the tuning that the canonical name of one model prints.',
	choices: ['Read off the name by rule alone: a model whose name says nothing has neither.'],
	grain: ['model'],
	asserts: ["tuning in ('base', 'instruct', 'thinking') or tuning is null"],
	sources: [],
	reads: { models: 'select distinct model from seed.models order by model' },
	columns: { model: 'varchar', size: 'varchar', tuning: 'varchar' },
	*rows({ models = [] }) {
		for (const { model } of models as { model: string }[])
			yield { model, size: sizeOf(model), tuning: tuningOf(model) };
	},
} satisfies Method;
