-- List price of Claude Sonnet 4.5's output, in dollars per million tokens.
-- - The lab's own list, short context, standard tier; the stated day that is nearest, within two months.
-- - Exact: a list price is a printed number.
select 'list' as reading, usd as measured, detail
from int_claim__list_price
where model = 'anthropic/claude-sonnet-4.5' and cell = 'output' and abs(day - date '2026-03-31') <= 62
order by abs(day - date '2026-03-31'), day
limit 1
