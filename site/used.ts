import type { Point } from './chart.ts';
import type { Num } from './format.ts';

/** A model with its list prices of today in US dollars per million tokens, headline cells. */
export type Listed = Point & {
	model: string;
	title: string | null;
	lab: string;
	country: string;
	input_usd_per_mtok: Num;
	cache_read_usd_per_mtok: Num | null;
	output_usd_per_mtok: Num;
	agreement: string | null;
	last_seen_on: string;
};

/**
 * The `most` most used models of the router's last four published weeks that have a list price, seen within 60 days of the
 * newest price. A disputed price is a range and no point: such a model is left out (P12).
 */
export const usedModels = (most: number): string => `with used as (
    select model, sum(tokens) as tokens
    from mart_tokens__model_day
    where day > (select max(day) from mart_tokens__model_day) - 28 and model is not null
    group by model
)
select model, title, lab, country, input_usd_per_mtok, cache_read_usd_per_mtok, output_usd_per_mtok, agreement, last_seen_on
from mart_headline_price__model_spell
join used using (model)
where to_day is null and agreement is distinct from 'disputed' and input_usd_per_mtok > 0
    and last_seen_on >= (select max(last_seen_on) from mart_headline_price__model_spell) - 60
order by used.tokens desc, model
limit ${most}`;

export const modelsOf = (points: readonly { model: string }[]): string[] => [
	...new Set(points.map(point => point.model)),
];

/** Rows in the order of their models: by `rank` of all rows of a model, ties by id, then by `within`. */
export function byModel<P extends { model: string }>(
	rows: readonly P[],
	rank: (own: readonly P[]) => number,
	within: (row: P) => number,
): P[] {
	const ranks = new Map(modelsOf(rows).map(model => [model, rank(rows.filter(row => row.model === model))]));
	const rankOf = ({ model }: P) => ranks.get(model) ?? 0;
	return [...rows].sort(
		(a, b) => rankOf(a) - rankOf(b) || a.model.localeCompare(b.model, 'en') || within(a) - within(b),
	);
}

export const nameOf = ({ title, model }: { title: string | null; model: string }): string => title ?? model;
