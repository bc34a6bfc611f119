-- Median uptime of endpoints owned in the US less that of endpoints owned in China, in points, newest look.
-- - One day's uptime as the router states it; fewer than ten endpoints on a side give none.
-- - Above half a point: less is noise of one day.
select
    'US less China' as reading,
    case
        when count(uptime_1d_percent) filter (host_owner_country = 'CN') >= 10
            and count(uptime_1d_percent) filter (host_owner_country = 'US') >= 10
            then
                median(uptime_1d_percent) filter (host_owner_country = 'US')
                - median(uptime_1d_percent) filter (host_owner_country = 'CN')
    end::double as measured,
    format('{}', max(day)) as detail,
    'fewer than ten endpoints state their uptime on one side' as reason,
from mart_host_price__model_host_day
where day = (select max(day) from mart_host_price__model_host_day)
having count(*) > 0
