-- What each host or router asks for the weights of one model between two neighbouring days of change of that cell.
-- - The cheapest of a host's offers is its price; the dearer ones, cells of their own, do not count.
-- - Hosts, routers and clouds; no batch, free, alias or plan row. The lab's own list is another series.
-- grain: model, cell, from_day, source, provider
with spell as (
    select * from int_price__cell_spell
    where channel in ('host', 'aggregator') and status = 'listed' and native > 0 and model is not null and billed_unit = 'million_tokens'
        and variant in ('base', 'preview', 'highspeed', 'thinking') and currency = 'USD' and service_tier = 'standard' and min_input_tokens = 0
        and cell not in (select cell from stg_price__quote where cell <> headline_cell and time_window = 'always')
),
edge as (
    select distinct model, cell, unnest([from_day, coalesce(to_day, date '9999-12-31')]) as day
    from spell
),
interval as (
    select *, lead(day) over (partition by model, cell order by day) as to_day
    from edge
)
select interval.model, interval.cell, interval.day as from_day, interval.to_day, spell.source, spell.provider, spell.channel, spell.usd, spell.title,
    spell.lab, spell.country, spell.meter, spell.last_seen_on, spell.snapshot,
from interval
join spell
    on spell.model = interval.model and spell.cell = interval.cell and spell.from_day <= interval.day
    and coalesce(spell.to_day, date '9999-12-31') >= interval.to_day
where interval.to_day is not null
qualify row_number() over (
    partition by interval.model, interval.cell, interval.day, spell.source, spell.provider order by spell.usd, spell.source_model
) = 1
