-- One dated event of the market with its source: launches, announced price moves, policy, funding.
-- - A day known only to the month or year stays `YYYY-MM` or `YYYY`.
-- sources: curated-events
-- grain: event_id
-- assert: citation is not null
select event_id, day as stated_day, try_cast(day as date) as day, org, model, kind, what, what_zh, old_price, new_price, price_unit,
    headline_change::double as headline_change, priority::integer as priority, source_kind, citation,
from seed.events
