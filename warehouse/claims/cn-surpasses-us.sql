-- Tokens of Chinese less those of US models in each month of 2026, in trillions.
-- - Weeks by their Monday, nine largest models and daily top 50; partial weeks are left out.
-- - Above zero in every month and basis: the sentence has no month.
select
    cn.basis || ' ' || strftime(cn.week, '%Y-%m') as reading,
    sum(cn.tokens - us.tokens order by cn.week) / 1e12 as measured,
    format('{} weeks', count(*)) as detail,
from mart_token_share__country_week as cn
inner join mart_token_share__country_week as us on us.week = cn.week and us.basis = cn.basis and us.country = 'US'
where
    cn.country = 'CN'
    and cn.basis in ('top9_models', 'top50_daily')
    and cn.week >= date '2026-01-01'
    and cn.is_complete
group by reading
order by reading
