-- One stretch of days over which one source shows one price of one cell unchanged, as printed and per million tokens.
-- - A cell is provider, model, channel, meter, context band, service tier and time window; none is ever averaged into another.
-- - `amount` is the text of the source; `native_per_mtok` is in the sheet's currency; `usd_per_mtok` is converted only where the sheet is not in dollars.
-- - Only token meters; a price per image, call or second is in its source's own unit and not here.
-- grain: source, sheet, provider, source_model, channel, currency, cell, from_day
-- assert: usd_per_mtok = 0 or usd_per_mtok between 0.0001 and 2000 or usd_per_mtok is null
-- assert: to_day > from_day or to_day is null
select source, sheet, lineage, provider, source_model, model, title, lab, country, channel, variant, meter, cell, service_tier, time_window,
    holiday_calendar, list_or_effective, min_input_tokens, max_input_tokens, currency, amount, unit, native as native_per_mtok, usd as usd_per_mtok,
    fx_day, cny_per_usd, fx_source,
    status, from_day, to_day, changed_after, last_seen_on, looks, observed_on_basis, observed_on_quality, field, snapshot, position,
from int_price__cell_spell
where billed_unit = 'million_tokens'
