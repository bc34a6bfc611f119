-- Every body that was captured, by its SHA-256, with what was read from it. Bodies stay in the snapshot store.
-- - Of a held body of a source that may not be redistributed only the kind of the reason is told.
-- sources: none
-- grain: source, url, fetched_at
select look.source, look.url, look.snapshot, look.fetched_at, look.observed_on, look.observed_on_basis, look.observed_on_quality, look.bytes,
    look.rows, look.rejected, look.reader, look.state,
    if(look.state = 'held' and source.redistribute is not true, split_part(look.reason, ':', 1), look.reason) as reason, source.licence,
from raw.look as look
left join raw.source as source using (source)
