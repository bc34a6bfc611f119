-- Electricity of one area in one year: the newest edition read, else the edition shipped with its citation.
-- - Editions restate the past: a year is of one edition, named beside it; another publisher's total fills only years without any.
-- - Rows of sources that may not be redistributed stop here.
-- grain: area, year
with newest as (
    select * from raw.macro
    where length(period) = 4 and snapshot in (select snapshot from stg_look__sheet_look)
        and source not in (select source from raw.source where not redistribute)
    qualify snapshot = first_value(snapshot) over (partition by source order by observed_on desc, fetched_at desc, snapshot)
),
read as (
    select area, period::integer as year,
        max(value::double) filter (indicator = 'electricity_generation') as generation_twh,
        max(value::double) filter (indicator = 'per_capita_electricity') as kwh_per_head,
        max(value::double) filter (indicator = 'carbon_intensity_elec') as carbon_g_per_kwh,
        max(value::double) filter (indicator = 'population') as population,
        any_value(edition) as edition, source, any_value(url) as citation, 1 as place,
    from newest
    group by area, period, source
),
cited as (
    select area, year::integer as year, generation_twh::double as generation_twh, kwh_per_head::double as kwh_per_head,
        carbon_g_per_kwh::double as carbon_g_per_kwh, edition, 'curated-electricity' as source, citation, if(kwh_per_head is null, 3, 2) as place,
    from seed.electricity
)
select area, year, generation_twh, kwh_per_head, carbon_g_per_kwh, population, edition, source, citation
from (from read union all by name from cited)
where year >= 2000 and coalesce(generation_twh, kwh_per_head) is not null
qualify row_number() over (partition by area, year order by place, source, edition) = 1
