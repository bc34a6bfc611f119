-- Every cell of a model's list on the day before an event and on its last day: those that moved and those that did not.
-- - A moved cell has the amounts of its move; any other stands as the list price says on both days, null where it was not on the list.
-- grain: price_event_id, cell
with event as (
    select price_event_id, model, channel, currency, since_on, until_on, any_value(title) as title, any_value(lab) as lab, any_value(country) as country,
    from int_event__moved_cell
    group by price_event_id, model, channel, currency, since_on, until_on
),
list as (
    select * from mart_list_price__cell_spell
),
standing as (
    select event.*, list.cell, any_value(list.meter) as meter, any_value(list.service_tier) as service_tier,
        any_value(list.time_window) as time_window, any_value(list.min_input_tokens) as min_input_tokens,
        any_value(list.native_per_mtok) filter (list.from_day < since_on) as native_before,
        any_value(list.native_per_mtok) filter (coalesce(list.to_day > until_on, true)) as native_after,
        any_value(list.usd_per_mtok) filter (list.from_day < since_on) as usd_before,
        any_value(list.usd_per_mtok) filter (coalesce(list.to_day > until_on, true)) as usd_after,
    from event
    join list
        on list.model = event.model and list.channel = event.channel and list.currency = event.currency
        and ((list.from_day < event.since_on and coalesce(list.to_day >= event.since_on, true))
            or (list.from_day <= event.until_on and coalesce(list.to_day > event.until_on, true)))
    group by all
)
select price_event_id, model, title, lab, country, channel, currency, cell, meter, service_tier, time_window, min_input_tokens, native_before,
    native_after, usd_before, usd_after, true as is_moved, since_on, until_on,
from int_event__moved_cell
union all by name
select *, false as is_moved from standing
where not exists (from int_event__moved_cell as moved where moved.price_event_id = standing.price_event_id and moved.cell = standing.cell)
