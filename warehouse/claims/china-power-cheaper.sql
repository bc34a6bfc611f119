-- Published electricity price of China less that of the US in the newest year, in dollars per kWh.
-- - Ends of the stated ranges; two citations for each area are asked for, since the sources contradict each other.
-- - Below zero on both ends: the sentence gives the sign.
with price as (
    select
        area,
        last(low_usd_per_kwh order by year) as low,
        last(high_usd_per_kwh order by year) as high,
        last(year order by year) as year,
        last(len(string_split(citation, ' | ')) order by year) as citations,
    from mart_electricity__country_year
    where low_usd_per_kwh is not null and area in ('China', 'United States')
    group by area
)

select
    unnest(['least difference', 'largest difference']) as reading,
    case
        when least(cn.citations, us.citations) >= 2 then unnest([cn.high - us.low, cn.low - us.high])
    end::double as measured,
    format('China {} to {}, US {} to {} in {}', cn.low, cn.high, us.low, us.high, cn.year) as detail,
    format('China has {} citation and the US {}: two of each are asked for', cn.citations, us.citations) as reason,
from price as cn
inner join price as us on us.area = 'United States'
where cn.area = 'China'
