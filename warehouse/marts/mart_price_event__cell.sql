-- One cell of a model's list before and after a price event, moved or not, and what four mixes of tokens cost before and after.
-- - `item` is `cell` for a price, else the mix: blend_3to1, blend_1to1, chat (80 % input, none from the cache), agent (98 % input, 93 % of it from
--   the cache). A mix stands once for each band and tier that has its prices.
-- - `change` is of the native amount; null where the cell was not on the list before or after.
-- grain: price_event_id, cell
-- assert: change > -1 or change is null
-- assert: item in ('cell', 'blend_3to1', 'blend_1to1', 'chat', 'agent')
with line as (
    select *, 'cell' as item from int_event__cell
    union all by name
    select * from int_event__mix
)
select price_event_id, since_on as first_seen_on, until_on as last_moved_on, model, title, lab, country, channel, currency, item, cell, meter,
    service_tier, time_window, min_input_tokens, native_before, native_after, usd_before, usd_after,
    (native_after / native_before)::double - 1 as change, is_moved,
from line
