-- What one source says of one cell of a lab's own list over a stretch of days: the material of the list price, with both clocks.
-- - `from_day` and `until_day` are days of the world; `known_at` and `end_known_at` are when we learned of the price and of its end.
-- - `until_day` is 9999-12-31 while the price stands. `next_native_per_mtok` is what the source said next: a source that comes to the others
--   was late.
-- - Moving names stand here too (`variant` is `alias`); they count only where no source shows a name of the model's own.
-- grain: source, provider, model, channel, currency, cell, from_day
-- assert: native_per_mtok > 0
select source, provider, source_model, model, title, lab, country, channel, currency, cell, lineage, meter, service_tier, time_window,
    min_input_tokens, max_input_tokens, variant, amount, native as native_per_mtok, usd as usd_per_mtok, next_native as next_native_per_mtok,
    next_known_at, from_day, until_day, changed_after, last_seen_on, known_at, end_known_at, snapshot,
from int_list_price__statement
