-- When each source first showed a change of price that a lab dates: the days between, as an interval.
-- - `late_days` counts to the first look that shows the new price, `low_late_days` to the day after the last look that did not: the source
--   moved between the two. Where the lab's day is an interval itself (`basis` is `page`), the bounds allow for it.
-- - A day that a sheet states for a price says from when it held; what counts here is the first look that shows it.
-- - Only sources that were seen to show the cell before the change. One that still shows another price has no `late_days`: it is at least `low_late_days`.
-- - A router counts where it came to the price within a year: its headline is some host's price, and may never be the lab's.
-- grain: model, channel, currency, cell, by_day, source, provider, source_channel
-- assert: low_late_days <= late_days or late_days is null
-- assert: low_late_days >= 0
-- assert: state in ('shown', 'not_yet', 'gone')
with spell as (
    select * from int_price__cell_spell
    where channel in ('lab-direct', 'lab-cn', 'aggregator') and status = 'listed' and native > 0 and model is not null
        and billed_unit = 'million_tokens' and list_or_effective = 'list' and not is_carried
        and variant in ('base', 'preview', 'highspeed', 'thinking') and source <> 'curated-prices'
),
placed as (
    select event.*, spell.source as shown_in, spell.provider, spell.channel as source_channel, spell.to_day, spell.last_seen_on,
        coalesce(look.seen_on > spell.from_day, false) as is_dated_back, if(is_dated_back, look.seen_on, spell.from_day) as from_day,
        if(is_dated_back, look.looked_before, spell.changed_after) as former_seen_on, if(is_dated_back, look.snapshot, spell.snapshot) as shown_snapshot,
        abs(ln((spell.native / event.native_after)::double)) <= 0.01 as is_new,
    from int_source_lag__event as event
    join spell
        on spell.model = event.model and spell.currency = event.currency and spell.cell = event.cell
        and spell.channel in (event.channel, 'aggregator') and not (event.basis = 'page' and spell.source = event.source)
    left join int_source_lag__first_look as look
        on spell.observed_on_basis = 'content' and look.source = spell.source and look.sheet = spell.sheet and look.provider = spell.provider
        and look.source_model = spell.source_model and look.currency = spell.currency and look.cell = spell.cell and look.native = spell.native
),
seen as (
    select model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, channel, currency, cell,
        any_value(native_before) as native_before, any_value(native_after) as native_after, any_value(after_day) as after_day, by_day,
        any_value(basis) as basis, any_value(citation) as citation, shown_in as source, provider, source_channel,
        min(from_day) filter (is_new and coalesce(to_day, last_seen_on + 1) > by_day) as changed_by,
        arg_min_null(former_seen_on, from_day) filter (is_new and coalesce(to_day, last_seen_on + 1) > by_day) as changed_after,
        arg_min(shown_snapshot, from_day) filter (is_new and coalesce(to_day, last_seen_on + 1) > by_day) as snapshot,
        bool_or(from_day <= by_day and not is_new and not is_dated_back) as is_before, max(last_seen_on) as last_seen_on,
        bool_or(to_day is null) as is_standing,
    from placed
    group by model, channel, currency, cell, by_day, shown_in, provider, source_channel
)
select * exclude (is_before, is_standing, last_seen_on),
    greatest(0, coalesce(changed_after, last_seen_on) + 1 - by_day)::integer as low_late_days,
    if(changed_by is null, null, greatest(0, changed_by - after_day - 1))::integer as late_days,
    case when changed_by is not null then 'shown' when is_standing then 'not_yet' else 'gone' end as state, last_seen_on,
from seen
where is_before and last_seen_on >= by_day and (changed_by is null or changed_by > after_day - 31)
    and (source_channel <> 'aggregator' or changed_by <= by_day + 365)
