-- One change of one price cell in one source: the price before and after, how much, and the days between which it moved.
-- - The cell stands in every row; no change is summed up over cells. `usd_*` is the sheet's own where it is in dollars.
-- - `kind` is `cut` or `rise` for a move of the native amount on a lab's own sheet; `host_move` for hosts and routers; `model_change` for a
--   moved alias; `tier_change` for a band that came or went; `catalogue_correction` where the event list says that a catalogue was put right,
--   where the old amount went over to a meter of its own, or where it moved by a thousand or a million, within 6 %: a unit put right;
--   `catch_up` where a source comes late to what the others say: dated to the first of them, no event of its own; `flicker` where one
--   source alone shows an amount for a few looks and takes it back.
-- - `lineages` counts the sources that show the same cell move to the same price within 60 days or catch up; with one it is provisional.
-- - Moves under 0.5 % are rounding and left out.
-- grain: source, sheet, provider, source_model, channel, currency, cell, changed_by
-- assert: change > -1 and change is not null
-- assert: kind in ('cut', 'rise', 'host_move', 'model_change', 'tier_change', 'catalogue_correction', 'catch_up', 'flicker')
-- assert: changed_after < changed_by or changed_after is null
with moved as (
    select *, (native_after / native_before)::double - 1 as change from int_price__change
    where abs((native_after / native_before)::double - 1) >= 0.005
),
corroborated as (
    select moved.source, moved.sheet, moved.provider, moved.source_model, moved.channel, moved.currency, moved.cell, moved.changed_by,
        count(distinct other.source)::integer as lineages, min(other.changed_by) as first_seen_on, arg_min(other.source, (other.changed_by, other.source)) as first_seen_in,
    from moved
    join int_price__change as other
        on other.model = moved.model and other.channel = moved.channel and other.currency = moved.currency and other.cell = moved.cell
        and abs(ln((other.native_after / moved.native_after)::double)) <= 0.01
    left join int_price__catch_up as late
        on late.source = other.source and late.sheet = other.sheet and late.provider = other.provider and late.source_model = other.source_model
        and late.channel = other.channel and late.currency = other.currency and late.cell = other.cell and late.changed_by = other.changed_by
    where abs(datediff('day', other.changed_by, moved.changed_by)) <= 60 or late.moved_on = moved.changed_by
    group by all
),
correction as (
    select model, try_cast(day as date) as day from seed.events where kind = 'catalogue_correction' and model is not null
)
select
    strftime(coalesce(late.moved_on, corroborated.first_seen_on, moved.changed_by), '%Y-%m-%d') || '-' || coalesce(replace(moved.model, '/', '-'), moved.provider || '-' || moved.source_model)
        as event_id,
    moved.model, moved.title, moved.lab, moved.country, moved.channel, moved.variant, moved.provider, moved.source_model, moved.source, moved.sheet,
    moved.lineage, moved.cell, moved.meter, moved.service_tier, moved.time_window, moved.min_input_tokens, moved.currency,
    moved.amount_before, moved.amount_after, moved.native_before, moved.native_after, moved.usd_before, moved.usd_after, moved.change,
    case
        when moved.nature = 'meter_split' then 'catalogue_correction'
        when list_bool_or([abs((1 + moved.change) * unit - 1) <= 0.06 for unit in [1e3, 1e6, 1e-3, 1e-6]]) then 'catalogue_correction'
        when moved.nature <> 'move' then moved.nature
        when moved.channel not in ('lab-direct', 'lab-cn') then 'host_move'
        when exists (
            select 1 from correction
            where correction.model = moved.model and abs(datediff('day', correction.day, moved.changed_by)) <= 21
        ) then 'catalogue_correction'
        when flicker.changed_by is not null then 'flicker'
        when late.moved_on is not null then 'catch_up'
        when moved.change < 0 then 'cut' else 'rise'
    end as kind,
    moved.changed_after, moved.changed_by, moved.known_at, greatest(corroborated.lineages, if(late.moved_on is null, 1, 2)) as lineages,
    greatest(corroborated.lineages, if(late.moved_on is null, 1, 2)) < 2 as is_provisional,
    coalesce(late.moved_on, corroborated.first_seen_on) as first_seen_on, coalesce(late.moved_in, corroborated.first_seen_in) as first_seen_in,
    moved.snapshot_before, moved.snapshot_after,
from moved
left join corroborated using (source, sheet, provider, source_model, channel, currency, cell, changed_by)
left join int_price__catch_up as late using (source, sheet, provider, source_model, channel, currency, cell, changed_by)
left join int_price__flicker as flicker using (source, sheet, provider, source_model, channel, currency, cell, changed_by)
