-- Share of tasks whose most used model is not the most capable of those used for it, in per cent, by week.
-- - Tasks weigh by their requests; only those with a capability for two models or more of the list. A choice is no proof of quality.
-- - Above zero points the way of the sentence: a gap in an index is not a share of tasks, so described only.
select
    week::varchar as reading,
    100 * sum(request_share) filter (model <> most_capable_model) / sum(request_share) as measured,
    format('{} tasks', count(*)) as detail,
from mart_task_mix__task_week
where models > 1 and most_capable_model is not null and model in (select model from mart_capability__model where capability is not null)
group by week
order by week desc
