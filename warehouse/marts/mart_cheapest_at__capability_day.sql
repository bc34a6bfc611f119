-- Cheapest blended price at which a model reaching a score was on sale, as steps, for US, Chinese and all labs, list and cheapest host apart.
-- - A model counts from the later of the day its score counts and the day it had a price (methods.md 2.1).
-- - `is_record` marks the steps at which the price fell below every earlier one: the frontier.
-- grain: axis, level, series, country, from_day
-- assert: blend_3to1_usd_per_mtok > 0
-- assert: to_day > from_day or to_day is null
with level as (
    select axis, level::double as level, is_reference = 'true' as is_reference from seed.capability_levels
),
reaching as (
    select level.axis, level.level, level.is_reference, blend.series, unnest([score.country, 'all']) as country, score.model, score.title,
        score.score, blend.provider, blend.blend_usd_per_mtok as blend, greatest(blend.from_day, score.scored_on) as from_day, blend.to_day,
    from level
    join int_capability__model_score as score on score.axis = level.axis and score.score >= level.level
    join int_capability__price_spell as blend using (model)
    where blend.to_day > score.scored_on
),
sided as (
    select * from reaching where country in ('US', 'CN', 'all')
),
edge as (
    select distinct axis, level, series, country, unnest([from_day, to_day]) as day from sided
),
interval as (
    select *, lead(day) over (partition by axis, level, series, country order by day) as until_day from edge
),
cheapest as (
    select interval.axis, interval.level, interval.series, interval.country, interval.day as from_day, any_value(interval.until_day) as to_day,
        min(sided.blend) as blend, arg_min(sided.model, (sided.blend, sided.model, sided.provider)) as model,
        arg_min(sided.title, (sided.blend, sided.model, sided.provider)) as title, arg_min(sided.score, (sided.blend, sided.model, sided.provider)) as score,
        arg_min(sided.provider, (sided.blend, sided.model, sided.provider)) as provider, any_value(sided.is_reference) as is_reference,
        count(distinct sided.model)::integer as models,
    from interval
    join sided using (axis, level, series, country)
    where interval.until_day is not null and sided.from_day <= interval.day and sided.to_day >= interval.until_day
    group by interval.axis, interval.level, interval.series, interval.country, interval.day
),
marked as (
    select *, lag(to_day) over line is distinct from from_day or lag(blend) over line is distinct from blend
        or lag(model) over line is distinct from model as is_start,
    from cheapest
    window line as (partition by axis, level, series, country order by from_day)
),
numbered as (
    select *, sum(is_start::integer) over (partition by axis, level, series, country order by from_day) as step from marked
),
stepped as (
    select axis, level, series, country, any_value(is_reference) as is_reference, min(from_day) as from_day,
        nullif(max(to_day), date '9999-12-31') as to_day, any_value(model) as model, any_value(title) as title, any_value(score) as score,
        arg_min(provider, from_day) as provider, any_value(blend) as blend_3to1_usd_per_mtok, max(models)::integer as models,
    from numbered
    group by axis, level, series, country, step
)
select *, coalesce(blend_3to1_usd_per_mtok < min(blend_3to1_usd_per_mtok) over earlier, true) as is_record,
    count(*) over (partition by axis, level, series, country)::integer as steps,
from stepped
window earlier as (partition by axis, level, series, country order by from_day rows between unbounded preceding and 1 preceding)
