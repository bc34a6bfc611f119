-- Share of one country in the implied spend of the ten largest models of a week, an estimate at the router's headline prices.
-- - Shares are of China + US on basis `top10_models`; the token share of the same models stands beside them.
-- - A week in which more than half of the models have no counts is missing, with its reason.
-- - `low` and `high` replace imputed cache prices by the input price; a move of over 3 points makes the week a range.
-- - Basis `vercel_models` is spend as a gateway publishes it, a mean of days: there `low` and `high` give what it does not list or name to
--   either side, and the share is a range where that is over a tenth. It has no dollars, no tokens and no imputation.
-- - `source_usd_spend` is what the page's own estimate comes to; it bills cached tokens twice and stands there for comparison only.
-- - Paid figures leave free models out. `coverage` is of all tokens of the week (spend for `vercel_models`); the tail has no price, so no band.
-- - Sums run in order of name: dollars are floating, and the same rows must give the same digits.
-- grain: basis, week, country
-- assert: share between 0 and 1 or share is null
-- assert: low <= high or low is null
-- assert: is_missing = (reason is not null)
-- assert: basis is not null and denominator is not null and unnamed is not null
-- assert: coverage between 0 and 1 or coverage is null
with weekly as (
    select week, country, sum(usd_spend order by slug) as usd_spend, sum(usd_spend_cache_free order by slug) as usd_spend_cache_free,
        sum(usd_spend_cache_at_input order by slug) as usd_spend_cache_at_input, sum(usd_spend order by slug) filter (is_imputed) as imputed_usd_spend,
        sum(tokens)::bigint as tokens, sum(coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0))::bigint as analytics_tokens,
        sum(coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)) filter (not is_free)::bigint as paid_tokens,
        sum(source_usd_spend order by slug) as source_usd_spend, count(*)::integer as models, max(prices_observed_on) as prices_observed_on,
    from int_spend__model_week
    group by week, country
),
total as (
    select week, count(*) as models, count(*) filter (is_missing) as missing, sum(usd_spend order by slug) filter (is_imputed) as imputed_usd_spend,
        sum(usd_spend order by slug) as usd_spend, sum(usd_spend order by slug) filter (country in ('CN', 'US')) as pair_usd_spend,
        sum(usd_spend_cache_at_input order by slug) filter (country in ('CN', 'US')) as pair_usd_spend_cache_at_input,
        sum(tokens) filter (country in ('CN', 'US')) as pair_tokens, sum(tokens) as tokens,
        sum(coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)) filter (country in ('CN', 'US')) as pair_analytics_tokens,
        sum(coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)) filter (country in ('CN', 'US') and not is_free) as pair_paid_tokens,
    from int_spend__model_week
    group by week
),
shared as (
    select weekly.*, total.missing * 2 > total.models as is_missing,
        if(country in ('CN', 'US'), weekly.usd_spend / nullif(total.pair_usd_spend, 0), null) as share,
        if(country in ('CN', 'US'), weekly.usd_spend_cache_at_input / nullif(total.pair_usd_spend_cache_at_input, 0), null) as share_cache_at_input,
        if(country in ('CN', 'US'), weekly.tokens / total.pair_tokens, null) as token_share,
        if(country in ('CN', 'US'), weekly.analytics_tokens / nullif(total.pair_analytics_tokens, 0), null) as analytics_share,
        if(country in ('CN', 'US'), coalesce(weekly.paid_tokens, 0) / nullif(total.pair_paid_tokens, 0), null) as paid_token_share,
        total.tokens / nullif(platform.total_tokens, 0) as coverage,
        coalesce(total.imputed_usd_spend, 0) / nullif(total.usd_spend, 0) as imputed_share,
    from weekly
    join total using (week)
    left join int_tokens__platform_week as platform using (week)
)
select 'top10_models' as basis, 'cn_plus_us' as denominator, week, country, if(is_missing, null, usd_spend) as usd_spend,
    if(is_missing, null, usd_spend_cache_free) as usd_spend_cache_free,
    if(is_missing, null, usd_spend_cache_at_input) as usd_spend_cache_at_input, if(is_missing, null, source_usd_spend) as source_usd_spend,
    if(is_missing, null, share) as share, if(is_missing, null, least(share, share_cache_at_input)) as low,
    if(is_missing, null, greatest(share, share_cache_at_input)) as high,
    coalesce(not is_missing and abs(share - share_cache_at_input) > 0.03, false) as is_range, token_share,
    if(is_missing, null, imputed_share) as imputed_share, tokens, if(is_missing, null, analytics_tokens) as analytics_tokens,
    if(is_missing, null, paid_tokens) as paid_tokens, models, is_missing,
    if(is_missing, 'more than half of the models have no token counts', null) as reason, prices_observed_on,
    if(is_missing, null, analytics_share) as analytics_share, if(is_missing, null, paid_token_share) as paid_token_share,
    if(is_missing, null, usd_spend * 1e6 / nullif(paid_tokens, 0)) as paid_usd_per_mtok, coverage, 'unknown' as unnamed, null::integer as days,
from shared
union all by name
select * from int_published_spend__country_week
