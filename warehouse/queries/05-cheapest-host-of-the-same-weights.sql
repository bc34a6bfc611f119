-- Who asked least for the same open weights on 1 September 2026, and how far was that from the middle of the hosts?
-- 2026年9月1日，同一套开放权重由谁卖得最便宜，与各托管商的中位价相差多少？
-- - Not the lab's list, and not equal service: speed, uptime and precision differ. An empty precision was not stated.
-- - 不是厂商标价，服务也不相同：速度、可用率和精度各异。精度为空表示未公布。
select title, country, hosts, host, quantization, min_usd_per_mtok::double as min_usd_per_mtok, median_usd_per_mtok::double as median_usd_per_mtok,
    round(median_usd_per_mtok / min_usd_per_mtok, 2) as median_to_min,
from mart_cheapest_host__model_meter_day
where day = '2026-09-01' and cell = 'output' and hosts >= 5 and min_usd_per_mtok > 0
order by median_to_min desc, title
limit 20;
