-- How many times the Chinese median price is the US median, on labs' own lists and at the cheapest hosts?
-- 美国模型的中位价是中国模型的几倍，按厂商标价与按最便宜托管商分别是多少？
-- - Not the price of equal capability, nor of what is used: medians over models on sale, each counted once. Under 20 models a side there is no ratio.
-- - 不是同等能力的价差，也不按用量加权：是在售模型的中位数，每个模型计一次。任一方不足20个模型时不给比值。
select series, meter, day, us_models, cn_models, us_median_usd_per_mtok::double as us_median, cn_median_usd_per_mtok::double as cn_median,
    round(ratio, 2) as us_to_cn, reason,
from mart_price_gap__country_day
where day in ('2026-03-31', '2026-06-30', '2026-09-01')
order by series desc, meter, day
limit 40;
