-- One disclosed volume of tokens with its stated period brought to tokens a day.
-- - Only totals over a period: peaks of a minute, counts of customers and forecasts are no volumes.
-- - A month is 30.4375 days, a quarter three, half a year six.
-- - What seed articles claim without an address is a claim, not a disclosure, and is not in the seed.
-- - A unit that is none of billion, trillion and quadrillion tokens stops the build.
-- grain: disclosure_id
-- assert: tokens_stated > 0
-- assert: tokens_per_day > 0
with stated as (
    select disclosure_id, org, scope, day as stated_day, if(length(day) >= 7, day[:7], null) as month, period, unit, bound, voice, note, citation,
        (value::decimal(18, 6) * case split_part(unit, ' ', 1)
            when 'billion' then 1000000000 when 'trillion' then 1000000000000 when 'quadrillion' then 1000000000000000 end)::bigint as tokens_stated,
    from seed.disclosures
    where metric = 'tokens' and voice <> 'forecast' and split_part(unit, ' ', 2) = 'tokens'
)
select *, tokens_stated / case period
        when 'minute' then 1.0 / 1440 when 'day' then 1 when 'week' then 7 when 'month' then 30.4375 when 'quarter' then 91.3125
        when 'half_year' then 182.625 when 'year' then 365.25 end as tokens_per_day,
from stated
