-- One day of the daily token ranking as one body lists it: by lab or by model, with everything below the list as `other`.
-- - A body that names labs is a listing by lab; its `other` row is what lies below the 50th model.
-- - Only the licensed daily ranking: pages and samples of other sources are bases of their own and never enter.
-- - Rows of sources that may not be redistributed stop here.
-- grain: snapshot, day, subject, name
-- assert: tokens >= 0
with marked as (
    select *, bool_or(subject = 'lab') over (partition by snapshot) as by_lab
    from raw.usage
    where source = 'openrouter-rankings-daily' and subject in ('model', 'lab', 'other') and metric = 'tokens' and unit = 'tokens' and period = 'day'
        and source not in (select source from raw.source where not redistribute)
)
select source, snapshot, day, case when by_lab then 'lab' else 'model' end as listing, subject, name,
    cast(amount as bigint) as tokens, coalesce(as_of, observed_on::varchar) as as_of, fetched_at,
from marked
