-- What was a dollar in yuan at the end of each month of 2026, from which source, and how old was the rate?
-- 2026年每月末一美元合多少人民币，取自哪个来源，汇率是几天前的？
-- - Not the rate of any list price: labs set their dollar sheets themselves, and a sheet in dollars is never converted here.
-- - 不是任何标价所用的汇率：厂商自行制定美元价目，本站从不换算美元价目。
select day, cny_per_usd::double as cny_per_usd, source, is_official, fx_day, fx_age_days,
from mart_fx__day
where day between '2026-01-01' and '2026-10-31' and day = last_day(day)
order by day
limit 40;
