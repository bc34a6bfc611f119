-- List price of one cell of one model over a stretch of days: what the lab asks on its own sheet, one series a channel and currency.
-- - The mainland sheet (`lab-cn`) and the international sheet (`lab-direct`) are two lists; neither is made from the other.
-- - `agreement` says whether the sources that retell the sheet agree within 1 %, were late (`explained`), differ (`disputed`) or are alone (`single`).
-- - Hosts, routers, plans, batch and free variants never enter.
-- grain: model, channel, currency, cell, from_day
-- assert: usd_per_mtok > 0 or currency <> 'USD'
-- assert: agreement in ('agree', 'explained', 'disputed', 'single')
-- assert: channel in ('lab-direct', 'lab-cn')
-- assert: to_day > from_day or to_day is null
with marked as (
    select *, lag(to_day) over cell is distinct from from_day or lag(native) over cell is distinct from native
        or lag(agreement) over cell is distinct from agreement as is_start,
    from int_list_price__choice
    window cell as (partition by model, channel, currency, cell order by from_day)
),
numbered as (
    select *, sum(is_start::integer) over (partition by model, channel, currency, cell order by from_day) as spell from marked
)
select model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, channel, arg_max_null(provider, from_day) as provider,
    currency, cell, any_value(meter) as meter, any_value(service_tier) as service_tier, arg_min_null(time_window, from_day) as time_window,
    arg_min_null(variant, from_day) as variant, arg_min_null(min_input_tokens, from_day) as min_input_tokens, arg_min_null(max_input_tokens, from_day) as max_input_tokens,
    arg_min_null(amount, from_day) as amount, any_value(native) as native_per_mtok, arg_min_null(usd, from_day) as usd_per_mtok,
    min(low_usd) as low_usd_per_mtok, max(high_usd) as high_usd_per_mtok, max(sources)::integer as sources, any_value(agreement) as agreement,
    arg_min_null(source, from_day) as source, min(from_day) as from_day, nullif(max(to_day), date '9999-12-31') as to_day,
    arg_min_null(changed_after, from_day) as changed_after, max(last_seen_on) as last_seen_on, arg_min_null(snapshot, from_day) as snapshot,
from numbered
group by model, channel, currency, cell, spell
