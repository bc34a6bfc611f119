-- One share of a task as the newest body of a week states it: of all classified traffic, within the task's group, or by one model.
-- - The window has seven days and begins on any day; its week is the one that holds its last day.
-- - Shares are sampled and without totals; those of a task's models need not add up to 1. Rows of sources that may not be redistributed stop here.
-- grain: source, week, task, part, name
with listed as (
    select source, snapshot, as_of, day as from_day, day + 7 as to_day, date_trunc('week', day + 6)::date as week, name as task,
        case when slice is null then 'all' when slice like 'of %' then 'group' when slice like 'by %' then 'model' else 'other' end as part,
        coalesce(slice[4:], '') as name, metric, amount::double as share,
    from raw.usage
    where subject = 'task' and period = '7_days' and unit = 'fraction' and metric in ('requests', 'tokens')
        and source not in (select source from raw.source where not redistribute)
    qualify dense_rank() over (
        partition by source, date_trunc('week', day + 6) order by day desc, coalesce(as_of, '') desc, fetched_at desc, snapshot
    ) = 1
)
select source, week, task, part, name, any_value(from_day) as from_day, any_value(to_day) as to_day,
    max(share) filter (metric = 'requests') as request_share, max(share) filter (metric = 'tokens') as token_share,
    any_value(as_of) as as_of, any_value(snapshot) as snapshot,
from listed
group by source, week, task, part, name
