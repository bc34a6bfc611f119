-- Largest cut of a single cell of a Chinese lab's own list in the 60 days before, in per cent.
-- - Cuts that the marts class as cuts; the cell is named, since one cell is not a whole list.
-- - Half a point: the sentence says up to.
select
    'largest cell' as reading,
    -100 * change as measured,
    format('{} {}: {} to {} {} on {}', title, cell, native_before::double, native_after::double, currency, changed_by)
        as detail,
from mart_price_cut__model_meter_day
where
    country = 'CN'
    and channel in ('lab-direct', 'lab-cn')
    and kind = 'cut'
    and changed_by between date '2026-05-30' - 60 and date '2026-05-30'
order by change, currency desc, cell, model
limit 1
