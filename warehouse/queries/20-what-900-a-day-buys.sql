-- If an agent's day at 900 dollars on a premium model must cost 50, what share of tokens may stay premium?
-- 若智能体每天在高价模型上花费900美元，要降到50美元，最多能有多少比例的token留在高价模型？
-- - Not a forecast of quality: routing is assumed to cost nothing and to lose nothing. Prices are list prices of the stated days.
-- - 不是对质量的预测：假定路由不花钱也不损失效果。价格为所列日期的标价。
select route, premium_model, cheap_model, from_day, to_day, round(mtok_per_day, 1) as mtok_per_day, round(premium_usd_per_mtok / cheap_usd_per_mtok, 1) as price_ratio,
    round(100 * premium_share, 2) as premium_percent, round(usd_per_day, 2) as usd_per_day, reason,
from mart_hybrid_route__route_day
order by route, from_day desc
limit 40;
