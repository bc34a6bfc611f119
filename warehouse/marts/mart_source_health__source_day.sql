-- State of one source on one day on which it was looked at, and on the day of the build.
-- - States, the first that applies: held, silent zero, shape, drop, stale, late, fresh; `archive` where only shipped rows are in use; `never`.
-- - Age counts from the newest good look to the day of the build.
-- grain: source, day
-- assert: state in ('held', 'silent zero', 'shape', 'drop', 'stale', 'late', 'fresh', 'archive', 'failed', 'never')
with build_day as (
    select max(built_on) as today from raw.build
),
looked as (
    select source, fetched_at::date as day, count(*)::integer as looks,
        count(*) filter (state in ('good', 'unchanged', 'archive'))::integer as good,
        sum(rows) filter (state in ('good', 'archive'))::integer as rows, sum(rejected)::integer as rejected,
        arg_max(state, fetched_at) as newest_state, arg_max_null(reason, fetched_at) as reason, arg_max_null(rows, fetched_at) as newest_rows,
        max(fetched_at) filter (state in ('good', 'unchanged', 'archive')) as newest_good_at,
    from raw.look
    group by source, fetched_at::date
),
usual as (
    select *, median(rows) over (partition by source order by day rows between 7 preceding and 1 preceding) as usual_rows,
        max(newest_good_at) over (partition by source order by day) as last_good_at,
    from looked
),
dated as (
    select source.source, source.title, source.kind, source.cadence_days, source.forgets_after_days, build_day.today as day, usual.looks, usual.good,
        usual.rows, usual.rejected, usual.newest_state, usual.reason, usual.usual_rows,
        (select max(fetched_at) from raw.look as look where look.source = source.source and state in ('good', 'unchanged', 'archive')) as newest_at,
        (select bool_and(state = 'archive') from raw.look as look where look.source = source.source) as is_archive_only,
        usual.day is not null as was_looked_at,
    from raw.source as source
    cross join build_day
    left join usual on usual.source = source.source and usual.day = build_day.today
    union all by name
    select source.source, source.title, source.kind, source.cadence_days, source.forgets_after_days, usual.day, usual.looks, usual.good,
        usual.rows, usual.rejected, usual.newest_state, usual.reason, usual.usual_rows, usual.last_good_at as newest_at,
        usual.newest_state = 'archive' as is_archive_only, true as was_looked_at,
    from usual
    join raw.source as source using (source)
    cross join build_day
    where usual.day <> build_day.today
),
aged as (
    select *, datediff('day', newest_at::date, day) as age_days from dated
)
select source, title, kind, day, coalesce(looks, 0) as looks, coalesce(good, 0) as good, rows, rejected,
    case
        when newest_at is null and newest_state is null then 'never'
        when newest_state = 'held' and (reason like 'silent zero%' or reason like 'zeros%') then 'silent zero'
        when newest_state = 'held' and reason like 'shape%' then 'shape'
        when newest_state = 'held' and reason like 'drop%' then 'drop'
        when newest_state = 'held' then 'held'
        when newest_state = 'failed' then 'failed'
        when newest_at is null then 'never'
        when is_archive_only then 'archive'
        when rows < 0.7 * usual_rows then 'drop'
        when age_days > 2 * greatest(cadence_days, 1) then 'stale'
        when age_days > greatest(cadence_days, 1) then 'late'
        else 'fresh'
    end as state,
    newest_at, age_days, cadence_days, forgets_after_days - age_days as forgets_in_days, if(newest_state in ('held', 'failed', 'skipped'), reason, null) as reason,
    was_looked_at,
from aged
