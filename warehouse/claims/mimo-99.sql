-- Cut of each of the twelve cells of MiMo-V2.5 and V2.5-Pro in dollars, in per cent.
-- - Input, output and cache read, short and long context; the lab's own list of 27 May 2026.
-- - One point: the sentence rounds to whole per cents, and it says the prices, not one price.
select
    title || ' ' || cell as reading,
    -100 * min(change) as measured,
    format('from {} to {} dollars', max(usd_before)::double, min(usd_after)::double) as detail,
from mart_price_cut__model_meter_day
where
    model in ('xiaomi/mimo-v2.5', 'xiaomi/mimo-v2.5-pro')
    and channel = 'lab-direct'
    and currency = 'USD'
    and kind = 'cut'
    and changed_by = date '2026-05-27'
group by title, cell
order by measured desc, reading
