-- One citation of curated facts, named by its hash as a captured body is: what stands behind rows that no look has read.
-- - A row of prices or scores names its citation in `snapshot`; other facts carry the citation itself.
-- grain: source, snapshot
-- assert: citation <> ''
with cited as (
    select 'curated-disclosures' as source, citation from seed.disclosures
    union all
    select 'curated-electricity', citation from seed.electricity
    union all
    select 'curated-electricity', citation from seed.electricity_prices
    union all
    select 'curated-events', citation from seed.events
    union all
    select 'curated-prices', citation from seed.prices
    union all
    select 'curated-scores', citation from seed.scores
    union all
    select 'curated-scores', citation from seed.runs
    union all
    select 'curated-scores', citation from seed.benchmark_scores
    union all
    select 'curated-scores', citation from seed.score_prices
    union all
    select 'curated-usage', citation from seed.usage_weekly
    union all
    select 'curated-usage', citation from seed.usage_mix
    union all
    select 'curated-usage', citation from seed.usage_requests
)
select 'curated:' || md5(citation) as snapshot, source, citation, count(*) as rows
from cited
group by source, citation
