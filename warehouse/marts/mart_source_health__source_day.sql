-- State of one source on one day on which it was looked at, and on the day of the build.
-- - States, the first that applies: silent zero, shape, drop or held (the newest body is in quarantine), never, archive (only shipped rows
--   are in use), drop, stale, late, fresh. A held body stays the state until a good one follows, however long ago it came.
-- - A look that failed is no state of its own: the source ages, and the reason stands beside its state.
-- - Of a held body of a source that may not be redistributed only the kind of the reason is told.
-- - A commit of a repository's past is history and no look at the source as it is.
-- - Age counts from the newest good look to the day of the row; what is forgotten counts from the newest body, held or not: it is kept.
-- sources: none
-- grain: source, day
-- assert: state in ('held', 'silent zero', 'shape', 'drop', 'stale', 'late', 'fresh', 'archive', 'never')
with look as (
    select source, fetched_at, fetched_at::date as day, state, reason, rows, rejected,
        state in ('good', 'unchanged', 'archive') as is_good, state in ('good', 'unchanged', 'archive', 'held') as has_body,
    from raw.look
    where url not like 'git:%'
),
frame as (
    select source, day from look
    union
    select source, built_on from raw.source cross join raw.build
),
of_day as (
    select source, day, count(*)::integer as looks, count(*) filter (is_good)::integer as good, sum(rows) filter (is_good)::integer as rows,
        sum(rejected)::integer as rejected,
    from look
    group by source, day
),
until_day as (
    select frame.source, frame.day, arg_max(look.state, look.fetched_at) filter (look.has_body) as body_state,
        arg_max_null(look.reason, look.fetched_at) filter (look.has_body) as body_reason, arg_max(look.state, look.fetched_at) as newest_state,
        arg_max_null(look.reason, look.fetched_at) as newest_reason, max(look.fetched_at) filter (look.is_good) as newest_at,
        max(look.fetched_at) filter (look.has_body) as kept_at,
        bool_and(look.state = 'archive') filter (look.has_body) as is_archive_only,
        arg_max(look.rows, look.fetched_at) filter (look.state = 'good') as newest_rows,
        median(look.rows) filter (look.state = 'good' and look.day >= frame.day - 10) as usual_rows,
    from frame
    left join look on look.source = frame.source and look.day <= frame.day
    group by frame.source, frame.day
),
aged as (
    select *, datediff('day', newest_at::date, day) as age_days from until_day
)
select aged.source, source.title, source.kind, aged.day, coalesce(of_day.looks, 0) as looks, coalesce(of_day.good, 0) as good, of_day.rows,
    of_day.rejected,
    case
        when body_state = 'held' and (body_reason like 'silent zero%' or body_reason like 'zeros%') then 'silent zero'
        when body_state = 'held' and body_reason like 'shape%' then 'shape'
        when body_state = 'held' and body_reason like 'drop%' then 'drop'
        when body_state = 'held' then 'held'
        when newest_at is null then 'never'
        when is_archive_only then 'archive'
        when newest_rows < 0.7 * usual_rows then 'drop'
        when age_days > 2 * greatest(source.cadence_days, 1) then 'stale'
        when age_days > greatest(source.cadence_days, 1) then 'late'
        else 'fresh'
    end as state,
    newest_at, age_days, source.cadence_days,
    (source.forgets_after_days - datediff('day', kept_at::date, aged.day))::integer as forgets_in_days,
    case when newest_state in ('failed', 'skipped') then newest_reason when body_state = 'held' then
        if(source.redistribute, body_reason, split_part(body_reason, ':', 1)) end as reason,
    of_day.looks is not null as was_looked_at,
from aged
join raw.source as source using (source)
left join of_day on of_day.source = aged.source and of_day.day = aged.day
