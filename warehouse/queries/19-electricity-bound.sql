-- Of which models could electricity make up the largest part of the list price of output, at most?
-- 在上限最高的那些模型中，电费最多能占输出标价的多少？
-- - Not a cost of any model: a bound from published joules per token of other set-ups, no chips, no staff. Countries are not ranked by it.
-- - 不是任何模型的成本：只是由其他配置公布的每token焦耳数得出的上限，不含芯片和人力，也不用于国家排名。
select title, country, output_usd_per_mtok, round(low_usd_per_mtok, 4) as low_usd_per_mtok, round(high_usd_per_mtok, 4) as high_usd_per_mtok,
    round(100 * low_share, 2) as low_percent, round(100 * high_share, 1) as high_percent,
from mart_energy_bound__model
where reason is null
order by high_share desc, title
limit 15;
