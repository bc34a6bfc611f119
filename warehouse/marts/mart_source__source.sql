-- One source: its kind, terms and attribution line, and how much of it is in this release.
-- grain: source
with row_count as (
    select source, count(*) as rows, min(observed_on) as first_day, max(observed_on) as last_day from (
        select source, observed_on from raw.price
        union all
        select source, observed_on from raw.model
        union all
        select source, day from raw.usage
        union all
        select source, coalesce(scored_on, observed_on) from raw.score
    ) group by source
)
select source.source, source.title, source.kind, source.lineage, source.homepage, source.licence, source.attribution, source.redistribute,
    source.cadence_days, source.forgets_after_days, source.needs_key, coalesce(row_count.rows, 0)::integer as rows, row_count.first_day,
    row_count.last_day,
from raw.source as source
left join row_count using (source)
