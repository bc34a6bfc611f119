-- Of the list prices of 15 June 2026, how many did this observatory know by the first minute of 22 November 2026?
-- 2026年6月15日的标价中，到2026年11月22日零时本站已知道多少？
-- - Not when a price came into force, but when it was learned here: for the shipped archive that is the day on which old versions were read.
-- - 不是价格何时生效，而是本站何时得知：对随代码附带的存档而言，就是读取旧版本的那一天。
select known_now.country, count(*) as cells, count(known_then.cell) as known_by_then, count(*) - count(known_then.cell) as learned_later,
    count(*) filter (known_then.native_per_mtok <> known_now.native_per_mtok) as told_otherwise_then,
from price_as_of('2026-06-15') as known_now
left join price_as_of('2026-06-15', '2026-11-22') as known_then using (model, channel, currency, cell)
group by known_now.country
order by cells desc, known_now.country
limit 40;
