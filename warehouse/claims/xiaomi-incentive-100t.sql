-- All tokens of Xiaomi's models on OpenRouter up to the end of May 2026, in trillions.
-- - Free and paid; the offer ran mostly outside the router, so this bounds its take-up from below.
-- - A lower bound can only support.
select
    'tokens on OpenRouter' as reading,
    sum(tokens order by week) / 1e12 as measured,
    format('{} weeks to the week of {}', count(*), max(week)) as detail,
from mart_tokens__lab_week
where lab = 'Xiaomi' and week <= date '2026-05-25'
having count(*) > 0
