-- Every snapshot that is held back, with the reason. None of it is published; the last good one stays in use.
-- - Of a source that may not be redistributed only the kind of the reason is told: the rest may quote what it printed.
-- sources: none
-- grain: snapshot
select look.snapshot, look.source, min(look.url) as url, min(look.fetched_at) as fetched_at,
    min(if(source.redistribute, look.reason, split_part(look.reason, ':', 1))) as reason, min(decision.decision) as decision,
from raw.look as look
left join raw.source as source on source.source = look.source
left join seed.quarantine as decision on decision.snapshot = look.snapshot
where look.state = 'held' and look.snapshot is not null
group by look.snapshot, look.source
