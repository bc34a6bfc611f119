-- Blended price (3 parts input, 1 part output) of one model over a stretch of days, from one list or from one host.
-- - No blend without both prices; headline cells only (methods.md 1).
-- grain: series, source, provider, model, from_day
-- assert: blend_usd_per_mtok > 0
with list_cell as (
    select 'list' as series, 'consensus' as source, provider, model, cell, usd_per_mtok as usd, from_day, coalesce(to_day, date '9999-12-31') as to_day
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and cell in ('input', 'output')
),
host_cell as (
    select 'cheapest_host' as series, source, provider, model, cell, usd, from_day, to_day
    from int_host_price__interval
    where cell in ('input', 'output')
),
cell as (
    select * from list_cell
    union all
    select * from host_cell
)
select series, source, min(input.provider) as provider, model, greatest(input.from_day, output.from_day) as from_day,
    min(least(input.to_day, output.to_day)) as to_day,
    ((3 * min(input.usd) + min(output.usd)) / 4)::decimal(18, 10) as blend_usd_per_mtok,
    min(input.usd) as input_usd_per_mtok, min(output.usd) as output_usd_per_mtok,
from (select * from cell where cell = 'input') as input
join (select * from cell where cell = 'output') as output using (series, source, model)
where input.from_day < output.to_day and output.from_day < input.to_day and (series = 'list' or input.provider = output.provider)
group by series, source, if(series = 'list', '', input.provider), model, greatest(input.from_day, output.from_day)
