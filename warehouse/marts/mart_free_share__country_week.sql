-- Free and paid tokens of one country in one week, apart, on one basis.
-- - `top10_models`: ranking tokens of the ten largest models; free is a `:free` slug or a model whose prices are 0.
-- - `top50_day`: the one listed day of the week; only a `:free` slug is known to be free, so its paid part is an upper bound.
-- - What lies below the list is neither free nor paid and stands apart as `unlisted`.
-- grain: basis, week, country
-- assert: free_share between 0 and 1 or free_share is null
-- assert: free_tokens + paid_tokens = tokens or country = 'unlisted'
with listed as (
    select 'top10_models' as basis, week, country, tokens, is_free
    from int_spend__model_week
    union all
    select 'top50_day', date_trunc('week', day)::date, if(permaslug = 'other', 'unlisted', if(variant = 'stealth', 'unknown', country)), tokens,
        coalesce(variant = 'free', false) or permaslug like '%:free',
    from mart_tokens__model_day
)
select basis, week, if(country = 'unknown', 'unnamed', country) as country, sum(tokens)::bigint as tokens,
    if(any_value(country) = 'unlisted', null, coalesce(sum(tokens) filter (is_free), 0))::bigint as free_tokens,
    if(any_value(country) = 'unlisted', null, coalesce(sum(tokens) filter (not is_free), 0))::bigint as paid_tokens,
    if(any_value(country) = 'unlisted', null, coalesce(sum(tokens) filter (is_free), 0) / sum(tokens)) as free_share,
from listed
group by basis, week, if(country = 'unknown', 'unnamed', country)
