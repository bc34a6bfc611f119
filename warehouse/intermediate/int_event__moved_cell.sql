-- A moved cell of an event: the moves of one model's cells of one list that follow each other within a week are one event.
-- - A cell that moves twice within an event counts from its first price to its last; where it came back, it did not move.
-- grain: price_event_id, cell
-- assert: native_before > 0 and native_after > 0
with placed as (
    select *, coalesce(first_seen_on - lag(first_seen_on) over list > 7, true) as is_start,
    from int_event__move
    window list as (partition by model, channel, currency order by first_seen_on, cell)
),
numbered as (
    select *, sum(is_start::integer) over (
        partition by model, channel, currency order by first_seen_on, cell rows unbounded preceding
    ) as place,
    from placed
),
dated as (
    select *, min(first_seen_on) over event as since_on, max(first_seen_on) over event as until_on,
    from numbered
    window event as (partition by model, channel, currency, place)
)
select strftime(since_on, '%Y-%m-%d') || '-' || replace(model, '/', '-') || '-' || channel || '-' || lower(currency) as price_event_id,
    since_on, until_on, model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, channel, currency, cell,
    any_value(meter) as meter, any_value(service_tier) as service_tier, any_value(time_window) as time_window,
    any_value(min_input_tokens) as min_input_tokens, arg_min(native_before, first_seen_on) as native_before,
    arg_max(native_after, first_seen_on) as native_after, arg_min_null(usd_before, first_seen_on) as usd_before,
    arg_max_null(usd_after, first_seen_on) as usd_after, bool_and(kind = 'catalogue_correction') as is_correction,
    min(changed_after) as changed_after, min(first_seen_on) as first_seen_on, flatten(list(shown_on)) as shown_on,
    arg_min(source, first_seen_on) as first_seen_in, list_sort(list_distinct(flatten(list(shown_by)))) as shown_by, min(known_at) as known_at,
from dated
group by since_on, until_on, model, channel, currency, place, cell
having arg_min(native_before, first_seen_on) <> arg_max(native_after, first_seen_on)
