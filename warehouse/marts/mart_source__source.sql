-- One source: its kind, terms and attribution line, and how much of it is in this release. Curated seeds are sources of lineage `curated`.
-- - A curated seed is never looked at: it has no cadence and no state, and each of its rows carries its own citation.
-- - `title_zh`, `licence_zh` and `attribution_zh` say the same in simplified Chinese; a line whose wording is asked for stays as it is.
-- sources: none
-- grain: source
with counted as (
    select source, observed_on as day from raw.price
    union all
    select source, observed_on from raw.model
    union all
    select source, day from raw.usage
    union all
    select source, coalesce(scored_on, observed_on) from raw.score
    union all
    select source, observed_on from raw.endpoint
    union all
    select source, observed_on from raw.host
    union all
    select source, observed_on from raw.macro
    union all
    select source, day from raw.fx
    union all
    select 'curated-scores', try_cast(released_on as date) from seed.scores
    union all
    select 'curated-scores', scored_on::date from seed.runs
    union all
    select 'curated-scores', scored_on::date from seed.benchmark_scores
    union all
    select 'curated-scores', from_day::date from seed.score_prices
    union all
    select 'curated-prices', from_day::date from seed.prices
    union all
    select 'curated-usage', week::date from seed.usage_weekly
    union all
    select 'curated-usage', week::date from seed.usage_mix
    union all
    select 'curated-events', try_cast(day as date) from seed.events
    union all
    select 'curated-disclosures', try_cast(day as date) from seed.disclosures
    union all
    select 'curated-electricity', try_cast(year || '-01-01' as date) from seed.electricity
    union all
    select 'curated-electricity', try_cast(day as date) from seed.electricity_prices
),
row_count as (
    select source, count(*)::integer as rows, min(day) as first_day, max(day) as last_day
    from counted
    group by source
),
every as (
    select source, title, kind, lineage, homepage, licence, attribution, redistribute, cadence_days, forgets_after_days, needs_key from raw.source
    union all by name
    select source, title, kind, 'curated' as lineage, homepage, licence, attribution, true as redistribute from seed.sources
)
select
    every.*, title.zh as title_zh, licence.zh as licence_zh, attribution.zh as attribution_zh,
    coalesce(row_count.rows, 0) as rows, row_count.first_day, row_count.last_day,
from every
left join row_count using (source)
left join raw.chinese as title on title.en = every.title
left join raw.chinese as licence on licence.en = every.licence
left join raw.chinese as attribution on attribution.en = every.attribution
