-- Every snapshot that is held back, with the reason. None of it is published; the last good one stays in use.
-- sources: none
-- grain: snapshot
select look.snapshot, look.source, min(look.url) as url, min(look.fetched_at) as fetched_at, min(look.reason) as reason,
    min(decision.decision) as decision,
from raw.look as look
left join seed.quarantine as decision on decision.snapshot = look.snapshot
where look.state = 'held' and look.snapshot is not null
group by look.snapshot, look.source
