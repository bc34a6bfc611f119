-- Yuan for one dollar on one day, with the source and day of the rate and how far the sources of that day lie apart.
-- - Weekends and holidays carry the last rate before them: `fx_day` says which.
-- - `low`, `high` and `spread` compare the sources that state a rate of `fx_day` itself; one source alone has no spread.
-- - A yuan price is converted at the rate of the day it became valid; no price list is made from another by this rate.
-- grain: day
-- assert: cny_per_usd between low_cny_per_usd and high_cny_per_usd
-- assert: spread >= 0 or spread is null
with stated as (
    select day, count(*)::integer as sources, min(cny_per_usd) as low, max(cny_per_usd) as high
    from stg_fx__source_day
    group by day
)
select fx.day, fx.cny_per_usd, fx.source, fx.is_official, fx.fx_day, (fx.day - fx.fx_day)::integer as fx_age_days, stated.sources,
    stated.low as low_cny_per_usd, stated.high as high_cny_per_usd,
    if(stated.sources > 1, (stated.high / stated.low - 1)::double, null) as spread, fx.citation,
from int_fx__day as fx
join stated on stated.day = fx.fx_day
