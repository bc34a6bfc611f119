-- Price of Step 3.7 Flash's input, in dollars per million tokens: the lab's own list, and a router's.
-- - The stated day that is nearest to 30 May 2026, within two months; a list that is not collected gives no reading.
-- - Five per cent: the sheet in yuan is restated in dollars.
with list as (
    select 'own list' as reading, usd_per_mtok::double as measured, format('{}', day) as detail
    from mart_price__model_day
    where
        model = 'stepfun/step-3.7-flash'
        and channel = 'lab-direct'
        and cell = 'input'
        and abs(day - date '2026-05-30') <= 62
    order by abs(day - date '2026-05-30'), day
    limit 1
),

router as (
    select 'router ' || provider as reading, usd_per_mtok::double as measured, format('from {}', from_day) as detail
    from mart_price__cell_spell
    where
        model = 'stepfun/step-3.7-flash'
        and provider = 'openrouter'
        and channel = 'aggregator'
        and cell = 'input'
        and abs(from_day - date '2026-05-30') <= 62
        and usd_per_mtok is not null
    order by abs(from_day - date '2026-05-30'), from_day
    limit 1
)

from list
union all
from router
order by reading
