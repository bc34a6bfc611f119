-- What did 20 million tokens of an agent, 98 per cent of them prompt and 70 per cent of that cached, cost at the cheapest lists of each side on three past days?
-- 一个智能体任务消耗2000万token（98%为输入，其中70%命中缓存），在过去三个日子里按中美各自最便宜的标价要多少钱？
-- - Not equal work: the same tokens on every model are assumed, and a weaker model may need more of them. Free models are left out.
-- - 不是同样的工作量：这里假定各模型消耗的token数相同，较弱的模型可能需要更多。免费模型不计。
with days as (
    from workload_cost('2026-01-15', 20000000, 0.98, 0.7)
    union all from workload_cost('2026-05-15', 20000000, 0.98, 0.7)
    union all from workload_cost('2026-09-01', 20000000, 0.98, 0.7)
)
select day, country, title, round(usd_per_task, 2) as usd_per_task, agreement, from_day,
from days
where usd_per_task > 0 and country in ('US', 'CN')
qualify row_number() over (partition by day, country order by usd_per_task, model) <= 3
order by day, country desc, usd_per_task, title
limit 40;
