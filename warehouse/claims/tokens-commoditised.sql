-- Median price spread of the same weights across hosts, newest three months less first three.
-- - Output and input; dearest over cheapest host of a model.
-- - Below zero: the spread of a commodity falls.
with placed as (
    select
        meter,
        month,
        median_spread::double as spread,
        row_number() over (partition by meter order by month) as since_first,
        row_number() over (partition by meter order by month desc) as since_last,
        count(*) over (partition by meter) as months,
    from mart_host_spread__month
    where median_spread is not null and meter in ('input', 'output')
)

select
    meter as reading,
    avg(spread order by month) filter (since_last <= 3) - avg(spread order by month) filter (since_first <= 3)
        as measured,
    format(
        '{} to {}',
        round(avg(spread order by month) filter (since_first <= 3), 2),
        round(avg(spread order by month) filter (since_last <= 3), 2)
    ) as detail,
from placed
where months >= 6
group by meter
order by meter
