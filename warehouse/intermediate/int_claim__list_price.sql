-- List price of one model's input or output on one day as claims read it: the lab's own list, short context, standard tier, no window.
-- grain: model, currency, cell, day
-- materialized: view
select model, title, currency, cell, day, usd_per_mtok::double as usd,
    format('{} {} on {}: {} dollars', model, cell, day, usd_per_mtok::double) as detail,
from mart_price__model_day
where channel = 'lab-direct' and cell in ('input', 'output') and service_tier = 'standard' and time_window = 'always'
