-- China's and America's part of the spend that a gateway publishes, in a week, as the spend shares have it.
-- - `low` and `high` give what the gateway does not list or name wholly to the one side or the other; over a tenth of all makes a range.
-- - A country without spend among the listed has 0: the list was seen.
-- grain: basis, week, country
-- assert: low <= share and share <= high or share is null
with sheet as (
    select distinct source, week, unnest(['CN', 'US', 'EU', 'other', 'unlisted', 'unnamed']) as country
    from int_published_share__country_week
    where metric = 'spend'
),
gateway as (
    select source, week, country, max(days) as days, coalesce(sum(share) filter (metric = 'spend'), 0) as spend,
        coalesce(sum(share) filter (metric = 'tokens'), 0) as tokens,
    from sheet
    left join int_published_share__country_week using (source, week, country)
    group by all
),
pair as (
    select *, sum(spend) filter (country in ('CN', 'US')) over sheet as pair_spend, sum(tokens) filter (country in ('CN', 'US')) over sheet as pair_tokens,
        coalesce(sum(spend) filter (country in ('unlisted', 'unnamed')) over sheet, 0) as rest, sum(spend) over sheet as whole,
        coalesce(sum(spend) filter (country = 'unlisted') over sheet, 0) as unlisted,
    from gateway
    window sheet as (partition by source, week)
)
select 'vercel_models' as basis, 'cn_plus_us' as denominator, week, country, spend / nullif(pair_spend, 0) as share,
    spend / nullif(pair_spend + rest, 0) as low, (spend + rest) / nullif(pair_spend + rest, 0) as high, rest > 0.1 * whole as is_range,
    tokens / nullif(pair_tokens, 0) as token_share, false as is_missing, 1 - unlisted / whole as coverage, 'unknown' as unnamed,
    max(days) over (partition by source, week) as days,
from pair
where country in ('CN', 'US')
