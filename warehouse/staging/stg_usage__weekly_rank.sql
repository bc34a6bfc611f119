-- The nine or ten largest models of a week as the public ranking chart shows them.
-- - A week that the chart's own file lacks is ranked from the token mix of the same chart.
-- sources: curated-usage
-- grain: week, rank
-- assert: tokens > 0
-- assert: dayofweek(week) = 1
with chart as (
    select week::date as week, rank::integer as rank, slug, tokens::bigint as tokens, precision, citation
    from seed.usage_weekly
),
mix as (
    select week::date as week, slug, tokens::bigint as tokens, citation
    from seed.usage_mix
    where week::date not in (select week from chart)
)
select * from chart
union all by name
select week, row_number() over (partition by week order by tokens desc, slug)::integer as rank, slug, tokens, 'mix' as precision, citation
from mix
