-- Best score of one model at one effort on one capability axis, with the day from which it counts.
-- - A run counts from the day it was run; an index edition from the model's release.
-- - Two efforts of one model are two rows; a printed name that resolves to no model keeps its row without one.
-- grain: axis, printed_name
with resolved as (
    select run.*, coalesce(run.model_stated, identity.model) as model, coalesce(run.effort, identity.effort) as resolved_effort,
    from stg_score__run as run
    left join int_identity__name as identity
        on identity.source = run.source and identity.provider = '' and identity.name = run.printed_name
        and run.scored_on >= identity.valid_from and (run.scored_on < identity.valid_to or identity.valid_to is null)
)
select resolved.axis, resolved.printed_name, resolved.model, coalesce(models.title, resolved.printed_name) as title, models.lab,
    coalesce(labs.country_group, 'unknown') as country, resolved.resolved_effort as effort, resolved.score, resolved.unit, resolved.scored_on,
    resolved.run_cost_usd, resolved.tasks, resolved.prompt_tokens, resolved.completion_tokens, resolved.source, resolved.snapshot, resolved.citation,
    resolved.is_self_reported,
from resolved
left join seed.models as models on models.model = resolved.model
left join seed.labs as labs on labs.lab = models.lab
qualify row_number() over (partition by resolved.axis, resolved.printed_name order by resolved.score desc, resolved.scored_on, resolved.source, resolved.position) = 1
