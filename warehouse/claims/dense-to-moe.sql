-- Share of new models known to use a part of their parameters: newest half-year less first, in points.
-- - Models whose number of parameters is published; half-years with ten or more of them; labs rarely publish either.
-- - Above zero points the way of the sentence; tokens per watt are not seen, so described only.
with half as (
    select
        left(released_on, 4) || case when substr(released_on, 6, 2) <= '06' then ' h1' else ' h2' end as half,
        100.0 * count(*) filter (active_parameters_b::double < total_parameters_b::double) / count(*) as share,
        count(*) as models,
    from mart_model__model
    where total_parameters_b is not null and length(released_on) >= 7
    group by half
    having count(*) >= 10
)

select
    'newest less first half-year' as reading,
    last(share order by half) - first(share order by half) as measured,
    format(
        '{}% of {} models in {} to {}% of {} in {}',
        round(first(share order by half)), first(models order by half), min(half),
        round(last(share order by half)), last(models order by half), max(half)
    ) as detail,
from half
having count(*) > 1
