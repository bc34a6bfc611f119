-- Every model name that any source prints, with the days it was seen.
-- sources: none
-- grain: source, provider, name
with named as (
    select source, provider, model as name, observed_on as day from raw.price
    union all
    select source, provider, model, observed_on from raw.model
    union all
    select source, '', name, day from raw.usage where subject = 'model'
    union all
    select source, '', slice[4:], day from raw.usage where subject = 'task' and slice like 'by %'
    union all
    select source, '', model, coalesce(scored_on, observed_on) from raw.score
    union all
    select 'curated-scores', '', model_printed, scored_on::date from seed.runs
    union all
    select 'curated-prices', provider, model, from_day::date from seed.prices
    union all
    select 'curated-usage', '', slug, week::date from seed.usage_weekly
    union all
    select 'curated-usage', '', slug, week::date from seed.usage_mix
)
select source, provider, name, min(day) as first_day, max(day) as last_day, count(*) as rows
from named
group by source, provider, name
