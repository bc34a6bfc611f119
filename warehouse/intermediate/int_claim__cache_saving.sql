-- How much the observed cache share takes off the list price of a model's input, in per cent, as claims read it.
-- - Newest week with token counts, ten largest models, the lab's own list.
-- grain: reading
-- materialized: view
with newest as (
    select max(week) as week
    from mart_effective_price__model_week
    where series = 'list' and cache_share is not null and cache_read_usd_per_mtok is not null
)

select
    title as reading,
    (100 * cache_share * (1 - cache_read_usd_per_mtok / input_usd_per_mtok))::double as measured,
    format('{}% of the prompt from the cache, week of {}', round(100 * cache_share), week) as detail,
from mart_effective_price__model_week
inner join newest using (week)
inner join mart_model__model using (model)
where
    series = 'list'
    and not is_free
    and cache_share is not null
    and cache_read_usd_per_mtok is not null
    and input_usd_per_mtok > 0
