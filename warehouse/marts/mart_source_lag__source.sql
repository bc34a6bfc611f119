-- How late each source shows the changes of price that labs date: the median and the ninth decile of its days.
-- - One change counts once a source and channel, whatever its cells: the median of them.
-- - `median_late_days` and `p90_late_days` are upper bounds, over the changes shown; `median_low_late_days` is the lower bound.
--   What a source does not show yet is counted beside them and would only make them longer.
-- grain: source, source_channel
-- assert: median_low_late_days <= median_late_days or median_late_days is null
-- assert: shown <= changes
with change as (
    select source, source_channel, model, channel, currency, by_day, median(late_days) as late_days, median(low_late_days) filter (state = 'shown') as low_late_days,
        bool_or(state = 'shown') as is_shown, bool_or(state = 'not_yet') as is_pending,
    from mart_source_lag__source_event
    group by all
)
select source, source_channel, count(*)::integer as changes, (count(*) filter (is_shown))::integer as shown,
    (count(*) filter (is_pending and not is_shown))::integer as not_yet, median(late_days) as median_late_days,
    median(low_late_days) as median_low_late_days, quantile_cont(late_days, 0.9) as p90_late_days, min(by_day) as first_day, max(by_day) as last_day,
from change
group by source, source_channel
