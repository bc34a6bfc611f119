-- The last day on which every source that carries a price series had been looked at: medians over models end there.
-- - A source carries a series with at least a tenth of its priced models; curated facts carry none.
-- - Without this a source that pauses takes its models out of the median, and the median moves although no price did.
-- grain: series
with counted as (
    select if(channel in ('host', 'aggregator'), 'cheapest_host', 'list') as series, source, count(distinct model) as models,
        max(last_seen_on) as newest_day,
    from int_price__cell_spell
    where channel in ('lab-direct', 'host', 'aggregator') and status = 'listed' and model is not null and to_day is null and source <> 'curated-prices'
    group by all
),
weighed as (
    select *, models / sum(models) over (partition by series) as weight from counted
)
select series, min(newest_day) as until_day, arg_min(source, newest_day) as ending_source
from weighed
where weight >= 0.1
group by series
