-- Median price of US and of Chinese models on one day, list and cheapest host apart, and their ratio.
-- - Base models with a price of the headline cell on that day; the list series takes the international sheets in dollars.
-- - The ratio is printed with at least 20 priced models a side; below that the reason stands in its place.
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
select series, meter, day, us_models, cn_models, us_median::decimal(18, 10) as us_median_usd_per_mtok,
    cn_median::decimal(18, 10) as cn_median_usd_per_mtok,
    if(least(us_models, cn_models) >= 20, us_median::double / cn_median::double, null) as ratio,
    if(least(us_models, cn_models) >= 20, null, 'fewer than 20 priced models on one side') as reason,
from sided
