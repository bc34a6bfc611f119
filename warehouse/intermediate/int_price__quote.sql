-- The price of one cell as one look at one sheet states it for that day.
-- - Where a sheet states several dated prices of a cell, the one in force on the day of the look counts.
-- - A cell printed twice in one body counts as last printed.
-- grain: source, sheet, provider, source_model, currency, cell, sequence
select look.source, look.sheet, quote.provider, quote.source_model, quote.currency, quote.cell, look.sequence, look.seen_on, look.known_at,
    quote.meter, quote.amount, quote.native, quote.status, quote.unit, quote.billed_unit, quote.service_tier, quote.time_window,
    quote.holiday_calendar, quote.list_or_effective, quote.min_input_tokens, quote.max_input_tokens, quote.valid_from, quote.field,
    quote.snapshot, quote.position,
    look.observed_on_basis, look.observed_on_quality,
from stg_price__quote as quote
join stg_look__sheet_look as look using (source, snapshot)
where (quote.valid_from is null or quote.valid_from <= look.seen_on) and (quote.valid_to is null or quote.valid_to > look.seen_on)
qualify row_number() over (
    partition by look.source, look.sheet, quote.provider, quote.source_model, quote.currency, quote.cell, look.sequence
    order by quote.valid_from desc nulls last, quote.position desc
) = 1
