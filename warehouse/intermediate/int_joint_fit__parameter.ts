import { fitJointly, fittable, type Cell } from '../methods/item-response.ts';
import type { Method } from '../model.ts';

const fewest_benchmarks = 3;
/** Holds a model that solved all or nothing, as scores printed to a per cent cannot. */
const lambda = 1e-3;

/** One fit of models and benchmarks at once, by `methods/item-response.ts`. */
export const model = {
	sentence:
		'A capability of one model at one effort, or a difficulty and slope of one benchmark, from one joint fit of all shipped scores, in logits.',
	choices: [
		'Exploratory: every score moves when a model is added. The anchor, the first benchmark by name, has difficulty 0 and slope 1.',
		'Benchmarks without published parameters take part. None with fewer than 8 models, no model with fewer than 3 benchmarks left: `reason` says so.',
		'Two efforts of one model are two models. `rmse` is the misfit of the row’s own scores.',
	],
	grain: ['kind', 'name'],
	asserts: ["kind in ('model', 'benchmark')", '(rmse is null) = (reason is not null)'],
	reads: {
		cells: `
			select benchmark, model_effort as model, score::double as score from int_capability__cell
			union all
			select axis, model || coalesce('@' || lower(effort), ''), max(score) / 100 from mart_score__model_benchmark
			where unit = 'percent' and model is not null and score between 0 and 100 and axis not in (select benchmark from seed.capability_items)
			group by all
			order by benchmark, model`,
	},
	columns: {
		kind: 'varchar',
		name: 'varchar',
		capability_logit: 'double',
		difficulty_logit: 'double',
		slope_per_logit: 'double',
		cells: 'integer',
		rmse: 'double',
		reason: 'varchar',
	},
	*rows({ cells = [] }) {
		const seen = cells as unknown as Cell[];
		const { kept, reasons } = settled(seen);
		const fit = kept.length > 0 ? fitJointly(kept, { lambda }) : null;
		const errors = new Map<string, number[]>();
		for (const { model, benchmark, score } of kept) {
			const gap = fit!.capability.get(model)! - fit!.difficulty.get(benchmark)!;
			const error = 1 / (1 + Math.exp(-fit!.slope.get(benchmark)! * gap)) - score;
			for (const key of [`model\n${model}`, `benchmark\n${benchmark}`])
				errors.set(key, [...(errors.get(key) ?? []), error ** 2]);
		}
		for (const kind of ['benchmark', 'model'] as const) {
			for (const name of [...new Set(seen.map(one => one[kind]))].sort()) {
				const own = errors.get(`${kind}\n${name}`);
				yield {
					...{ kind, name },
					capability_logit: kind === 'model' ? (fit?.capability.get(name) ?? null) : null,
					difficulty_logit: kind === 'benchmark' ? (fit?.difficulty.get(name) ?? null) : null,
					slope_per_logit: kind === 'benchmark' ? (fit?.slope.get(name) ?? null) : null,
					cells: seen.filter(one => one[kind] === name).length,
					rmse: own ? Math.sqrt(own.reduce((sum, error) => sum + error, 0) / own.length) : null,
					reason: own ? null : (reasons.get(`${kind}\n${name}`) ?? 'no score is left'),
				};
			}
		}
	},
} satisfies Method;

/** Cells of benchmarks and models that have enough of each other, and why the others fell out: one may cost the other. */
function settled(cells: Cell[]): { kept: Cell[]; reasons: Map<string, string> } {
	const reasons = new Map<string, string>();
	let kept = cells;
	for (;;) {
		const enough = fittable(kept);
		for (const [benchmark, reason] of enough.left_out) reasons.set(`benchmark\n${benchmark}`, reason);
		const taken = new Map<string, number>();
		for (const { model } of enough.cells) taken.set(model, (taken.get(model) ?? 0) + 1);
		const next = enough.cells.filter(({ model }) => taken.get(model)! >= fewest_benchmarks);
		for (const { model } of kept) {
			const count = taken.get(model) ?? 0;
			if (count < fewest_benchmarks)
				reasons.set(`model\n${model}`, `fewer than ${fewest_benchmarks} benchmarks: ${count}`);
		}
		if (next.length === kept.length) return { kept, reasons };
		kept = next;
	}
}
