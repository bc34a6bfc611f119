-- Change of the matched index of list prices, and cuts against rises of the labs' own lists, in per cent.
-- - First to last published week of the chained index by country; share of cuts less share of rises of a year,
--   turned round.
-- - Below zero on every reading: a war that only lowers prices leaves no other.
with price as (
    select
        'matched index ' || country as reading,
        100 * (last(index order by week) / first(index order by week) - 1) as measured,
        format('{} to {}', min(week), max(week)) as detail,
    from mart_price_index__country_week
    where formula = 'fisher' and item_kind = 'component' and index_kind = 'chained' and is_published
    group by country
),

move as (
    select
        'rises less cuts of lists' as reading,
        100.0 * (count(*) filter (kind = 'rise') - count(*) filter (kind = 'cut')) / count(*) as measured,
        format('{} rises and {} cuts', count(*) filter (kind = 'rise'), count(*) filter (kind = 'cut')) as detail,
    from mart_price_event__event
    where kind in ('rise', 'cut') and price_event_id is not null
    having count(*) > 0
)

from price
union all
from move
order by reading
