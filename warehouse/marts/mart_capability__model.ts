import { anchoredCapability, unanchored, type Item } from '../methods/anchored-capability.ts';
import { simpleScores } from '../methods/simple-score.ts';
import type { Method } from '../model.ts';

type Read = {
	benchmark: string;
	model_effort: string;
	model: string;
	effort: string | null;
	score: number;
	title: string;
	lab: string | null;
	country: string;
	released_on: string | null;
	difficulty: number;
	slope: number;
	guess: number;
	index_score: number | null;
};

/** One capability of each model at each effort, by `methods/anchored-capability.ts`. */
export const model = {
	sentence:
		'Capability of one model at one effort, in points of the Epoch Capabilities Index, from all shipped scores.',
	choices: [
		'Item response with published parameters held fixed: one unknown a model, so that a new model never moves an old score.',
		'No capability below 3 benchmarks: `reason` says so. Two efforts of one model are two rows.',
		'`half_width` says how flat the fit is and is no confidence interval; `rmse` is the misfit.',
		'The means of scores and z and percentile are checks beside it; they favour models that skipped hard benchmarks.',
	],
	grain: ['model_effort'],
	sources: ['curated-scores', 'aider-polyglot', 'epoch-hub'],
	asserts: [
		'(capability is null) = (reason is not null)',
		'capability is null or (benchmarks >= 3 and capability between 60 and 200)',
	],
	reads: {
		cells: `
			select cell.benchmark, cell.model_effort, cell.model, cell.effort, cell.score::double as score,
				coalesce(models.title, cell.printed_name) as title, models.lab, coalesce(labs.country_group, 'unknown') as country,
				try_cast(models.released_on as date)::varchar as released_on, item.difficulty_edi::double as difficulty,
				item.slope::double as slope, item.guess::double as guess, published.score as index_score
			from int_capability__cell as cell
			join seed.capability_items as item using (benchmark)
			left join seed.models as models on models.model = cell.model
			left join seed.labs as labs on labs.lab = models.lab
			left join (
				select model || coalesce('@' || lower(effort), '') as model_effort, max(score) as score
				from mart_score__model_benchmark
				where axis = 'epoch-capabilities-index' and model is not null
				group by 1
			) as published using (model_effort)
			order by cell.model_effort, cell.benchmark`,
	},
	columns: {
		model_effort: 'varchar',
		model: 'varchar',
		effort: 'varchar',
		title: 'varchar',
		lab: 'varchar',
		country: 'varchar',
		released_on: 'date',
		capability: 'double',
		capability_guess_corrected: 'double',
		benchmarks: 'integer',
		benchmark_list: 'varchar',
		rmse: 'double',
		half_width: 'double',
		index_score: 'double',
		raw_mean: 'double',
		mean_z: 'double',
		mean_percentile: 'double',
		method: 'varchar',
		reason: 'varchar',
	},
	*rows({ cells = [] }) {
		const reads = cells as unknown as Read[];
		const simple = simpleScores(
			reads.map(({ model_effort, benchmark, score }) => ({ model: model_effort, benchmark, score })),
		);
		const models = new Map<string, Read[]>();
		for (const one of reads) models.set(one.model_effort, [...(models.get(one.model_effort) ?? []), one]);
		for (const [model_effort, taken] of models) {
			const { model, effort, title, lab, country, released_on, index_score } = taken[0]!;
			const solved = taken.map(one => ({ item: one satisfies Item, score: one.score }));
			const reason = unanchored(solved);
			const fit = reason === null ? anchoredCapability(solved) : null;
			const { raw_mean, mean_z, mean_percentile } = simple.get(model_effort)!;
			yield {
				...{ model_effort, model, effort, title, lab, country, released_on, index_score },
				...{ raw_mean, mean_z, mean_percentile, reason },
				capability: fit?.capability ?? null,
				capability_guess_corrected: fit ? anchoredCapability(solved, { guess: true }).capability : null,
				benchmarks: taken.length,
				benchmark_list: taken.map(({ benchmark }) => benchmark).join(';'),
				rmse: fit?.rmse ?? null,
				half_width: fit?.half_width ?? null,
				method: fit ? 'anchored item response' : null,
			};
		}
	},
} satisfies Method;
