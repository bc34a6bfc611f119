-- Who was ahead in the week of 9 February 2026, in tokens on every basis and in spend?
-- 2026年2月9日当周，按各口径的token数和按支出，谁领先？
-- - Not the world: one router. A basis of nine models says nothing of the models below them.
-- - 不是全世界，只是一个路由平台。九个模型的口径不能说明榜单以下的模型。
select cn.measure, cn.basis, cn.denominator, round(100 * cn.share, 1) as cn_percent, round(100 * cn.low, 1) as cn_low, round(100 * cn.high, 1) as cn_high,
    round(100 * us.share, 1) as us_percent, round(100 * cn.coverage, 1) as coverage_percent, cn.lead, cn.lead_certain,
from share('CN', '2026-02-09') as cn
join share('US', '2026-02-09') as us using (measure, basis)
order by cn.measure desc, cn.basis
limit 40;
