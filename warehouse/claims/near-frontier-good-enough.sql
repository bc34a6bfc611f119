-- Share of tasks on which the gap of a near model is inside the noise.
-- - Asks for tokens by task: a gap in an index is not a share of tasks.
-- - Above zero; described only.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_task_mix__task_week
limit 1
