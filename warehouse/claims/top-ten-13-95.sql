-- Tokens of the ten largest models in the week of 16 February 2026, in trillions.
-- - Ten largest by the weekly chart; the whole platform is in the detail and is not what the sentence says.
-- - A hundredth of a trillion: the sentence prints two decimals.
with platform as (
    select max(total_tokens) / 1e12 as tokens
    from mart_token_share__country_week
    where week = date '2026-02-16' and basis = 'all_tokens'
)

select
    'ten largest models' as reading,
    sum(tokens order by country) / 1e12 as measured,
    format('the whole platform has {} trillion', (select round(tokens, 3) from platform)) as detail,
from mart_spend_share__country_week
where week = date '2026-02-16' and basis = 'top10_models'
having count(*) > 0
