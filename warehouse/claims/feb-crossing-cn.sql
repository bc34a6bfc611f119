-- Tokens of Chinese models in the week of 9 February 2026, in trillions.
-- - Nine largest models of the weekly chart, and the daily top 50: the bases are never mixed.
-- - A hundredth of a trillion: the sentence prints two decimals.
select basis as reading, trillion as measured, of_all as detail
from int_claim__country_tokens
where week = date '2026-02-09' and country = 'CN'
order by basis desc
