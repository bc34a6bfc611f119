-- Rank of Step 3.7 Flash on SWE-bench Pro.
-- - Public boards; ties share the better rank.
-- - Exact: a rank is a whole number.
with board as (
    select model, axis, rank() over (partition by axis order by score desc) as place
    from mart_score__model_benchmark
    where axis like 'swe-bench-pro%'
)

select axis as reading, place as measured
from board
where model = 'stepfun/step-3.7-flash'
order by axis
