import { costPerSolved } from '../methods/frontier.ts';
import { plausible, runCostRatio } from '../methods/run-cost.ts';
import type { Method } from '../model.ts';

type Read = Parameters<typeof runCostRatio>[0] & { tasks: number | null; score: number };

/** The bill of each run against its tokens at list price, by `methods/run-cost.ts`. */
export const model = {
	sentence:
		'What one benchmark run cost, a task and a solved task, and whether its bill fits its tokens at list price.',
	choices: [
		'The ratio of bill to tokens at list price is about 1 and less where cache or discounts helped; outside 0.5 to 1.1 a price or a row is wrong.',
		"Prices are the list's on the day of the run or the first seen within 31 days; without one there is no check and `reason` says so.",
		'A bill of 0 is a bill that was not kept. Models that are not identified keep their costs.',
	],
	grain: ['axis', 'printed_name'],
	asserts: [
		'is_suspect is null = (reason is not null)',
		'run_usd_per_task > 0 or run_cost_usd is null or tasks is null',
	],
	reads: {
		runs: `
			select run.axis, run.printed_name, run.model, run.title, run.country, run.effort, run.score, run.scored_on::varchar as scored_on,
				run.run_cost_usd, run.tasks, run.prompt_tokens::double as prompt_tokens, run.completion_tokens::double as completion_tokens,
				blend.input_usd_per_mtok::double as input_usd_per_mtok, blend.output_usd_per_mtok::double as output_usd_per_mtok,
				run.source, run.snapshot, run.citation
			from mart_score__model_benchmark as run
			left join int_capability__price_spell as blend
				on blend.model = run.model and blend.series = 'list' and blend.to_day > run.scored_on and blend.from_day <= run.scored_on + 31
			where run.run_cost_usd > 0
			qualify row_number() over (partition by run.axis, run.printed_name order by blend.from_day) = 1
			order by run.axis, run.printed_name`,
	},
	columns: {
		axis: 'varchar',
		printed_name: 'varchar',
		model: 'varchar',
		title: 'varchar',
		country: 'varchar',
		effort: 'varchar',
		score: 'double',
		scored_on: 'date',
		run_cost_usd: 'double',
		tasks: 'integer',
		run_usd_per_task: 'double',
		usd_per_solved_task: 'double',
		prompt_tokens: 'bigint',
		completion_tokens: 'bigint',
		input_usd_per_mtok: 'double',
		output_usd_per_mtok: 'double',
		cost_ratio: 'double',
		is_suspect: 'boolean',
		reason: 'varchar',
		source: 'varchar',
		snapshot: 'varchar',
		citation: 'varchar',
	},
	*rows({ runs = [] }) {
		for (const run of runs as unknown as Read[]) {
			const { run_cost_usd, tasks, score, prompt_tokens, input_usd_per_mtok } = run;
			const cost_ratio = runCostRatio(run);
			const missing = prompt_tokens === null ? 'no tokens stated' : 'no list price within 31 days of the run';
			yield {
				...run,
				run_usd_per_task: run_cost_usd !== null && tasks !== null ? run_cost_usd / tasks : null,
				usd_per_solved_task:
					run_cost_usd !== null && tasks !== null ? costPerSolved(run_cost_usd, tasks, score / 100) : null,
				cost_ratio,
				is_suspect: cost_ratio === null ? null : cost_ratio < plausible.low || cost_ratio > plausible.high,
				reason:
					cost_ratio !== null ? null : input_usd_per_mtok === null || prompt_tokens === null ? missing : 'no bill',
			};
		}
	},
} satisfies Method;
