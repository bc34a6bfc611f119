-- List price of Kimi K2.5's output, in dollars per million tokens.
-- - The lab's own list, short context, standard tier; the stated day that is nearest, within two months.
-- - Within the stated range: the sentence gives its own margin.
select
    'list' as reading,
    usd_per_mtok::double as measured,
    format('{} output on {}: {} dollars', model, day, usd_per_mtok::double) as detail,
from mart_price__model_day
where
    model = 'moonshotai/kimi-k2.5'
    and channel = 'lab-direct'
    and cell = 'output'
    and service_tier = 'standard'
    and time_window = 'always'
    and abs(day - date '2026-02-15') <= 62
order by abs(day - date '2026-02-15'), day
limit 1
