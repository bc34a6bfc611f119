-- A run that was for sale from a day at a price: each fall of the price of one model with its score on one axis.
-- - Two bases side by side: dollars per million tokens (3 parts input and 1 part output) and dollars per task as billed.
-- - For sale from the later of the day its score counts and the day it had a price; a run with a bill was sold on its day.
-- - `is_late`: the model's first known price is more than 31 days younger than its score, so that it may have been on sale before.
-- - Runs whose name is no model stay out: stealth models and runs of two models. A rise of a price starts no offer.
-- grain: axis, basis, series, printed_name, day
-- assert: price > 0
with run as (
    select axis, model, title, country, effort, score, unit, scored_on, run_cost_usd, tasks, printed_name
    from mart_score__model_benchmark
    where model is not null and scored_on is not null
    union all by name
    select 'anchored-capability' as axis, model, title, country, effort, capability as score, 'points' as unit, released_on as scored_on,
        model_effort as printed_name
    from mart_capability__model
    where capability is not null and released_on is not null
),
offer as (
    select run.axis, 'blend_3to1' as basis, blend.series, run.printed_name, greatest(run.scored_on, blend.from_day) as day, run.model, run.title,
        run.country, run.effort, run.score, run.unit, blend.provider, blend.blend_usd_per_mtok::double as price,
        blend.from_day > run.scored_on + 31 and blend.from_day = min(blend.from_day) over (partition by blend.series, blend.model) as is_late,
    from run
    join int_capability__price_spell as blend using (model)
    where blend.to_day > run.scored_on
    union all by name
    select axis, 'run_cost' as basis, 'as_billed' as series, printed_name, scored_on as day, model, title, country, effort, score, unit,
        run_cost_usd / tasks as price, false as is_late,
    from run
    where run_cost_usd > 0 and tasks > 0
),
cheapest as (
    select *
    from offer
    qualify row_number() over (partition by axis, basis, series, printed_name, day order by price, provider) = 1
)
select *
from cheapest
qualify coalesce(price < min(price) over (
    partition by axis, basis, series, printed_name order by day rows between unbounded preceding and 1 preceding
), true)
