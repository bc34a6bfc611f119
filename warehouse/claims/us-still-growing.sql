-- Growth of US tokens, and fall of the matched index of US list prices, both in per cent.
-- - Weeks of 9 February and 18 May 2026 in the daily top 50; first and last published week of the chained index.
-- - Both above zero: the sentence makes two statements.
with growth as (
    select
        'growth of tokens' as reading,
        100 * (max(tokens) filter (week = date '2026-05-18') / max(tokens) filter (week = date '2026-02-09') - 1)
            as measured,
        format(
            '{} to {} trillion',
            round(max(tokens) filter (week = date '2026-02-09') / 1e12, 3),
            round(max(tokens) filter (week = date '2026-05-18') / 1e12, 3)
        ) as detail,
    from mart_token_share__country_week
    where basis = 'top50_daily' and country = 'US'
),

price as (
    select
        'fall of matched prices' as reading,
        100 * (1 - last(index order by week) / first(index order by week)) as measured,
        format('index from {} to {}', min(week), max(week)) as detail,
    from mart_price_index__country_week
    where country = 'US' and formula = 'fisher' and item_kind = 'component' and index_kind = 'chained' and is_published
)

from growth
union all
from price
order by reading desc
