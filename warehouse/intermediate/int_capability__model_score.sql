-- The score that speaks for one model on one axis: its best effort, from the day it counts.
-- grain: axis, model
select axis, model, title, lab, country, effort, score, unit, scored_on, run_cost_usd, printed_name, source, citation
from mart_score__model_benchmark
where model is not null and scored_on is not null
qualify row_number() over (partition by axis, model order by score desc, scored_on, printed_name) = 1
