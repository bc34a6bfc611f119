-- List price of cached input of MiMo-V2.5 and V2.5-Pro after the cut, in dollars per million tokens.
-- - The lab's own list in June 2026, short context; the median of all Chinese labs is in the detail.
-- - Below one cent: the sentence says fractions of a cent.
with floor as (
    select median_usd_per_mtok
    from mart_cache_floor__country_day
    where country = 'CN' and day <= date '2026-06-30' and median_usd_per_mtok is not null
    order by day desc
    limit 1
)

select
    title as reading,
    last(usd_per_mtok order by day)::double as measured,
    format('median of Chinese labs {} dollars', (select any_value(median_usd_per_mtok)::double from floor)) as detail,
from mart_price__model_day
where
    model in ('xiaomi/mimo-v2.5', 'xiaomi/mimo-v2.5-pro')
    and channel = 'lab-direct'
    and cell = 'cache_read'
    and day between date '2026-06-01' and date '2026-06-30'
group by title
order by title
