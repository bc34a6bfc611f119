-- Cost of one workload on Claude Sonnet 4.5 over its cost on MiniMax-M2.5 and Kimi K2.5.
-- - Chatbot exchange and agent task with the observed cache share, at list prices; equal token counts are assumed.
-- - Within the stated range on every pair.
with cost as (
    select model, title, workload, last(usd_per_task order by from_day)::double as usd
    from mart_task_cost__model_task_day
    where
        model in ('anthropic/claude-sonnet-4.5', 'minimax/minimax-m2.5', 'moonshotai/kimi-k2.5')
        and workload in ('chatbot', 'agent')
        and usd_per_task is not null
    group by model, title, workload
)

select
    format('{} {}', cheap.title, cheap.workload) as reading,
    dear.usd / cheap.usd as measured,
    format('{} to {} dollars', round(dear.usd, 4), round(cheap.usd, 4)) as detail,
from cost as cheap
inner join cost as dear on dear.workload = cheap.workload and dear.model = 'anthropic/claude-sonnet-4.5'
where cheap.model <> dear.model
order by reading
