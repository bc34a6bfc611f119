-- Growth of the router's tokens in the newest priced month since the base, in per cent, and tokens against matched
-- prices.
-- - The elasticity of the total with its sign turned: above zero when tokens rise as prices fall; none while
--   prices stand.
-- - Above zero points the way of the sentence; users, supply and models moved too, so described only.
with newest as (
    from mart_jevons__month
    where price_index is not null and tokens_index is not null
    order by month desc
    limit 1
)

select
    'growth of tokens' as reading,
    100 * (tokens_index - 1) as measured,
    format('{} times since {}, matched price {}', round(tokens_index, 1), base_month, round(price_index, 3)) as detail,
    null as reason,
from newest
union all
select 'tokens against prices', -implied_elasticity, format('to {}', month), reason
from newest
order by reading
