-- Year in which the trends of electricity per person of China and the US cross.
-- - Straight lines through the last ten years of each; the newest statistics end where the collection ends.
-- - By 2030: the sentence gives no day and 2030 is our reading.
with newest as (
    select area, year, kwh_per_head
    from mart_electricity__country_year
    where area in ('China', 'United States') and kwh_per_head is not null
    qualify row_number() over (partition by area order by year desc) <= 10
),

trend as (
    select
        area,
        regr_slope(kwh_per_head, year order by year) as slope,
        regr_intercept(kwh_per_head, year order by year) as level,
        last(kwh_per_head order by year) as last_kwh,
        max(year) as last_year,
    from newest
    group by area
)

select
    'trend of ten years' as reading,
    (us.level - cn.level) / nullif(cn.slope - us.slope, 0) as measured,
    format('{} of {} kWh in {}', round(cn.last_kwh), round(us.last_kwh), cn.last_year) as detail,
from trend as cn
inner join trend as us on us.area = 'United States'
where cn.area = 'China'
