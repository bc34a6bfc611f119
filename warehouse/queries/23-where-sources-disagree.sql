-- For which first-party prices did sources disagree on 1 September 2026 and no consensus stood?
-- 2026年9月1日，哪些厂商自营价格各来源说法不一且没有共识？
-- - Not an error of the lab: catalogues come late, mix channels or round. A disputed cell is a range and raises no event.
-- - 不是厂商的错误：目录会滞后、混淆渠道或四舍五入。有争议的单元格只给区间，不算价格事件。
select title, channel, currency, cell, sources, low_usd_per_mtok::double as low, high_usd_per_mtok::double as high,
    round(high_usd_per_mtok / nullif(low_usd_per_mtok, 0), 2) as high_to_low, source,
from price_as_of('2026-09-01')
where agreement = 'disputed'
order by high_to_low desc nulls last, title, channel, currency, cell
limit 25;
