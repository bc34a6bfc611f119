-- Cheapest model of the US, of China and of all that reached a level on a day, by blended price.
-- - A model counts from the later of its score and its price, as in `mart_cheapest_at__capability_day`; any level may be asked.
-- - `on_axis` is the axis of the level, and `by_series` is `list` or `cheapest_host`.
-- example: from cheapest_at(130, '2026-06-15') order by country
(level, day, on_axis := 'epoch-capabilities-index', by_series := 'list') as table (
    select axis, level::double as level, day::date as day, series, side.country, arg_min(model, (blend_3to1_usd_per_mtok, model, provider)) as model,
        arg_min(title, (blend_3to1_usd_per_mtok, model, provider)) as title, arg_min(score, (blend_3to1_usd_per_mtok, model, provider)) as score,
        arg_min(provider, (blend_3to1_usd_per_mtok, model, provider)) as provider, min(blend_3to1_usd_per_mtok) as blend_3to1_usd_per_mtok,
        count(distinct model)::integer as models,
    from mart_price_per_capability__model_spell as spell
    join (values ('US'), ('CN'), ('all')) as side (country) on side.country in (spell.country, 'all')
    where axis = on_axis and series = by_series and score >= level::double
        and from_day <= day::date and (to_day > day::date or to_day is null)
    group by all
)
