-- Every look whose rows are in use, with its place in the order of its sheet: the addresses that show one sheet again and again.
-- - A dated package is one sheet whatever its version.
-- - A source whose past is read from git is one sheet, its commits together with the address that shows the present.
-- - The last look of a day counts; of several versions of one day, the highest.
-- - A look that found nothing new counts as a sighting of the snapshot it confirms.
-- grain: source, sheet, sequence
with look as (
    select *, case when url like 'npm:%' or url like 'installed:%' or source in (select source from raw.look where url like 'git:%') then source
        else url end as sheet,
        list_transform(string_split(regexp_extract(url, '@(\d+\.\d+\.\d+)', 1), '.'), lambda part : try_cast(part as integer)) as version,
    from raw.look
    where snapshot is not null and state in ('good', 'archive', 'unchanged')
        and snapshot not in (select snapshot from raw.look where state = 'held' and snapshot is not null)
),
last_of_day as (
    select * from look
    qualify row_number() over (
        partition by source, sheet, observed_on order by version desc nulls last, fetched_at desc, url desc, snapshot
    ) = 1
)
select source, sheet, snapshot, url, observed_on as seen_on, fetched_at as known_at, observed_on_basis, observed_on_quality,
    row_number() over (partition by source, sheet order by observed_on) as sequence,
from last_of_day
