-- All tokens of one week, Monday to Sunday UTC.
-- - A week with a missing day is kept with the days it has; its total is estimated as the mean day times seven.
-- grain: week
-- assert: days between 1 and 7
with day_total as (
    select day, date_trunc('week', day)::date as week, sum(tokens)::bigint as tokens, max(as_of) as as_of
    from int_tokens__lab_day
    group by day
)
select week, count(*)::integer as days, sum(tokens)::bigint as observed_tokens,
    case when count(*) = 7 then sum(tokens) else round(sum(tokens) * 7.0 / count(*)) end::bigint as total_tokens,
    case when count(*) = 7 then 'exact' else 'estimate' end as total_basis,
    count(*) = 7 as is_complete, max(as_of) as as_of,
    week = max(week) filter (count(*) = 7) over () as is_newest,
from day_total
group by week
