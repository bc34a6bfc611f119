-- What was the cheapest US and Chinese model at 130 points of the Epoch Capabilities Index, on four days?
-- 在四个日子里，达到Epoch能力指数130分的最便宜美国模型与中国模型各是什么？
-- - Not the best buy: a model without a score on the axis is not here, however able. List prices, blended 3 to 1.
-- - 不是最佳选择：没有该项分数的模型不在其列，无论能力如何。按标价3比1混合。
with days as (
    from cheapest_at(130, '2025-03-31')
    union all from cheapest_at(130, '2025-09-30')
    union all from cheapest_at(130, '2026-03-31')
    union all from cheapest_at(130, '2026-09-01')
)
select day, country, title, score, blend_3to1_usd_per_mtok::double as blend_usd_per_mtok, models,
from days
where country <> 'all'
order by day, country desc
limit 40;
