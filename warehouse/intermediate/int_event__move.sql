-- One move of one cell of a lab's own list: the price before, the price after, and which sources show it.
-- - A source that comes to the same amount within 90 days of another shows the same move, late; it is no second move.
-- - A source that catches up later still shows it too: `shown_on` has the day of each.
-- - Where several sources show the move on its first day the lab's own word as cited counts, then the first source by name.
-- grain: model, channel, currency, cell, first_seen_on
-- assert: native_before > 0 and native_after > 0
with told as (
    select * from mart_price_cut__model_meter_day
    where channel in ('lab-direct', 'lab-cn') and model is not null and kind in ('cut', 'rise', 'catalogue_correction', 'catch_up')
),
first as (
    select * from told
    where kind <> 'catch_up' and not exists (
        select 1 from told as earlier
        where earlier.model = told.model and earlier.channel = told.channel and earlier.currency = told.currency and earlier.cell = told.cell
            and earlier.source <> told.source and abs(ln((earlier.native_after / told.native_after)::double)) <= 0.01
            and earlier.changed_by < told.changed_by and earlier.changed_by >= told.changed_by - 90
    )
    qualify row_number() over (
        partition by model, channel, currency, cell, changed_by
        order by (lineage in ('lab', 'curated')) desc, variant = 'alias', source, provider, source_model
    ) = 1
)
select first.* exclude (event_id, lineages, is_provisional, first_seen_on, first_seen_in, known_at), first.changed_by as first_seen_on,
    list_sort(list_distinct(list(shown.source))) as shown_by, list_sort(list_distinct(list(shown.changed_by))) as shown_on,
    min(shown.known_at) as known_at,
from first
join mart_price_cut__model_meter_day as shown
    on shown.model = first.model and shown.channel = first.channel and shown.currency = first.currency and shown.cell = first.cell
    and abs(ln((shown.native_after / first.native_after)::double)) <= 0.01
where shown.kind in ('cut', 'rise', 'catalogue_correction') and shown.changed_by between first.changed_by and first.changed_by + 90
    or shown.kind = 'catch_up' and shown.first_seen_on = first.changed_by
group by all
