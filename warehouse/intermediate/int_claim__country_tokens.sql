-- Tokens of Chinese or of US models in one week on one basis, in trillions, as claims read them.
-- - Nine largest models of the weekly chart, and the daily top 50: the bases are never mixed.
-- grain: week, basis, country
-- materialized: view
select
    week,
    basis,
    country,
    tokens / 1e12 as trillion,
    format('{}% of all tokens that week', round(100 * tokens / total_tokens, 1)) as of_all,
    format('{} trillion', round(tokens / 1e12, 3)) as said,
from mart_token_share__country_week
where country in ('CN', 'US') and basis in ('top9_models', 'top50_daily')
