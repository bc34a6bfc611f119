-- Days from the cut of MiMo-V2.5 and V2.5-Pro to the first list price cut of a US lab.
-- - The lab's own lists; what came next is not what was caused, and placebo days are in the detail.
-- - Within ninety days points the way of the sentence; whether it had to come is not measured, so described only.
select
    response.model as reading,
    response.days_to_answer as measured,
    format(
        '{} by {}; {}% of other weeks are followed as fast',
        answered_by, answered_by_lab, round(100 * placebo_share)
    ) as detail,
    reason,
from mart_price_response__event as response
where response.event_on = date '2026-05-27' and response.lab = 'Xiaomi' and response.rival = 'US'
order by response.event
