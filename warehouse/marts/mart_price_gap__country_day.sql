-- Median price of US and of Chinese models on one day, list and cheapest host apart, and their ratio.
-- - Base models with a price of the headline cell on that day; the list series takes the international sheets in dollars.
-- - A day counts as long as every source that carries the series had been looked at; later days have counts and a reason only.
-- - The ratio is printed with at least 20 priced models a side; below that the reason stands in its place.
-- - A known break in what the sources cover (seed `coverage_breaks`) has counts and its reason, no median.
-- grain: series, meter, day
-- assert: ratio > 0 or ratio is null
-- assert: (ratio is null) = (reason is not null)
with priced as (
    select 'list' as series, meter, day, country, model, usd_per_mtok from mart_price__model_day
    where channel = 'lab-direct' and currency = 'USD' and cell = meter and country in ('US', 'CN')
    union all
    select 'cheapest_host', meter, day, country, model, min_usd_per_mtok from mart_cheapest_host__model_meter_day
    where cell = meter and country in ('US', 'CN')
),
sided as (
    select series, meter, day, count(distinct model) filter (country = 'US')::integer as us_models,
        count(distinct model) filter (country = 'CN')::integer as cn_models,
        median(usd_per_mtok) filter (country = 'US') as us_median, median(usd_per_mtok) filter (country = 'CN') as cn_median,
    from priced
    where meter in ('input', 'output', 'cache_read')
    group by series, meter, day
)
select sided.series, meter, day, us_models, cn_models, if(is_covered, us_median, null)::decimal(18, 10) as us_median_usd_per_mtok,
    if(is_covered, cn_median, null)::decimal(18, 10) as cn_median_usd_per_mtok,
    if(is_covered and least(us_models, cn_models) >= 20, us_median::double / cn_median::double, null) as ratio,
    case when break.reason is not null then 'coverage break: ' || break.reason
        when not is_covered then 'not every source of the series was looked at by then: ' || panel.ending_source || ' ends on ' || panel.until_day
        when least(us_models, cn_models) < 20 then 'fewer than 20 priced models on one side' end as reason,
from sided
join int_price_panel__series as panel on panel.series = sided.series
left join seed.coverage_breaks as break
    on break.series = sided.series and sided.day >= break.from_day::date and sided.day < break.to_day::date
cross join lateral (select sided.day <= panel.until_day and break.reason is null as is_covered) as covered
