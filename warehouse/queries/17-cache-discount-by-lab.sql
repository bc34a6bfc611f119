-- How much cheaper is a cached input token than a fresh one, lab by lab, on 1 September 2026?
-- 2026年9月1日，各厂商缓存命中的输入比普通输入便宜多少？
-- - Not the saving on a bill: that needs the share of hits, and some labs also charge for writing or keeping the cache.
-- - 不是账单上的节省：那取决于命中率，且部分厂商还收取写入或保存缓存的费用。
select lab, country, count(*) as models, round(100 * (1 - median(cache_read_usd_per_mtok / input_usd_per_mtok)), 1) as median_discount_percent,
    min(cache_read_usd_per_mtok)::double as cheapest_usd_per_mtok, arg_min(title, (cache_read_usd_per_mtok, model)) as cheapest_model,
from mart_headline_price__model_spell
where from_day <= '2026-09-01' and (to_day > '2026-09-01' or to_day is null) and cache_read_usd_per_mtok > 0 and input_usd_per_mtok > 0
group by all
order by median_discount_percent desc, lab
limit 30;
