-- How many rows of one record one source has on one day that they were observed, and how well that day is known.
-- - Only bodies whose rows are in use. A body that was looked at again and had not changed counts once.
-- grain: source, record, day, observed_on_basis, observed_on_quality
select source, record, observed_on as day, observed_on_basis, observed_on_quality, count(*)::integer as rows
from (
    select 'price' as record, source, observed_on, observed_on_basis, observed_on_quality from raw.price
    union all
    select 'model', source, observed_on, observed_on_basis, observed_on_quality from raw.model
    union all
    select 'usage', source, day, observed_on_basis, observed_on_quality from raw.usage
    union all
    select 'score', source, coalesce(scored_on, observed_on), observed_on_basis, observed_on_quality from raw.score
    union all
    select 'endpoint', source, observed_on, observed_on_basis, observed_on_quality from raw.endpoint
    union all
    select 'host', source, observed_on, observed_on_basis, observed_on_quality from raw.host
    union all
    select 'macro', source, observed_on, observed_on_basis, observed_on_quality from raw.macro
    union all
    select 'fx', source, day, observed_on_basis, observed_on_quality from raw.fx
)
group by all
