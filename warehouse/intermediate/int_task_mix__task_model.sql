-- One model among those that a task is listed with in a week, with its country, list price and capability.
-- - The price is the 3:1 blend of the lab's own list on the last day of the window; a model without one has none, not 0.
-- - A stealth model and a name that no rule explains are unnamed.
-- grain: source, week, task, printed_name
select task.source, task.week, task.task, task.name as printed_name, identity.model, task.request_share, task.token_share,
    if(identity.variant = 'stealth' or coalesce(labs.country_group, 'unknown') = 'unknown', 'unnamed', labs.country_group) as country,
    (3 * price.input_usd_per_mtok::double + price.output_usd_per_mtok::double) / 4 as blend_3to1_usd_per_mtok, best.capability,
from stg_usage__task_share as task
left join int_identity__name as identity
    on identity.source = task.source and identity.provider = '' and identity.name = task.name
    and task.from_day >= identity.valid_from and (task.from_day < identity.valid_to or identity.valid_to is null)
left join seed.labs as labs on labs.lab = identity.lab
left join mart_headline_price__model_spell as price
    on price.model = identity.model and price.from_day < task.to_day and (price.to_day >= task.to_day or price.to_day is null)
left join (select model, max(capability) as capability from mart_capability__model group by model) as best on best.model = identity.model
where task.part = 'model'
