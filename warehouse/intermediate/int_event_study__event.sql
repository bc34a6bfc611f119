-- A price event that an event study may be made of, with what two mixes of tokens cost before and after it.
-- - One of each model and week: the lab's dollar list, else its list in China. Corrections and moving names are no price events.
-- - The day is that of the first sheet that shows it; it is known well enough where a curated day states it or two looks lie a week apart at most.
-- - `agent` is the mix of section 1 of the methods (98 % input, 93 % of it cached), `blend_3to1` the common blend: the mix of the event's own users
--   before the event is public for no model outside the weekly ten largest.
-- grain: event
with event as (
    select event, model, title, lab, country, kind, channel, first_seen_on as event_on, date_trunc('week', first_seen_on)::date as event_week,
        datediff('day', changed_after, first_seen_on)::integer as window_days, first_seen_in = 'curated-prices' or event_ids is not null as is_cited,
    from mart_price_event__event
    where status <> 'cited only' and kind in ('cut', 'rise')
    qualify row_number() over (
        partition by model, date_trunc('week', first_seen_on) order by channel = 'lab-direct' desc, currency = 'USD' desc, event
    ) = 1
),
mix as (
    select price_event_id,
        max(coalesce(usd_before, if(currency = 'USD', native_before, null))) filter (cell = 'agent') as agent_before,
        max(coalesce(usd_after, if(currency = 'USD', native_after, null))) filter (cell = 'agent') as agent_after,
        max(coalesce(usd_before, if(currency = 'USD', native_before, null))) filter (cell = 'blend_3to1') as blend_before,
        max(coalesce(usd_after, if(currency = 'USD', native_after, null))) filter (cell = 'blend_3to1') as blend_after,
        max((native_after / native_before)::double) filter (cell = 'agent') as agent_ratio,
        max((native_after / native_before)::double) filter (cell = 'blend_3to1') as blend_ratio,
    from mart_price_event__cell
    where item in ('agent', 'blend_3to1')
    group by price_event_id
)
select event.*, agent_before::double as agent_before, agent_after::double as agent_after, blend_before::double as blend_before,
    blend_after::double as blend_after, agent_ratio, blend_ratio, is_cited or window_days <= 7 as is_dated,
from event
left join mix on mix.price_event_id = event.event
