-- The dollar list price of one model in its headline cells side by side, over a stretch of days in which none of them moves.
-- - Input and output are required; a cache price that is not published stays null (methods.md 1).
-- grain: model, from_day
-- assert: input_usd_per_mtok > 0 and output_usd_per_mtok > 0
-- assert: to_day > from_day or to_day is null
with cell as (
    select *, coalesce(to_day, date '9999-12-31') as until_day
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and cell in ('input', 'output', 'cache_read')
),
edge as (
    select model, day, lead(day) over (partition by model order by day) as next_day
    from (select distinct model, unnest([from_day, until_day]) as day from cell)
),
side_by_side as (
    select edge.model, edge.day as from_day, edge.next_day as until_day,
        max(usd_per_mtok) filter (cell = 'input') as input_usd_per_mtok, max(usd_per_mtok) filter (cell = 'output') as output_usd_per_mtok,
        max(usd_per_mtok) filter (cell = 'cache_read') as cache_read_usd_per_mtok, max(native_per_mtok) as native,
        arg_max_null(title, cell.cell) as title, arg_max_null(lab, cell.cell) as lab, arg_max_null(country, cell.cell) as country,
        min(last_seen_on) as last_seen_on, bool_or(agreement = 'disputed') as is_disputed,
        arg_max_null(snapshot, cell.cell) as snapshot, arg_max_null(source, cell.cell) as source,
    from edge
    join cell on cell.model = edge.model and cell.from_day <= edge.day and cell.until_day >= edge.next_day
    where edge.next_day is not null
    group by edge.model, edge.day, edge.next_day
),
marked as (
    select *, lag(until_day) over one is distinct from from_day or lag(input_usd_per_mtok) over one <> input_usd_per_mtok
        or lag(output_usd_per_mtok) over one <> output_usd_per_mtok
        or lag(cache_read_usd_per_mtok) over one is distinct from cache_read_usd_per_mtok
        or lag(is_disputed) over one <> is_disputed as is_start,
    from side_by_side
    where input_usd_per_mtok > 0 and output_usd_per_mtok > 0
    window one as (partition by model order by from_day)
),
numbered as (
    select *, sum(is_start::integer) over (partition by model order by from_day) as spell from marked
)
select model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, any_value(input_usd_per_mtok) as input_usd_per_mtok,
    any_value(cache_read_usd_per_mtok) as cache_read_usd_per_mtok, any_value(output_usd_per_mtok) as output_usd_per_mtok,
    min(from_day) as from_day, nullif(max(until_day), date '9999-12-31') as to_day, max(last_seen_on) as last_seen_on,
    if(bool_or(is_disputed), 'disputed', 'agree') as agreement, arg_min_null(source, from_day) as source, arg_min_null(snapshot, from_day) as snapshot,
from numbered
group by model, spell
