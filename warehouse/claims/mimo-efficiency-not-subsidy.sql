-- Other companies that sell MiMo-V2.5's weights at the lab's output price or less, 30 and 90 days after the cut of
-- 27 May 2026.
-- - Endpoints whose host is not the lab; the newest look within 45 days of the day.
-- - Two or more: one may subsidise as well.
with day as (
    select unnest([date '2026-06-26', date '2026-08-25']) as day
),

look as (
    select day.day, max(host.day) as seen_on
    from day
    inner join mart_host_price__model_host_day as host
        on host.model = 'xiaomi/mimo-v2.5' and abs(host.day - day.day) <= 45
    group by day.day
)

select
    format('{} days after', look.day - date '2026-05-27') as reading,
    count(distinct host.host) filter (not host.is_own_lab and host.output_usd_per_mtok <= 0.28) as measured,
    format('endpoints of {}', look.seen_on) as detail,
from look
inner join mart_host_price__model_host_day as host on host.model = 'xiaomi/mimo-v2.5' and host.day = look.seen_on
group by look.day, look.seen_on
order by look.day
