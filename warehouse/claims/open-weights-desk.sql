-- Share of open-weight models in the listed tokens: newest month less first, in points.
-- - Models whose weights nobody states are counted out and counted in; the daily top 50 on the days that are shipped.
-- - Above zero points the way of the sentence; these tokens are hosted and not local, so described only.
with ends as (
    select
        first(low order by month) as low_before,
        last(low order by month) as low_after,
        first(high order by month) as high_before,
        last(high order by month) as high_after,
        min(month) as since,
        max(month) as until,
    from mart_open_share__month
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
