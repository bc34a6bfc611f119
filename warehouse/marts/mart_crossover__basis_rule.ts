import { crossover, type Weekly } from '../methods/crossover.ts';
import type { Method } from '../model.ts';

type Line = Weekly & { basis: string; measure: string; share_kind: string };

/** When the Chinese share passed one half, under each stated rule. */
export const model = {
	sentence:
		'First week in which Chinese models passed US models and stayed ahead for k weeks, on one basis, by their share of China + US or by its lower bound.',
	choices: [
		'A crossing is the first week of the first run of k consecutive weeks above one half; `linear_on` is where the line between the two week starts around it passes one half.',
		'`share_kind` low asks that the lead hold even with every unnamed and unlisted token given to the other side.',
		'Bases are never joined: `top9_models` is the basis of the press. Spend is implied, on the ten largest models.',
		'A week that is missing, incomplete or a range ends a run; no crossing leaves the dates empty and says so.',
	],
	grain: ['basis', 'measure', 'share_kind', 'k'],
	asserts: [
		'k between 1 and 6',
		'(week is null) = (reason is not null)',
		'fraction between 0 and 1 or fraction is null',
	],
	reads: {
		lines: `
			with pair as (
				select basis, 'tokens' as measure, week, if(is_complete, share, null) as share, if(is_complete, low, null) as low,
				from mart_token_share__country_week
				where country = 'CN' and denominator = 'cn_plus_us'
				union all
				select basis, 'tokens', week, if(is_missing, null, token_share), null from mart_spend_share__country_week
				where country = 'CN' and basis = 'top10_models'
				union all
				select basis, 'spend', week, if(is_range, null, share), low from mart_spend_share__country_week
				where country = 'CN' and basis = 'top10_models'
			),
			sided as (
				select basis, measure, 'share' as share_kind, week, share, from pair
				union all
				select basis, measure, 'low', week, low, from pair where not (basis = 'top10_models' and measure = 'tokens')
			),
			span as (
				select basis, measure, share_kind, unnest(generate_series(min(week), max(week), interval 7 day))::date as week, from sided
				group by basis, measure, share_kind
			)
			select basis, measure, share_kind, week::varchar as week, share,
			from span left join sided using (basis, measure, share_kind, week)
			order by basis, measure, share_kind, week`,
	},
	columns: {
		...{
			basis: 'varchar',
			measure: 'varchar',
			share_kind: 'varchar',
			k: 'integer',
			week: 'date',
			linear_on: 'date',
			fraction: 'double',
		},
		...{ back_weeks: 'varchar', weeks: 'integer', from_week: 'date', until_week: 'date', reason: 'varchar' },
	},
	*rows({ lines = [] }) {
		const series = new Map<string, Line[]>();
		for (const one of lines as unknown as Line[]) {
			const key = [one.basis, one.measure, one.share_kind].join('\n');
			series.set(key, [...(series.get(key) ?? []), one]);
		}
		for (const weeks of series.values()) {
			const { basis, measure, share_kind } = weeks[0]!;
			for (let k = 1; k <= 6; k++) {
				const found = crossover(weeks, k);
				const spans = { weeks: weeks.length, from_week: weeks[0]!.week, until_week: weeks.at(-1)!.week };
				yield {
					...{ basis, measure, share_kind, k, ...found, ...spans },
					back_weeks: found ? found.back_weeks.join(' ') : null,
					reason: found ? null : `no run of ${k} weeks above one half`,
				};
			}
		}
	},
} satisfies Method;
