-- A price that one source shows for at most three looks and a month, before and after which it shows the former one: put in and taken out.
-- - Another source states the cell through those days, and none comes to the amount: nothing moved but the source.
-- - The lab's own page is believed: what it shows was asked.
-- - Both moves are named: `changed_by` is the day of the first and of the second.
-- grain: source, sheet, provider, source_model, channel, currency, cell, changed_by
with spell as (
    select *, lag(native) over cell as native_before, lead(native) over cell as native_next, lag(to_day) over cell as former_to_day,
        lead(from_day) over cell as next_from_day,
    from int_price__cell_spell
    where channel in ('lab-direct', 'lab-cn') and status = 'listed' and native > 0 and billed_unit = 'million_tokens' and list_or_effective = 'list'
    window cell as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
shown as (
    select * from spell
    where native_before = native_next and native <> native_before and former_to_day = from_day and to_day = next_from_day
        and looks <= 3 and to_day - from_day <= 31 and lineage not in ('lab', 'curated') and source <> 'curated-prices'
),
alone as (
    select shown.*
    from shown
    join int_list_price__statement as other using (model, channel, currency, cell)
    where other.source <> shown.source and other.from_day <= shown.to_day and other.until_day >= shown.from_day
    group by all
    having count(*) filter (abs(ln((other.native / shown.native)::double)) <= 0.01) = 0
)
select distinct source, sheet, provider, source_model, channel, currency, cell, unnest([from_day, to_day]) as changed_by
from alone
