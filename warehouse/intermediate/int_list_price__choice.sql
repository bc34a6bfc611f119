-- The list price of a cell between two neighbouring days of change: the statement that most sources share or later come to.
-- - Two amounts agree within 1 %. A source whose next amount agrees was late: the pair is `explained`, not `disputed`.
-- - The price was last seen where any source that agrees last saw it.
-- - Ties go to the lab's own word as cited, then to the newest statement, then to the source seen last.
-- grain: model, channel, currency, cell, from_day
with support as (
    select mine.*,
        count(*) as sources,
        count(*) filter (abs(ln(mine.native / other.native)) <= 0.01) as agreeing,
        count(*) filter (abs(ln(mine.native / other.native)) <= 0.01 or coalesce(abs(ln(mine.native / nullif(other.next_native, 0))) <= 0.01, false))
            as supporting,
        max(other.last_seen_on) filter (abs(ln(mine.native / other.native)) <= 0.01) as seen_until,
        min(other.usd) as low_usd, max(other.usd) as high_usd,
    from int_list_price__interval as mine
    join int_list_price__interval as other using (model, channel, currency, cell, from_day)
    group by all
)
select * exclude (supporting, agreeing, seen_until) replace (greatest(last_seen_on, seen_until) as last_seen_on),
    case when sources = 1 then 'single' when agreeing = sources then 'agree' when supporting = sources then 'explained' else 'disputed' end as agreement,
    agreeing::integer as agreeing,
from support
qualify row_number() over (
    partition by model, channel, currency, cell, from_day
    order by supporting desc, (lineage in ('lab', 'curated')) desc, spell_from_day desc, last_seen_on desc, source, provider
) = 1
