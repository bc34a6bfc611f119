-- Lowest and median host price of one cell of one model on one day, spelled out from the spells.
-- grain: model, cell, day
-- materialized: view
select unnest(generate_series(from_day, coalesce(to_day - 1, last_seen_on), interval 1 day))::date as day,
    model, title, lab, country, cell, meter, min_usd_per_mtok, median_usd_per_mtok, hosts, host, quantization, from_day, last_seen_on,
from mart_cheapest_host__cell_spell
