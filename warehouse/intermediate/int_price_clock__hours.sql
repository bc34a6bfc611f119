-- The hours of the day in which the price of one cell holds, as one sheet prints them, over a stretch of days.
-- - Hours are of their own: they can change while the price stands. The newest look counts for a day that a sheet dates itself.
-- - `headline_cell` is the cell without its hours: the one name that the prices of a day share.
-- grain: source, sheet, provider, source_model, currency, cell, from_day
-- assert: to_day > from_day or to_day is null
with printed as (
    select look.source, look.sheet, quote.provider, quote.source_model, quote.currency, quote.cell, look.sequence,
        coalesce(quote.valid_from, look.seen_on) as from_day, any_value(quote.headline_cell) as headline_cell,
        any_value(quote.time_window) as time_window,
        to_json(list_sort(list(distinct {
            'start': quote.start_local, 'end': quote.end_local, 'weekdays': quote.weekdays, 'zone': quote.time_zone,
            'calendar': quote.holiday_calendar
        })))::varchar as stretches,
    from stg_price__quote as quote
    join stg_look__sheet_look as look using (source, snapshot)
    where (quote.time_window <> 'always' or ends_with(quote.cell, '.always'))
        and (quote.valid_from is null or quote.valid_from <= look.seen_on) and quote.native is not null
    group by all
),
newest as (
    select * from printed
    qualify row_number() over (partition by source, sheet, provider, source_model, currency, cell, from_day order by sequence desc) = 1
),
changed as (
    select * from newest
    qualify stretches is distinct from lag(stretches) over (
        partition by source, sheet, provider, source_model, currency, cell order by from_day
    )
)
select source, sheet, provider, source_model, currency, cell, headline_cell, time_window, stretches, from_day,
    lead(from_day) over (partition by source, sheet, provider, source_model, currency, cell order by from_day) as to_day,
from changed
