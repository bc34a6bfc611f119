-- What did the labs of five well-known models ask on 15 June 2026, per million tokens?
-- 2026年6月15日，五个知名模型的厂商每百万token报价是多少？
-- - Not what a host or a router asked that day, and no discount by contract. `agreement` says how many sources stand behind it.
-- - 不是当天托管商或路由平台的价格，也不含合同折扣。agreement列说明有几个来源支持。
select title, country, currency, cell, native_per_mtok::double as native_per_mtok, agreement, sources, source, from_day,
from price_as_of('2026-06-15')
where model in ('openai/gpt-5.2', 'anthropic/claude-opus-4.5', 'google/gemini-3-pro', 'deepseek/deepseek-v4-flash', 'xiaomi/mimo-v2.5-pro')
    and cell in ('input', 'cache_read', 'output')
order by title, currency, cell
limit 40;
