-- List price of one cell of one model on one day, spelled out day by day from the spells.
-- - A spell that still stands is drawn to the newest day of the archive, never beyond the day its price was last seen plus its source's silence.
-- grain: model, channel, currency, cell, day
-- materialized: view
select unnest(generate_series(from_day, least(coalesce(to_day - 1, last_seen_on), date '9999-12-31'), interval 1 day))::date as day,
    model, title, lab, country, channel, currency, cell, meter, service_tier, time_window, min_input_tokens, max_input_tokens, native_per_mtok,
    usd_per_mtok, agreement, sources, source, from_day, last_seen_on,
from mart_list_price__cell_spell
