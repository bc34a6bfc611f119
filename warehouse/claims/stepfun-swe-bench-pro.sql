-- Score of Step 3.7 Flash on SWE-bench Pro, in per cent.
-- - Public boards; a vendor's own figure does not count.
-- - One point: runs differ.
select
    printed_name as reading,
    score::double as measured,
    format('scored on {}', scored_on) as detail,
from mart_score__model_benchmark
where axis like 'swe-bench-pro%' and model = 'stepfun/step-3.7-flash'
order by scored_on, printed_name
