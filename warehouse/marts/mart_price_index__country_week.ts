import {
	indexSeries,
	members_needed,
	models_needed,
	publishedFormulas,
	unitValueSeries,
} from '../methods/index-series.ts';
import type { IndexPoint, IndexWeek } from '../methods/index-series.ts';
import type { Method } from '../model.ts';

type Line = {
	week: string;
	slug: string;
	component: string;
	country: string;
	tokens: number;
	usd_per_mtok: number | null;
	is_imputed: boolean;
};
type Week = { week: string; reason: string | null; prices_observed_on: string; observed_after_days: number };
const countries = ['all', 'CN', 'US'];
const version = 'items-1';

export const model = {
	sentence:
		"Price index of one week for models of one country of origin or all, by formula, at the router's headline prices of the ten largest models.",
	choices: [
		'An item is a component of a model: uncached input, cached input, output. Free models and imputed cache prices are no items; `model_effective` is one item a model at its effective price, which moves with the cache rate.',
		'Base: the first week whose prices are its own. A week has no index where its prices were seen over 14 days after it, where one day of prices stands for several weeks, or where it has no token counts.',
		'A comparison needs 5 items in common, 2 where a model is one item. A week below 80 % matched spend is flagged: a matched index gives an entering model no effect, and token prices fall by entry.',
		'Published are Fisher, chained, and GEKS-Törnqvist (13 weeks, mean splice on published); chained Laspeyres and Paasche never. `drift` is the chained or spliced index over the direct one.',
		'`unit_value` is the average price paid, no price index: it moves with the mix.',
		'A headline is mostly the cheapest host: this index measures what the router asks, not what labs list.',
	],
	grain: ['country', 'item_kind', 'formula', 'index_kind', 'week'],
	asserts: [
		'index > 0 or index is null',
		'(index is null) = (reason is not null)',
		"index_kind in ('direct', 'chained', 'rolling_geks')",
		'matched_spend_share between 0 and 1 + 1e-9 or matched_spend_share is null',
		'observed_after_days <= 14 or index is null',
	],
	reads: {
		lines: `
			select week::varchar as week, slug, component, country, tokens::double as tokens, usd_per_mtok, is_imputed
			from int_price_index__item_week order by week, slug, component`,
		weeks: `
			with seen as (
				select week, any_value(prices_observed_on) as prices_observed_on, count(*) filter (is_missing) * 2 > count(*) as is_missing,
				from int_spend__model_week
				group by week
			),
			aged as (
				select *, (prices_observed_on - (week + 6))::integer as observed_after_days,
					count(*) over (partition by prices_observed_on) as weeks_of_day,
				from seen
			)
			select week::varchar as week, prices_observed_on::varchar as prices_observed_on, observed_after_days,
				case when is_missing then 'more than half of the models have no token counts'
					when observed_after_days > 14 then 'prices were seen ' || observed_after_days || ' days after the week: 14 at most'
					when weeks_of_day > 1 then 'one day of prices stands for ' || weeks_of_day || ' weeks: 1 by construction' end as reason,
			from aged order by week`,
	},
	columns: {
		...{
			country: 'varchar',
			item_kind: 'varchar',
			formula: 'varchar',
			index_kind: 'varchar',
			week: 'date',
			index: 'double',
		},
		...{ reason: 'varchar', is_published: 'boolean', is_flagged: 'boolean', base_week: 'date', compared_with: 'date' },
		...{
			drift: 'double',
			members: 'integer',
			matched_members: 'integer',
			members_needed: 'integer',
			entries: 'integer',
		},
		...{
			exits: 'integer',
			matched_spend_share: 'double',
			usd_per_mtok: 'double',
			basis: 'varchar',
			index_version: 'varchar',
		},
		...{ prices_observed_on: 'date', observed_after_days: 'integer' },
	},
	*rows({ lines = [], weeks = [] }) {
		const known = weeks as unknown as Week[];
		for (const country of countries) {
			const own = (lines as unknown as Line[]).filter(one => country === 'all' || one.country === country);
			const byComponent = known.map(week => ({ ...week, items: own.flatMap(one => componentsOf(one, week.week)) }));
			const byModel = known.map(week => ({ ...week, items: modelsOf(own.filter(one => one.week === week.week)) }));
			const row = rowOf(country, known);
			for (const formula of publishedFormulas) {
				for (const kind of ['direct', 'chained'] as const)
					for (const point of indexSeries(byComponent, formula, kind)) yield row('component', formula, kind, point);
			}
			for (const point of indexSeries(byComponent, 'tornqvist', 'rolling_geks'))
				yield row('component', 'tornqvist', 'rolling_geks', point);
			for (const point of indexSeries(byModel, 'fisher', 'chained', models_needed))
				yield { ...row('model_effective', 'fisher', 'chained', point), members_needed: models_needed };
			for (const point of unitValueSeries(byModel)) yield row('model_effective', 'unit_value', 'direct', point);
		}
	},
} satisfies Method;

const componentsOf = (one: Line, week: string) =>
	one.week === week && !one.is_imputed
		? [{ item: `${one.slug} ${one.component}`, price: one.usd_per_mtok ?? 0, quantity: one.tokens / 1e6 }]
		: [];

/** One item a model: its effective price and all of its tokens. */
function modelsOf(lines: readonly Line[]): IndexWeek['items'] {
	const models = new Map<string, { spend: number; quantity: number }>();
	for (const { slug, tokens, usd_per_mtok } of lines) {
		const model = models.get(slug) ?? { spend: 0, quantity: 0 };
		model.spend += ((usd_per_mtok ?? 0) * tokens) / 1e6;
		model.quantity += tokens / 1e6;
		models.set(slug, model);
	}
	return [...models].map(([item, { spend, quantity }]) => ({ item, price: spend / quantity, quantity }));
}

function rowOf(country: string, weeks: readonly Week[]) {
	const base_week = weeks.find(({ reason }) => reason === null)?.week ?? null;
	const facts = new Map(weeks.map(week => [week.week, week]));
	return (
		item_kind: string,
		formula: string,
		index_kind: string,
		{ unit_value, ...point }: IndexPoint & { unit_value?: number | null },
	) => {
		const { prices_observed_on = null, observed_after_days = null } = facts.get(point.week) ?? {};
		const isLead =
			item_kind === 'component' &&
			((formula === 'fisher' && index_kind === 'chained') || index_kind === 'rolling_geks');
		return {
			...{
				country,
				item_kind,
				formula,
				index_kind,
				...point,
				base_week,
				members_needed,
				prices_observed_on,
				observed_after_days,
			},
			is_published: point.index !== null && (isLead || formula === 'unit_value'),
			is_flagged: point.matched_spend_share !== null && point.matched_spend_share < 0.8,
			usd_per_mtok: unit_value ?? null,
			basis: 'top10_models',
			index_version: version,
		};
	};
}
