-- What rate of yuan to the dollar do labs imply that sell one model on a yuan and on a dollar sheet?
-- 同一模型同时有人民币与美元价目时，厂商隐含的汇率是多少？
-- - Not an exchange rate: a choice of price. Above the market's rate the yuan sheet is the dearer one, below it the cheaper.
-- - 不是汇率，而是定价选择。高于市场汇率说明人民币价目更贵，低于则更便宜。
select title, cell, from_day, cny_per_mtok::double as cny_per_mtok, usd_per_mtok::double as usd_per_mtok, round(implied_cny_per_usd, 2) as implied_cny_per_usd,
    cny_per_usd::double as market_cny_per_usd, round(100 * (implied_cny_per_usd / cny_per_usd - 1), 1) as yuan_sheet_dearer_percent,
from mart_implied_fx__model_cell
where to_day is null or to_day > '2026-06-01'
order by title, cell, from_day
limit 40;
