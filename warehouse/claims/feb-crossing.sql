-- Tokens of Chinese less those of US models in the week of 9 February 2026, in trillions.
-- - Nine largest models of the weekly chart, and the daily top 50.
-- - Above zero: the sentence gives the sign.
select
    cn.basis as reading,
    (cn.tokens - us.tokens) / 1e12 as measured,
    format('{} to {} trillion', round(cn.tokens / 1e12, 3), round(us.tokens / 1e12, 3)) as detail,
from mart_token_share__country_week as cn
inner join mart_token_share__country_week as us on us.week = cn.week and us.basis = cn.basis and us.country = 'US'
where cn.country = 'CN' and cn.week = date '2026-02-09' and cn.basis in ('top9_models', 'top50_daily')
order by reading desc
