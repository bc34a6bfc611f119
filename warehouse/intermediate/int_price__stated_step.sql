-- A change of price that a sheet dates itself: the day it states, the price before and the price from that day.
-- - Taken from the newest look that states it; a later look may correct an earlier one.
-- grain: source, sheet, provider, source_model, currency, cell, valid_from
-- assert: valid_from <= stated_on
with newest as (
    select * from stg_look__sheet_look
    qualify sequence = max(sequence) over (partition by source, sheet)
),
stated as (
    select newest.sheet, newest.seen_on as stated_on, newest.sequence, newest.known_at, quote.*,
        lag(quote.amount) over cell as amount_before, lag(quote.native) over cell as native_before, lag(quote.status) over cell as status_before,
    from stg_price__quote as quote
    join newest on newest.source = quote.source and newest.snapshot = quote.snapshot
    window cell as (
        partition by newest.source, newest.sheet, quote.provider, quote.source_model, quote.currency, quote.cell
        order by quote.valid_from nulls first, quote.position
    )
)
select * exclude (url, fetched_at)
from stated
where valid_from <= stated_on
qualify row_number() over (
    partition by source, sheet, provider, source_model, currency, cell, valid_from order by position desc
) = 1
