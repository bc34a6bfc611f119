-- Yuan for one dollar on each day: the last rate on or before it, of the source that speaks first.
-- - An official rate speaks before any other while it is at most a week old: weekends and holidays take the last working day's.
-- - Past a week the newest rate speaks, so that a source that stopped does not freeze the yuan.
-- - `fx_day` is the day of the rate itself; no rate on or before a day, no row and no converted price.
-- grain: day
-- assert: fx_day <= day
with rate as (
    select stated.*, coalesce(source.lineage = 'official-statistics', false) as is_official
    from stg_fx__source_day as stated
    left join raw.source as source using (source)
),
day as (
    select unnest(generate_series((select min(day) from rate), greatest(max(built_on), (select max(day) from rate)), interval 1 day))::date as day
    from raw.build
),
candidate as (
    select day.day, each.source, rate.day as fx_day, rate.cny_per_usd, rate.is_official, rate.snapshot, rate.citation
    from day
    cross join (select distinct source from rate) as each
    asof join rate on rate.source = each.source and rate.day <= day.day
)
select day, source, fx_day, cny_per_usd, is_official, snapshot, citation
from candidate
qualify row_number() over (partition by day order by is_official and day - fx_day <= 7 desc, fx_day desc, is_official desc, source) = 1
