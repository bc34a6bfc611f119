-- Median speed of Step 3.7 Flash by host, in tokens a second, on the newest look.
-- - As a router measures it; the fastest host counts first, the others are readings beside it.
-- - A quarter: speed moves with load.
select
    host as reading,
    throughput_p50_tokens_per_second::double as measured,
    format('looked at on {}', day) as detail,
    'no speed is stated' as reason,
from mart_host_price__model_host_day
where model = 'stepfun/step-3.7-flash'
qualify
    day = max(day) over ()
    and row_number() over (partition by host order by throughput_p50_tokens_per_second desc nulls last, tag) = 1
order by measured desc nulls last, host
