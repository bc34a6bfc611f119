-- Parameters of the smallest model at the reference score: the earliest month in the last two years over the newest.
-- - Models of the US and of China whose parameters are published; by axis, where both months have one.
-- - Twice or more points the way of the sentence; a data centre is not a number of parameters, so described only.
with smallest as (
    select
        axis,
        month,
        min(smallest_total_parameters_b) as parameters_b,
        arg_min(smallest_title, (smallest_total_parameters_b, smallest_title)) as title,
    from mart_capability_gap__country_month
    where smallest_total_parameters_b is not null
    group by axis, month
),

newest as (
    select axis, month as until, parameters_b, title from smallest
    qualify row_number() over (partition by axis order by month desc) = 1
)

select
    newest.axis as reading,
    first(smallest.parameters_b order by smallest.month) / any_value(newest.parameters_b) as measured,
    format(
        '{} of {} billion in {} to {} of {} billion in {}',
        first(smallest.title order by smallest.month), first(smallest.parameters_b order by smallest.month),
        min(smallest.month), any_value(newest.title), any_value(newest.parameters_b), any_value(newest.until)
    ) as detail,
from newest
inner join smallest
    on smallest.axis = newest.axis
    and smallest.month < newest.until
    and strptime(smallest.month, '%Y-%m') >= strptime(newest.until, '%Y-%m') - interval 24 month
group by newest.axis
order by reading
