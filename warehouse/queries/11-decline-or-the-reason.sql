-- How fast did the price of a reference score fall, and where no rate is printed, why not?
-- 达到参考分数的价格下降有多快？没有给出速率的，原因是什么？
-- - Not a law: a few records each. A factor of 3 a year with the interval 0.8 to 17 does not even say that prices fell.
-- - 不是规律：每条只有几次纪录。若区间为0.8至17，“每年3倍”连价格是否下降都不能肯定。
select axis, basis, series, reference_level, steps, span_days, round(total_factor, 1) as total_factor, round(factor_per_year, 1) as factor_per_year,
    round(factor_low, 1) as factor_low, round(factor_high, 1) as factor_high, reason,
from mart_price_decline__benchmark_level
where country = 'all' and level = reference_level and series <> 'cheapest_host' and steps > 1
order by reason is not null, axis, basis, reference_level
limit 40;
