-- Best score of the US and of China on one axis at the end of a month, how far it lies behind and how long after the other country it came.
-- - A score counts from its day: a run from when it was run and an index from the model's release. Months after the axis's last score are left out.
-- - `lag_days` above 0: the other country had reached this score that many days before; null: it has not.
-- - The smallest model is the one of fewest published parameters that reaches the axis's reference level.
-- grain: axis, country, month
-- assert: gap >= 0
with scored as (
    select axis, model, title, country, score, scored_on, try_cast(total_parameters_b as double) as total_parameters_b,
    from int_capability__model_score
    left join (select model, total_parameters_b from seed.models) using (model)
    where country in ('US', 'CN')
),
month as (
    select axis, unnest(generate_series(date_trunc('month', min(scored_on)), max(scored_on)::timestamp, interval 1 month))::date as start
    from scored
    group by axis
),
best as (
    select month.axis, scored.country, month.start, arg_max(scored.model, (scored.score, -epoch(scored.scored_on), scored.model)) as model,
        arg_max(scored.title, (scored.score, -epoch(scored.scored_on), scored.model)) as title, max(scored.score) as score,
        arg_max(scored.scored_on, (scored.score, -epoch(scored.scored_on), scored.model)) as reached_on, count(*)::integer as models,
        min_by((scored.title, scored.total_parameters_b), (scored.total_parameters_b, scored.model))
            filter (scored.score >= level.level::double and scored.total_parameters_b > 0) as smallest,
    from month
    join scored on scored.axis = month.axis and scored.scored_on <= last_day(month.start)
    left join seed.capability_levels as level on level.axis = month.axis and level.is_reference = 'true'
    group by month.axis, scored.country, month.start
),
other as (
    select best.axis, best.country, best.start, min(scored.scored_on) as reached_on
    from best
    join scored on scored.axis = best.axis and scored.country <> best.country and scored.score >= best.score
        and scored.scored_on <= last_day(best.start)
    group by best.axis, best.country, best.start
)
select best.axis, best.country, strftime(best.start, '%Y-%m') as month, best.score as best_score, best.model, best.title, best.reached_on, best.models,
    max(best.score) over (partition by best.axis, best.start) - best.score as gap,
    date_diff('day', other.reached_on, best.reached_on)::integer as lag_days, best.smallest[1] as smallest_title,
    best.smallest[2] as smallest_total_parameters_b,
from best
left join other using (axis, country, start)
