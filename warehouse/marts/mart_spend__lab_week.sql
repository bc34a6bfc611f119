-- Implied spend on the models of one lab among the ten largest of a week, an estimate at the router's headline prices.
-- - Cached tokens are billed once. `share` is of the spend of all ten; `low` and `high` replace imputed cache prices by the input price.
-- - Spend on models of no public lab (`unnamed`) may be any lab's: `high` adds it, `unnamed` keeps a row of its own.
-- - A week in which more than half of the models have no counts is missing, with its reason, and so is a lab of which none has. Free models spend 0.
-- - `coverage` is the tokens of the ten over all tokens of the week: what a lab earns below the list is not seen, and the band does not hold it.
-- - Sums run in order of name: dollars are floating, and the same rows must give the same digits.
-- grain: basis, week, lab
-- assert: share between low and high or share is null
-- assert: high <= 1 + 1e-9 or high is null
-- assert: is_missing = (reason is not null)
with model_spend as (
    select week, slug, if(country = 'unknown' or lab is null, 'unnamed', lab) as lab,
        if(country = 'unknown' or lab is null, 'unnamed', country) as country,
        tokens, usd_spend, usd_spend_cache_at_input, is_missing,
    from int_spend__model_week
),
weekly as (
    select week, lab, any_value(country) as country, sum(usd_spend order by slug) as usd_spend,
        sum(usd_spend_cache_at_input order by slug) as usd_spend_cache_at_input, sum(tokens)::bigint as tokens, count(*)::integer as models,
    from model_spend
    group by week, lab
),
total as (
    select week, 2 * count(*) filter (is_missing) > count(*) as is_missing, sum(usd_spend order by slug) as usd_spend,
        sum(usd_spend_cache_at_input order by slug) as usd_spend_cache_at_input, sum(tokens) as tokens,
        coalesce(sum(usd_spend order by slug) filter (lab = 'unnamed'), 0) as unnamed_usd_spend,
    from model_spend
    group by week
),
shared as (
    select weekly.*, total.is_missing as is_week_missing, total.is_missing or weekly.usd_spend is null as is_missing,
        weekly.usd_spend / nullif(total.usd_spend, 0) as share,
        weekly.usd_spend_cache_at_input / nullif(total.usd_spend_cache_at_input, 0) as share_cache_at_input,
        if(lab = 'unnamed', 0, total.unnamed_usd_spend / nullif(total.usd_spend, 0)) as unnamed_share,
        total.tokens / nullif(platform.total_tokens, 0) as coverage,
    from weekly
    join total using (week)
    left join int_tokens__platform_week as platform using (week)
)
select 'top10_models' as basis, week, lab, country, if(is_missing, null, usd_spend) as usd_spend, if(is_missing, null, share) as share,
    if(is_missing, null, least(share, share_cache_at_input)) as low,
    if(is_missing, null, least(1, greatest(share, share_cache_at_input) + unnamed_share)) as high, tokens, models, coverage, is_missing,
    case when is_week_missing then 'more than half of the models have no token counts'
        when is_missing then 'no model of the lab has token counts' end as reason,
from shared
