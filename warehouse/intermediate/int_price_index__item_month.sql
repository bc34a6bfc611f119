-- List price of one cell of one model at the end of a month: the items of the monthly list price index (methods.md 4, no quantities).
-- - The labs' own dollar lists, headline cells of input, output and cache read; a price counts while its sheets showed it.
-- - Months end where every source that carries the series had been looked at.
-- grain: month, model, component
-- assert: usd_per_mtok > 0
with edge as (
    select unnest(generate_series(date_trunc('month', min(from_day)), (select max(until_day) from int_price_panel__series where series = 'list'),
        interval 1 month))::date as month
    from mart_list_price__cell_spell
)
select edge.month, list.model, list.cell as component, any_value(list.country) as country, min(list.usd_per_mtok)::double as usd_per_mtok,
from edge
join mart_list_price__cell_spell as list
    on list.from_day <= last_day(edge.month) and coalesce(list.to_day - 1, list.last_seen_on) >= last_day(edge.month)
where last_day(edge.month) <= (select until_day from int_price_panel__series where series = 'list')
    and list.channel = 'lab-direct' and list.currency = 'USD' and list.cell in ('input', 'output', 'cache_read') and list.usd_per_mtok > 0
group by edge.month, list.model, list.cell
