-- Best Chinese score below the best US score, in per cent of the US score, on each axis.
-- - Any effort; the newest edition of the axis; a score of points has no zero, so the gap is a description of distance.
-- - Below ten on every axis: closer, which is not equal; copying is not tested.
select
    axis as reading,
    100 * (1 - max(score) filter (country = 'CN') / max(score) filter (country = 'US'))::double as measured,
    format(
        '{} {} to {} {}',
        arg_max(title, (score, title)) filter (country = 'CN'), max(score) filter (country = 'CN')::double,
        arg_max(title, (score, title)) filter (country = 'US'), max(score) filter (country = 'US')::double
    ) as detail,
from mart_score__model_benchmark
where country in ('CN', 'US')
group by axis
having count(distinct country) = 2 and count(*) filter (country = 'CN') >= 3
order by axis
