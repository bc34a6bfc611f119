-- Cost of the whole agent tasks that come nearest to 900 dollars a day on Claude Sonnet 4.5, in dollars.
-- - 20 million tokens a task with the observed cache share and without any; the volume is not in the text.
-- - Ten per cent: any sum can be had at some volume, so this is arithmetic.
select
    workload_title as reading,
    round(900 / usd_per_task) * usd_per_task as measured,
    format('{} tasks of 20 million tokens', round(900 / usd_per_task)) as detail,
from mart_task_cost__model_task_day
where
    model = 'anthropic/claude-sonnet-4.5'
    and workload in ('agent', 'agent_cold')
    and from_day <= date '2026-03-31'
    and coalesce(to_day, last_seen_on + 1) > date '2026-03-31'
order by reading
