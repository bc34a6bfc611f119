import { decline, unstated, type Step } from '../methods/decline.ts';
import { caveat } from '../methods/hedonic.ts';
import type { Method } from '../model.ts';

type Read = Step &
	Record<'axis' | 'basis' | 'series' | 'country' | 'date', string> & { level: number; is_late: boolean };

const kinds = [
	['blend_3to1', 'list'],
	['blend_3to1', 'cheapest_host'],
	['run_cost', 'as_billed'],
] as const;

/** How fast the price of a level falls and whether that may be stated, by `methods/decline.ts`. */
export const model = {
	sentence:
		'Rate at which the cheapest price of a score fell over its records, with interval, or why no rate is stated.',
	choices: [
		'Least squares of log10(price) on the day over the records of the frontier; the interval is of 90 % by exact t.',
		'A rate needs 4 steps over 270 days and an interval no wider than a factor of 100; else only the total factor stands.',
		'No rate either where a record is dated by the first sighting of its price: the model may have been on sale long before.',
		'No bootstrap and no carried prices: both make an interval that is not there.',
	],
	grain: ['axis', 'basis', 'series', 'country', 'reference_level', 'level'],
	asserts: [
		'is_published = (reason is null)',
		'is_published or (factor_per_year is null and factor_low is null and factor_high is null)',
		'factor_low <= factor_per_year and factor_per_year <= factor_high or not is_published',
	],
	reads: {
		steps: `
			select axis, basis, series, country, level, is_late, day::varchar as date, date_diff('day', date '1970-01-01', day) as day,
				coalesce(blend_3to1_usd_per_mtok, run_usd_per_task) as price
			from mart_frontier__benchmark_level_day
			order by axis, basis, series, country, level, day`,
		levels: 'from int_capability__level order by axis, reference_level, level',
		bases: 'select distinct axis, basis from int_frontier__offer order by all',
	},
	columns: {
		...{ axis: 'varchar', basis: 'varchar', series: 'varchar', country: 'varchar' },
		...{ reference_level: 'double', level: 'double' },
		steps: 'integer',
		late_steps: 'integer',
		first_day: 'date',
		last_day: 'date',
		span_days: 'integer',
		first_price_usd: 'double',
		last_price_usd: 'double',
		total_factor: 'double',
		factor_per_year: 'double',
		factor_low: 'double',
		factor_high: 'double',
		r2: 'double',
		halving_days: 'double',
		endpoint_factor_per_year: 'double',
		without_one_low: 'double',
		without_one_high: 'double',
		estimator: 'varchar',
		caveat: 'varchar',
		is_published: 'boolean',
		reason: 'varchar',
	},
	*rows({ steps = [], levels = [], bases = [] }) {
		const has = new Set(bases.map(({ axis, basis }) => `${String(axis)}\n${String(basis)}`));
		const groups = new Map<string, Read[]>();
		for (const one of steps.map(step => ({ ...step, day: Number(step.day) })) as unknown as Read[]) {
			const key = [one.axis, one.basis, one.series, one.country, one.level].join('\n');
			groups.set(key, [...(groups.get(key) ?? []), one]);
		}
		for (const { axis, reference_level, level } of levels) {
			for (const [basis, series] of kinds) {
				for (const country of ['all', 'US', 'CN']) {
					const group = groups.get([axis, basis, series, country, level].join('\n')) ?? [];
					const found = decline(group);
					const is_sold = has.has(`${String(axis)}\n${basis}`);
					const late_steps = group.filter(({ is_late }) => is_late).length;
					const undated = late_steps > 0 ? `steps dated by the first sighting of a price: ${late_steps}` : null;
					const unpriced = basis === 'run_cost' ? 'no run states its bill' : 'no run has a price';
					const reason = is_sold ? (unstated(found) ?? undated) : unpriced;
					const { n, days, total_factor, factor_per_year, low, high, ...rest } = found;
					const rates = {
						factor_per_year,
						factor_low: low,
						factor_high: high,
						...rest,
						estimator: 'ols_log10_frontier',
					};
					yield {
						...{ axis, basis, series, country, reference_level, level, reason, total_factor, late_steps },
						steps: n,
						first_day: group[0]?.date ?? null,
						last_day: group.at(-1)?.date ?? null,
						span_days: n > 0 ? days : null,
						first_price_usd: group[0]?.price ?? null,
						last_price_usd: group.at(-1)?.price ?? null,
						is_published: reason === null,
						...(reason === null ? rates : {}),
						caveat: reason === null ? caveat(low, high, 'not distinguishable from no change') : null,
					};
				}
			}
		}
	},
} satisfies Method;
