-- Electricity of one country, or group of countries, in one year: how much in all and for one person, and what a data centre pays.
-- - The newest edition read counts; where none was read, the edition shipped with its citation. A total without a count of people
--   has no figure for one person.
-- - The price is a band of second-hand statements of low confidence about that year, in no series; a year may have a price alone.
-- - `kwh_per_head_to_us` is over the United States of the same year and edition.
-- grain: area, year
-- assert: generation_twh >= 0 or generation_twh is null
-- assert: kwh_per_head between 0 and 200000 or kwh_per_head is null
-- assert: low_usd_per_kwh <= high_usd_per_kwh or low_usd_per_kwh is null
with price as (
    select area, day[:4]::integer as year, min(value::double) as low_usd_per_kwh, max(value::double) as high_usd_per_kwh,
        string_agg(distinct citation, ' | ' order by citation) as price_citation,
    from seed.electricity_prices
    where unit = 'USD/kWh'
    group by area, year
)
select area, year, country.country_group, power.generation_twh, power.kwh_per_head, power.kwh_per_head / us.kwh_per_head as kwh_per_head_to_us,
    power.carbon_g_per_kwh, power.population, power.edition, price.low_usd_per_kwh, price.high_usd_per_kwh,
    coalesce(power.source, 'curated-electricity') as source, concat_ws(' | ', power.citation, price.price_citation) as citation,
from stg_electricity__area_year as power
full join price using (area, year)
left join stg_electricity__area_year as us on us.area = 'United States' and us.year = power.year and us.edition = power.edition
left join (
    values ('China', 'CN'), ('United States', 'US'), ('European Union (27)', 'EU')
) as country (area, country_group) using (area)
