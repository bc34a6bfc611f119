import { hhiBounds, hhiOpenBounds } from '../methods/bounds.ts';
import { churn, effectiveNumber, entropy, halfLife, largest } from '../methods/concentration.ts';
import type { Method } from '../model.ts';

type Line = { basis: string; unit: string; measure: string; week: string; name: string; amount: number };
type List = { key: string[]; week: string; names: string[]; shares: number[]; rest: number };

/** Models of the list that churn and half-life follow. */
const top = 10;
const week_ms = 7 * 86_400_000;

/** How concentrated tokens and spend are, and how fast the largest change. */
export const model = {
	sentence:
		'Concentration of one week over labs or models, on one basis: HHI and its bounds for the unlisted tail, effective number, CR4, and how the top ten change.',
	choices: [
		'`top50_daily`: labs in seven daily lists of 50, against all tokens; the tail may belong to any lab, so the upper bound gives all of it to the largest.',
		'`top50_day`: models of the one listed day of the week; `top9_models`: the nine largest models of the weekly chart. No unlisted model is larger than the smallest listed: the upper bound fills the tail with models of its size.',
		'`top10_models`: labs among the ten largest models by tokens with counts and by implied spend; shares are of the listed alone, so nothing is known of a tail.',
		'CR4 is the share of the four largest; its upper bound gives them the tail where the tail may be theirs.',
		'`churn` is the part of the last list of ten that has left; `half_life_weeks` counts the weeks until half of this ten have left, null while they have not.',
	],
	grain: ['basis', 'unit', 'measure', 'week'],
	asserts: [
		'hhi_low <= hhi_high + 1e-9',
		'hhi_high <= 10000 + 1e-6',
		'cr4_low between 0 and 1 + 1e-9',
		'coverage between 0 and 1 + 1e-9',
		'churn between 0 and 1 or churn is null',
	],
	reads: {
		lines: `
			select 'top50_daily' as basis, 'lab' as unit, 'tokens' as measure, week::varchar as week,
				if(lab in ('unnamed', 'unlisted'), '', lab) as name, tokens::double as amount,
			from mart_tokens__lab_week
			union all
			select 'top50_day', 'model', 'tokens', date_trunc('week', day)::date::varchar, if(permaslug = 'other', '', coalesce(model, permaslug)),
				sum(tokens)::double,
			from mart_tokens__model_day group by all
			union all
			select 'top9_models', 'model', 'tokens', week::varchar, slug, tokens::double
			from stg_usage__weekly_rank join int_tokens__platform_week using (week) where rank <= 9
			union all
			select 'top9_models', 'model', 'tokens', platform.week::varchar, '', greatest(0, any_value(total_tokens) - sum(tokens))::double,
			from stg_usage__weekly_rank as ranked join int_tokens__platform_week as platform using (week)
			where rank <= 9 group by platform.week
			union all
			select 'top10_models', 'lab', 'tokens', week::varchar, coalesce(lab, split_part(slug, '/', 1)),
				sum(prompt_tokens + completion_tokens)::double,
			from int_spend__model_week group by all having sum(prompt_tokens + completion_tokens) > 0
			union all
			select 'top10_models', 'lab', 'spend', week::varchar, coalesce(lab, split_part(slug, '/', 1)), sum(usd_spend order by slug),
			from int_spend__model_week group by all having sum(usd_spend order by slug) > 0
			order by 1, 2, 3, 4, 5`,
		weeks: `select week::varchar as week, days, is_newest from int_tokens__platform_week order by week`,
	},
	columns: {
		...{
			basis: 'varchar',
			unit: 'varchar',
			measure: 'varchar',
			week: 'date',
			denominator: 'varchar',
			coverage: 'double',
		},
		...{ members: 'integer', hhi_low: 'double', hhi_high: 'double', effective_low: 'double', effective_high: 'double' },
		...{ cr4_low: 'double', cr4_high: 'double', entropy_nats: 'double', churn: 'double', compared_with: 'date' },
		...{ half_life_weeks: 'integer', is_complete: 'boolean', is_provisional: 'boolean' },
	},
	*rows({ lines = [], weeks = [] }) {
		const known = new Map((weeks as { week: string; days: number; is_newest: boolean }[]).map(one => [one.week, one]));
		const series = new Map<string, List[]>();
		for (const list of listsOf(lines as unknown as Line[])) {
			const name = list.key.join('\n');
			series.set(name, [...(series.get(name) ?? []), list]);
		}
		for (const lists of series.values()) {
			for (const [place, list] of lists.entries()) {
				const [basis, unit, measure] = list.key;
				const before = lists[place - 1];
				const later = lists
					.slice(place + 1)
					.map(({ week, names }) => ({ periods: weeksBetween(list.week, week), names }));
				yield {
					...{ basis, unit, measure, week: list.week, denominator: basis === 'top10_models' ? 'listed' : 'all' },
					...figuresOf(list, basis === 'top50_daily'),
					churn: before ? churn(before.names, list.names) : null,
					compared_with: before?.week ?? null,
					half_life_weeks: halfLife(list.names, later),
					is_complete: basis !== 'top50_daily' || known.get(list.week)?.days === 7,
					is_provisional: known.get(list.week)?.is_newest ?? false,
				};
			}
		}
	},
} satisfies Method;

const weeksBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / week_ms);

/** Lines of one basis and week: they come in that order, the unlisted and unnamed under an empty name. */
function listsOf(lines: readonly Line[]): List[] {
	const groups = new Map<string, Line[]>();
	for (const one of lines) {
		const key = [one.basis, one.unit, one.measure, one.week].join('\n');
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].map(group => {
		const { basis, unit, measure, week } = group[0]!;
		const total = group.reduce((sum, { amount }) => sum + amount, 0);
		const named = group.filter(({ name, amount }) => name !== '' && amount > 0);
		const rest = group.filter(({ name }) => name === '').reduce((sum, { amount }) => sum + amount, 0);
		const falling = [...named].sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1));
		return {
			key: [basis, unit, measure],
			week,
			names: falling.slice(0, top).map(({ name }) => name),
			shares: falling.map(({ amount }) => amount / total),
			rest: rest / total,
		};
	});
}

function figuresOf({ shares, rest }: List, isOpen: boolean) {
	const bounds = isOpen ? hhiOpenBounds(shares, rest) : hhiBounds(shares, rest);
	const cr4 = largest(shares, 4);
	return {
		coverage: 1 - rest,
		members: shares.length,
		hhi_low: bounds.low,
		hhi_high: bounds.high,
		effective_low: effectiveNumber(bounds.high),
		effective_high: effectiveNumber(bounds.low),
		cr4_low: cr4,
		cr4_high: isOpen ? Math.min(1, cr4 + rest) : cr4,
		entropy_nats: rest > 0 ? null : entropy(shares),
	};
}
