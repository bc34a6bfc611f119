-- Chinese share of tokens less the most that the Chinese share of implied spend can be, in points, by week, as claims read it.
-- - Ten largest models; weeks whose share may not be published are left out.
-- grain: reading
-- materialized: view
select
    week::varchar as reading,
    100 * (token_share - high) as measured,
    format('{}% of tokens, {} to {}% of spend', round(100 * token_share, 1), round(100 * low, 1), round(100 * high, 1))
        as detail,
from mart_spend_share__country_week
where country = 'CN' and share is not null
