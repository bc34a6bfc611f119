-- The score that speaks for one model on one axis: its best effort, from the day it counts.
-- - The axis `anchored-capability` is the capability fitted here from all benchmarks; like an index, it counts from the model's release.
-- grain: axis, model
with scored as (
    select axis, model, title, lab, country, effort, score, unit, scored_on, run_cost_usd, tasks, printed_name, source, citation
    from mart_score__model_benchmark
    where model is not null and scored_on is not null
    union all by name
    select 'anchored-capability' as axis, model, title, lab, country, effort, capability as score, 'points' as unit, released_on as scored_on,
        model_effort as printed_name, 'curated-scores' as source, 'https://epoch.ai/benchmarks' as citation
    from mart_capability__model
    where capability is not null and released_on is not null
)
select *
from scored
qualify row_number() over (partition by axis, model order by score desc, scored_on, printed_name) = 1
