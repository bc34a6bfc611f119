-- How concentrated were tokens over labs at the end of each quarter, and is spend more so?
-- 每季度末，token在各厂商之间有多集中？支出是否更集中？
-- - Not the concentration of an industry: labs on one router. Tokens outside the list open the band of the index.
-- - 不是整个行业的集中度：只是一个路由平台上的厂商。榜外token使指数成为区间。
select week, basis, measure, members, round(hhi_low) as hhi_low, round(hhi_high) as hhi_high, round(effective_low, 1) as labs_if_equal_low,
    round(effective_high, 1) as labs_if_equal_high, round(100 * cr4_low, 1) as four_largest_low, round(100 * cr4_high, 1) as four_largest_high,
from mart_concentration__week
where unit = 'lab' and is_complete
qualify row_number() over (partition by basis, measure, date_trunc('quarter', week) order by week desc) = 1
order by week desc, basis, measure
limit 40;
