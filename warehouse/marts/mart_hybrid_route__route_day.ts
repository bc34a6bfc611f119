import { hybridRoute } from '../methods/workload.ts';
import type { Method } from '../model.ts';

/** How far a cheaper model brings the cost of a day down, by `methods/workload.ts`. */
export const model = {
	sentence:
		'Share of premium tokens at which a day that costs one sum on a premium model costs another with a cheaper one beside it.',
	choices: [
		'Both at the same mix and at their list prices of the same days; equal tokens are assumed (methods.md 8).',
		'A share outside 0 to 1 is not printed: the target is then not reachable (or reached by the cheap model alone), and the day on the cheap model alone is.',
		'`required_ratio` is what the cheap price must be of the premium one at most for the cheap model alone to reach the target.',
	],
	grain: ['route', 'from_day'],
	asserts: [
		'premium_share between 0 and 1 or premium_share is null',
		'(premium_share is null) = (reason is not null)',
		'to_day > from_day or to_day is null',
	],
	reads: {
		pairs: `select route.route, route.premium_model, route.cheap_model, route.workload, route.budget_usd_per_day::double as budget_usd,
			route.target_usd_per_day::double as target_usd, route.citation, premium.usd_per_mtok as premium, cheap.usd_per_mtok as cheap,
			greatest(premium.from_day, cheap.from_day)::varchar as from_day, least(premium.to_day, cheap.to_day)::varchar as to_day,
			least(premium.last_seen_on, cheap.last_seen_on)::varchar as last_seen_on, cheap.source as source, cheap.snapshot as snapshot, premium.tokens_per_task
			from seed.routes as route
			join mart_task_cost__model_task_day as premium on premium.model = route.premium_model and premium.workload = route.workload
			join mart_task_cost__model_task_day as cheap on cheap.model = route.cheap_model and cheap.workload = route.workload
			where premium.usd_per_mtok is not null and cheap.usd_per_mtok is not null
				and premium.from_day < coalesce(cheap.to_day, date '9999-12-31') and cheap.from_day < coalesce(premium.to_day, date '9999-12-31')
			order by route.route, from_day`,
	},
	columns: {
		route: 'varchar',
		premium_model: 'varchar',
		cheap_model: 'varchar',
		workload: 'varchar',
		budget_usd_per_day: 'double',
		target_usd_per_day: 'double',
		premium_usd_per_mtok: 'double',
		cheap_usd_per_mtok: 'double',
		mtok_per_day: 'double',
		tasks_per_day: 'double',
		premium_share: 'double',
		usd_per_day: 'double',
		cheap_usd_per_day: 'double',
		required_ratio: 'double',
		reason: 'varchar',
		from_day: 'date',
		to_day: 'date',
		last_seen_on: 'date',
		source: 'varchar',
		snapshot: 'varchar',
		citation: 'varchar',
	},
	*rows({ pairs = [] }) {
		for (const pair of pairs as (Record<string, unknown> &
			Record<'budget_usd' | 'target_usd' | 'premium' | 'cheap' | 'tokens_per_task', number>)[]) {
			const { budget_usd, target_usd, premium, cheap, tokens_per_task, ...facts } = pair;
			const { is_reachable, ...route } = hybridRoute({ budget_usd, target_usd, premium, cheap });
			const cheap_usd_per_day = route.mtok_per_day * cheap;
			const missed =
				cheap_usd_per_day > target_usd ? 'not reachable: the cheap model alone costs more' : 'reached without a mix';
			yield {
				...facts,
				...route,
				budget_usd_per_day: budget_usd,
				target_usd_per_day: target_usd,
				premium_usd_per_mtok: premium,
				cheap_usd_per_mtok: cheap,
				tasks_per_day: (route.mtok_per_day * 1e6) / tokens_per_task,
				cheap_usd_per_day,
				reason: is_reachable ? null : missed,
			};
		}
	},
} satisfies Method;
