-- Cheapest US list over cheapest Chinese list for one workload on the newest common day.
-- - Agent task and chatbot exchange at list prices, any score: cost per solved task is not published for these.
-- - Above one says that cost differs by country; what the contest is about is not measured, so described only.
with cheapest as (
    select workload, workload_title, country, min(usd_per_task)::double as usd, arg_min(title, (usd_per_task, title)) as title
    from mart_task_cost__model_task_day
    where to_day is null and usd_per_task > 0 and country in ('US', 'CN') and workload in ('agent', 'chatbot')
    group by workload, workload_title, country
)

select
    us.workload_title as reading,
    us.usd / cn.usd as measured,
    format('{} {} to {} {} dollars', us.title, round(us.usd, 4), cn.title, round(cn.usd, 4)) as detail,
from cheapest as us
inner join cheapest as cn on cn.workload = us.workload and cn.country = 'CN'
where us.country = 'US'
order by reading
