-- Other companies that sell Step 3.7 Flash at its own output price or less.
-- - The newest look at the endpoints; the cost itself is not observable.
-- - Fewer than two: two who sell at the same price speak against a price below cost.
with newest as (
    select max(day) as day from mart_host_price__model_host_day where model = 'stepfun/step-3.7-flash'
)

select
    'other hosts' as reading,
    count(distinct host) filter (not is_own_lab and output_usd_per_mtok <= own) as measured,
    format('the lab asks {} on {}', max(own), max(day)) as detail,
    'no endpoint of the lab itself is collected' as reason,
from (
    select *, min(output_usd_per_mtok) filter (is_own_lab) over () as own
    from mart_host_price__model_host_day
    inner join newest using (day)
    where model = 'stepfun/step-3.7-flash'
)
having max(own) is not null
