-- Tokens of one request from one app in one week: mean over all its requests, of apps that let themselves be seen.
-- - A sample: being listed is the app's choice. An app is its id: two may call themselves the same.
-- - Rows of sources that may not be redistributed stop here. Empty without a key: no public copy of the ranking is shipped.
-- grain: source, week, app_id
-- assert: tokens_per_request > 0
with counted as (
    select source, day as week, slice as app_id, name as app, metric, amount::hugeint as amount, as_of, snapshot,
    from raw.usage
    where subject = 'app' and metric in ('tokens', 'requests') and period = 'week' and slice is not null
        and source not in (select source from raw.source where not redistribute)
    qualify dense_rank() over (partition by source, day order by coalesce(as_of, '') desc, fetched_at desc, snapshot) = 1
)
select source, week, app_id, any_value(app) as app, (sum(amount) filter (metric = 'tokens'))::bigint as tokens,
    (sum(amount) filter (metric = 'requests'))::bigint as requests,
    (sum(amount) filter (metric = 'tokens'))::double / (sum(amount) filter (metric = 'requests'))::double as tokens_per_request,
    any_value(as_of) as as_of, any_value(snapshot) as snapshot,
from counted
group by source, week, app_id
having sum(amount) filter (metric = 'tokens') > 0 and sum(amount) filter (metric = 'requests') > 0
