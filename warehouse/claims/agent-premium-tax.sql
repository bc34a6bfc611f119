-- Cost of a 20-million-token agent task on a premium US model over its cost on the cheapest model of another tier,
-- in June 2026.
-- - Claude Opus 4.8 and Sonnet 4.6 against the cheapest Chinese and the cheapest other US list, cache share 0.7.
-- - Ten times or more points the way of the sentence; what is prohibitive is not measured, so described only.
with cost as (
    select model, title, country, usd_per_task::double as usd
    from mart_task_cost__model_task_day
    where
        workload = 'agent'
        and usd_per_task > 0
        and from_day <= date '2026-06-30'
        and coalesce(to_day, last_seen_on + 1) > date '2026-06-01'
    qualify row_number() over (partition by model order by from_day desc) = 1
),

cheapest as (
    select country, min(usd) as usd, arg_min(title, (usd, title)) as title
    from cost
    where country in ('CN', 'US')
    group by country
)

select
    format('{} to cheapest {}', dear.title, cheapest.country) as reading,
    dear.usd / cheapest.usd as measured,
    format('{} to {} dollars ({})', round(dear.usd, 2), round(cheapest.usd, 2), cheapest.title) as detail,
from cost as dear
cross join cheapest
where dear.model in ('anthropic/claude-opus-4.8', 'anthropic/claude-sonnet-4.6')
order by reading
