-- Median price spread of the same weights across hosts, output, by month.
-- - Dearest over cheapest host of a model; months with enough models.
-- - Below 1.1 in every month: one good has one price.
select
    strftime(month, '%Y-%m') as reading,
    median_spread::double as measured,
    format('{} models; {}% differ by two times or more', models, round(100 * share_over_2x)) as detail,
from mart_host_spread__month
where meter = 'output' and median_spread is not null
order by month desc
