import { usdPerMtok, usdPerTask, type Prices } from '../methods/workload.ts';
import type { Method } from '../model.ts';

type Listed = Record<string, unknown> & { input: number; output: number; cache_read: number | null };
type Workload = Record<string, string | null>;

/** What stated workloads cost on list prices, by `methods/workload.ts`. */
export const model = {
	sentence: 'Dollars that one stated workload costs on one model’s list price over a stretch of days.',
	choices: [
		'The lab’s own dollar list, headline cells: standard service, peak time, lowest band; the whole task at one band.',
		'A cached share without a published cache price has no cost, with its reason; nothing is imputed (methods.md 8).',
		'Every model is taken to need the same tokens: where a benchmark knows better, the cost of its run says so.',
		'`is_assumed` workloads are scenarios of ours; the others are claims or measurements, cited.',
		'`workload_cost` answers for any other mix and any day.',
	],
	grain: ['model', 'workload', 'from_day'],
	asserts: [
		'usd_per_task > 0 or usd_per_task is null',
		'(usd_per_task is null) = (reason is not null)',
		'to_day > from_day or to_day is null',
	],
	reads: {
		prices: `select * replace (from_day::varchar as from_day, to_day::varchar as to_day, last_seen_on::varchar as last_seen_on),
			input_usd_per_mtok::double as input, output_usd_per_mtok::double as output, cache_read_usd_per_mtok::double as cache_read
			from mart_headline_price__model_spell order by model, from_day`,
		workloads: 'select * from seed.workloads order by workload',
	},
	columns: {
		model: 'varchar',
		title: 'varchar',
		lab: 'varchar',
		country: 'varchar',
		workload: 'varchar',
		workload_title: 'varchar',
		tokens_per_task: 'bigint',
		input_share: 'double',
		cache_share: 'double',
		is_assumed: 'boolean',
		usd_per_mtok: 'double',
		usd_per_task: 'double',
		reason: 'varchar',
		from_day: 'date',
		to_day: 'date',
		last_seen_on: 'date',
		agreement: 'varchar',
		source: 'varchar',
		snapshot: 'varchar',
		citation: 'varchar',
	},
	*rows({ prices = [], workloads = [] }) {
		for (const listed of prices as Listed[]) {
			const { input, cache_read, output, title, lab, country, from_day, to_day, last_seen_on, agreement } = listed;
			const at: Prices = { input, cache_read, output };
			for (const workload of workloads as Workload[]) {
				const tokens = Number(workload['tokens_per_task']);
				const input_share = Number(workload['input_share']);
				const cache_share = Number(workload['cache_share']);
				const mix = { tokens, input_share, cache_share };
				const usd_per_task = usdPerTask(at, mix);
				yield {
					model: listed['model'],
					...{ title, lab, country, from_day, to_day, last_seen_on, agreement },
					workload: workload['workload'],
					workload_title: workload['title'],
					tokens_per_task: tokens,
					...{ input_share, cache_share, usd_per_task },
					usd_per_mtok: usdPerMtok(at, mix),
					is_assumed: workload['is_assumed'] === 'true',
					reason: usd_per_task === null ? 'no cache price is published' : null,
					source: listed['source'],
					snapshot: listed['snapshot'],
					citation: workload['citation'],
				};
			}
		}
	},
} satisfies Method;
