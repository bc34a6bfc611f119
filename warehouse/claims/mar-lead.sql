-- How far the tokens of Chinese and of US models in the week of 2026-03-09 are from the stated figures, in trillions.
-- - 4.69 and 3.294 are stated; nine largest models of the weekly chart, and the daily top 50.
-- - At most a hundredth of a trillion on either figure: the sentence prints two decimals.
select basis || ' ' || country as reading, said as detail,
    round(abs(trillion - case country when 'CN' then 4.69 else 3.294 end), 6) as measured,
from int_claim__country_tokens
where week = date '2026-03-09'
order by basis desc, country
