-- In each month, how many cells of labs' own lists were cut and how many were raised, by country?
-- 每个月，各国厂商自己的价目中有多少单元格降价，多少涨价？
-- - Not the number of price decisions: one decision moves several cells, often on two sheets. Two sources that show one move count once.
-- - 不是定价决定的次数：一次决定会改动多个单元格，常常涉及两份价目；两个来源显示的同一变动只算一次。
select date_trunc('month', first_seen_on)::date as month, country, count(*) filter (change < 0) as cells_cut, count(*) filter (change > 0) as cells_raised,
    round(100 * median(change) filter (change < 0), 1) as median_cut_percent, round(100 * median(change) filter (change > 0), 1) as median_rise_percent,
from mart_price_event__cell
where item = 'cell' and is_moved and country in ('US', 'CN') and first_seen_on >= '2025-06-01'
group by all
order by month desc, country desc
limit 40;
