-- Tokens of US models in the week of 9 February 2026, in trillions.
-- - Nine largest models of the weekly chart, and the daily top 50: the bases are never mixed.
-- - A hundredth of a trillion: the sentence prints two decimals.
select
    basis as reading,
    tokens / 1e12 as measured,
    format('{}% of all tokens that week', round(100 * tokens / total_tokens, 1)) as detail,
from mart_token_share__country_week
where week = date '2026-02-09' and country = 'US' and basis in ('top9_models', 'top50_daily')
order by basis desc
