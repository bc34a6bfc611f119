-- List price of MiniMax-M2.5's output, in dollars per million tokens.
-- - The lab's own list, short context, standard tier; the stated day that is nearest, within two months.
-- - Within the stated range: the sentence gives its own margin.
select 'list' as reading, usd as measured, detail
from int_claim__list_price
where model = 'minimax/minimax-m2.5' and cell = 'output' and abs(day - date '2026-02-15') <= 62
order by abs(day - date '2026-02-15'), day
limit 1
