-- A curated price event with the measured events that it speaks of, one of each list of its model; null where none is measured.
-- - The nearest event counts whose days lie within 45 days of the stated day, month or year, or a day on which a source came late to it, with at
--   least one cell that moved the stated way.
-- - `headline_change` is what was announced; where nothing was announced, the largest change among the stated prices, component by component.
-- grain: event_id, price_event_key
with cited as (
    select event_id, day as stated_day, model, org, kind, what, what_zh, price_unit, citation, priority::integer as priority,
        case length(day) when 10 then day when 7 then day || '-01' else day || '-01-01' end::date as from_day,
        case length(day) when 10 then day::date when 7 then last_day((day || '-01')::date) else (day || '-12-31')::date end as until_day,
        headline_change::double as announced_change,
        list_transform(string_split(old_price, '/'), part -> try_cast(part as double)) as old_prices,
        list_transform(string_split(new_price, '/'), part -> try_cast(part as double)) as new_prices,
    from seed.events
    where kind in ('price_cut', 'price_rise', 'catalogue_correction')
),
stated as (
    select * exclude (announced_change, old_prices, new_prices),
        coalesce(announced_change, if(len(old_prices) = len(new_prices), if(kind = 'price_rise', list_max(changes), list_min(changes)), null)) as headline_change,
        announced_change is not null as is_announced,
    from (
        select *, list_filter(list_transform(list_zip(old_prices, new_prices), pair -> pair[2] / nullif(pair[1], 0) - 1), part -> part is not null) as changes,
        from cited
    )
),
event as (
    select price_event_id, model, channel, currency, since_on, until_on, coalesce(min(changed_after) + 1, since_on) as possible_on,
        flatten(list(shown_on)) as shown_on, bool_or(native_after < native_before) as has_cut, bool_or(native_after > native_before) as has_rise,
    from int_event__moved_cell
    group by price_event_id, model, channel, currency, since_on, until_on
),
near as (
    select stated.event_id, event.price_event_id,
        list_min(list_prepend(
            greatest(0, datediff('day', event.until_on, stated.from_day), datediff('day', stated.until_day, event.possible_on)),
            list_transform(shown_on, day -> greatest(0, datediff('day', day, stated.from_day), datediff('day', stated.until_day, day)))
        )) as days_apart,
    from stated
    join event on event.model = stated.model
    where days_apart <= 45 and (stated.kind <> 'price_cut' or has_cut) and (stated.kind <> 'price_rise' or has_rise)
    qualify row_number() over (
        partition by stated.event_id, event.channel, event.currency order by days_apart, abs(datediff('day', stated.from_day, event.since_on)), event.since_on
    ) = 1
)
select stated.*, near.price_event_id, coalesce(near.price_event_id, 'cited') as price_event_key, near.days_apart,
from stated
left join near using (event_id)
