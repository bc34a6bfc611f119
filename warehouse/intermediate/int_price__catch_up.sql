-- A move by which a source comes to what the other sources have long said: it was late, and the price had moved before.
-- - An earlier move to the same amount, within 1 % and in the same direction, stands in another source; this one still showed the former
--   amount more than a week after it.
-- - On the day before, more of the other sources said the new amount than any other.
-- - `moved_on` and `moved_in` are the earliest such move: the day and the source to which this one is dated.
-- grain: source, sheet, provider, source_model, channel, currency, cell, changed_by
-- assert: moved_on + 7 < changed_by
with change as (
    select * from int_price__change where nature = 'move' and channel in ('lab-direct', 'lab-cn') and model is not null
),
late as (
    select late.source, late.sheet, late.provider, late.source_model, late.model, late.channel, late.currency, late.cell, late.changed_by,
        late.native_after, min(early.changed_by) as moved_on, arg_min(early.source, (early.changed_by, early.source)) as moved_in,
    from change as late
    join change as early using (model, channel, currency, cell)
    where early.source <> late.source and early.changed_by + 7 < late.changed_after
        and abs(ln((early.native_after / late.native_after)::double)) <= 0.01
        and (early.native_after > early.native_before) = (late.native_after > late.native_before)
    group by all
)
select late.source, late.sheet, late.provider, late.source_model, late.channel, late.currency, late.cell, late.changed_by, late.moved_on, late.moved_in,
    count(distinct other.source)::integer as others,
from late
join int_list_price__statement as other
    on other.model = late.model and other.channel = late.channel and other.currency = late.currency and other.cell = late.cell
    and other.source <> late.source and other.from_day < late.changed_by and other.until_day >= late.changed_by
group by all
having 2 * count(distinct other.source) filter (abs(ln((other.native / late.native_after)::double)) <= 0.01) > count(distinct other.source)
