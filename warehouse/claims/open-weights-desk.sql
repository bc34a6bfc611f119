-- Share of open-weight models in the listed tokens: newest month less first, in points.
-- - Models whose weights nobody states are counted out and counted in; the daily top 50 on the days that are shipped.
-- - Above zero points the way of the sentence; these tokens are hosted and not local, so described only.
with month as (
    select
        date_trunc('month', tokens.day)::date as month,
        sum(tokens.tokens) filter (model.open_weights) / sum(tokens.tokens) as low,
        sum(tokens.tokens) filter (model.open_weights is distinct from false) / sum(tokens.tokens) as high,
    from mart_tokens__model_day as tokens
    left join mart_model__model as model using (model)
    group by month
),

ends as (
    select
        first(low order by month) as low_before,
        last(low order by month) as low_after,
        first(high order by month) as high_before,
        last(high order by month) as high_after,
        min(month) as since,
        max(month) as until,
    from month
    having count(*) > 1
)

select
    'unknown counted out' as reading,
    100 * (low_after - low_before) as measured,
    format('{}% in {} to {}% in {}', round(100 * low_before), since, round(100 * low_after), until) as detail,
from ends
union all
select
    'unknown counted in',
    100 * (high_after - high_before),
    format('{}% in {} to {}% in {}', round(100 * high_before), since, round(100 * high_after), until),
from ends
order by reading desc
