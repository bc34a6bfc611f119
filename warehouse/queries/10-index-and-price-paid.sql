-- Did prices move, or did buyers? The Fisher index of unchanged items beside the average price paid, week by week.
-- 是价格变了，还是买的东西变了？逐周对照同类项费雪指数与平均支付价。
-- - Not one measure in two forms: the average price paid moves with the choice of models, the index does not. Estimates at list price, ten models.
-- - 不是同一指标的两种写法：平均支付价随所选模型而变，指数不会。按标价估算，仅十个模型。
select index.week, round(index.index, 4) as fisher_chained, round(paid.index, 4) as average_price_paid, round(paid.usd_per_mtok, 3) as paid_usd_per_mtok,
    index.matched_members, index.entries, index.exits, round(100 * index.matched_spend_share, 1) as matched_spend_percent, index.is_flagged,
from mart_price_index__country_week as index
join mart_price_index__country_week as paid using (country, week)
where country = 'all' and index.formula = 'fisher' and index.index_kind = 'chained' and index.item_kind = 'component'
    and paid.formula = 'unit_value' and index.index is not null
order by index.week desc
limit 26;
