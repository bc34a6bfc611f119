-- Share of cuts of half or more of a Chinese lab's list cell that a rise of the cell follows within a year, in per
-- cent.
-- - A cell that several sheets show is counted once: the first sheet that shows the cut.
-- - Described only: a rise may have other causes, and the year is not over for the newest cuts.
with move as (
    select model, channel, cell, currency, kind, change, changed_by
    from mart_price_cut__model_meter_day
    where country = 'CN' and channel in ('lab-direct', 'lab-cn') and kind in ('cut', 'rise')
),

cut as (
    select model, channel, cell, currency, min(changed_by) as day
    from move
    where kind = 'cut' and change <= -0.5
    group by model, channel, cell, currency
),

followed as (
    select
        cut.*,
        exists (
            from move
            where
                move.kind = 'rise'
                and (move.model, move.channel, move.cell, move.currency)
                = (cut.model, cut.channel, cut.cell, cut.currency)
                and move.changed_by > cut.day
                and move.changed_by <= cut.day + 365
        ) as is_raised,
    from cut
)

select
    'cuts of half or more' as reading,
    100.0 * count(*) filter (is_raised) / count(*) as measured,
    format('{} of {} cells', count(*) filter (is_raised), count(*)) as detail,
from followed
having count(*) > 0
