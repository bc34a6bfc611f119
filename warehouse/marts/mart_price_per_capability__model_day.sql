-- Score and blended price of one model on the last day of a quarter and on the newest day, list and cheapest host apart.
-- - Only models on sale on that day with a score that was known by then; a run cost stands beside the price where a board states one.
-- - Pareto: no other model of the series is cheaper and at least as able, or as cheap and abler.
-- - Axes that are a published index or state what a run cost; `mart_pareto__model_month` has every axis.
-- grain: axis, series, day, model
-- assert: blend_3to1_usd_per_mtok > 0
with newest as (
    select max(last_seen_on) as day from mart_list_price__cell_spell
),
day as (
    select distinct day from (
        select unnest(generate_series(date '2024-12-31', newest.day, interval 3 month)) as month_end from newest
    ) as quarter, lateral (select last_day(month_end::date) as day) where day <= (select day from newest)
    union
    select day from newest
),
priced as (
    select score.axis, blend.series, day.day, score.model, any_value(score.title) as title, any_value(score.lab) as lab,
        any_value(score.country) as country, any_value(score.effort) as effort, any_value(score.score) as score,
        min(blend.blend_usd_per_mtok) as blend_3to1_usd_per_mtok, arg_min(blend.provider, (blend.blend_usd_per_mtok, blend.provider)) as provider,
        any_value(score.run_cost_usd) as run_cost_usd, any_value(score.scored_on) as scored_on,
    from int_capability__model_score as score
    join int_capability__price_spell as blend using (model)
    join day on day.day >= blend.from_day and day.day < blend.to_day and day.day >= score.scored_on
    where score.axis in (select axis from mart_score__model_benchmark where unit = 'points' or run_cost_usd > 0)
    group by all
)
select *, not exists (
    select 1 from priced as better
    where better.axis = mine.axis and better.series = mine.series and better.day = mine.day
        and better.blend_3to1_usd_per_mtok <= mine.blend_3to1_usd_per_mtok and better.score >= mine.score
        and (better.blend_3to1_usd_per_mtok < mine.blend_3to1_usd_per_mtok or better.score > mine.score)
) as is_pareto,
from priced as mine
