-- US over Chinese list price: the least ratio of medians of each quarter, and the cheapest of each country at a
-- reference score.
-- - Medians of the labs' own output lists where both have enough models; scores by the axes that are shipped.
-- - Above two on every reading: an advantage that lasts is there whenever one looks.
with quarter as (
    select
        'medians ' || year(day) || ' q' || quarter(day) as reading,
        min(ratio) as measured,
        format('{} to {}', round(min(ratio), 2), round(max(ratio), 2)) as detail,
    from mart_price_gap__country_day
    where series = 'list' and meter = 'output' and ratio is not null
    group by reading
),

cheapest as (
    select axis, country, last(blend_3to1_usd_per_mtok order by from_day)::double as usd
    from mart_cheapest_at__capability_day
    where is_reference and series = 'list' and to_day is null and country in ('US', 'CN')
    group by axis, country
),

scored as (
    select
        'at reference of ' || us.axis as reading,
        us.usd / cn.usd as measured,
        format('{} to {} dollars', us.usd, cn.usd) as detail,
    from cheapest as us
    inner join cheapest as cn on cn.axis = us.axis and us.country = 'US' and cn.country = 'CN'
)

from quarter
union all
from scored
order by reading
