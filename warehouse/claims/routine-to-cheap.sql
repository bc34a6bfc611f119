-- Price band and origin of models by task.
-- - Asks for tokens by task.
-- - Above zero.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_task_mix__task_week
limit 1
