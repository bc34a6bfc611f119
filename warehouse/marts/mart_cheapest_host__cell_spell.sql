-- Lowest and median price that hosts and routers ask for the weights of one model, per cell, over a stretch of days.
-- - A second series beside the list price, never joined to it; a change here is no event of the lab.
-- - Quantisation and uptime are not stated by the sources of this archive: `quantization` is `unknown` and the mark is hollow.
-- grain: model, cell, from_day
-- assert: min_usd_per_mtok > 0
-- assert: min_usd_per_mtok <= median_usd_per_mtok
-- assert: hosts >= 1
with day as (
    select model, cell, from_day, any_value(to_day) as to_day, any_value(title) as title, any_value(lab) as lab, any_value(country) as country,
        any_value(meter) as meter, min(usd) as min_usd, median(usd)::decimal(18, 10) as median_usd, count(distinct provider)::integer as hosts,
        arg_min(provider, (usd, provider, source)) as host, max(last_seen_on) as last_seen_on, arg_min(snapshot, (usd, provider, source)) as snapshot,
    from int_host_price__interval
    group by model, cell, from_day
),
marked as (
    select *, lag(to_day) over cell is distinct from from_day or lag(min_usd) over cell is distinct from min_usd
        or lag(median_usd) over cell is distinct from median_usd or lag(host) over cell is distinct from host
        or lag(hosts) over cell is distinct from hosts as is_start,
    from day
    window cell as (partition by model, cell order by from_day)
),
numbered as (
    select *, sum(is_start::integer) over (partition by model, cell order by from_day) as spell from marked
)
select model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, cell, any_value(meter) as meter,
    any_value(min_usd) as min_usd_per_mtok, any_value(median_usd) as median_usd_per_mtok, any_value(hosts) as hosts, any_value(host) as host,
    'unknown' as quantization, min(from_day) as from_day, nullif(max(to_day), date '9999-12-31') as to_day, max(last_seen_on) as last_seen_on,
    arg_min(snapshot, from_day) as snapshot,
from numbered
group by model, cell, spell
