-- How did China's share of all tokens move month by month, and between which bounds can it lie?
-- 中国模型占全部token的份额逐月如何变化，可能落在什么区间？
-- - Not a trend of the world's use: one router's tokens, the last complete week of each month. The band holds what no one can attribute.
-- - 不是全球使用趋势：只是一个路由平台，取每月最后一个完整周。区间包含无法归属的token。
select week, round(100 * share, 1) as cn_percent, round(100 * low, 1) as low, round(100 * high, 1) as high, lead, lead_certain,
from share('CN', null, 'all_tokens')
where is_complete and not is_provisional
qualify row_number() over (partition by date_trunc('month', week) order by week desc) = 1
order by week desc
limit 24;
