-- Models that no other one dominated at the end of a month: none on sale was as cheap and as able and better in one of the two.
-- - By blended price, list and cheapest host apart; equals are all kept. A run's bill stands beside the price where a board states one.
-- - The newest month is taken at the newest day on which a price was seen.
-- grain: axis, series, month, model
-- assert: blend_3to1_usd_per_mtok > 0
with newest as (
    select max(last_seen_on) as day from mart_list_price__cell_spell
),
month as (
    select strftime(start, '%Y-%m') as month, least(last_day(start::date), newest.day) as day
    from newest, lateral (
        select unnest(generate_series((select date_trunc('month', min(from_day)) from mart_price_per_capability__model_spell), newest.day::timestamp, interval 1 month)) as start
    ) as month_start
),
sold as (
    select spell.axis, spell.series, month.month, month.day, spell.model, any_value(title) as title, any_value(lab) as lab,
        any_value(country) as country, any_value(effort) as effort, any_value(score) as score, min(blend_3to1_usd_per_mtok) as blend_3to1_usd_per_mtok,
        arg_min(provider, (blend_3to1_usd_per_mtok, provider)) as provider, any_value(run_usd_per_task) as run_usd_per_task,
    from mart_price_per_capability__model_spell as spell
    join month on month.day >= spell.from_day and (month.day < spell.to_day or spell.to_day is null)
    group by all
),
ranked as (
    select *, count(*) over (partition by axis, series, month)::integer as models,
        max(score) over (
            partition by axis, series, month order by blend_3to1_usd_per_mtok range between unbounded preceding and current row
        ) as best_as_cheap,
        max(score) over (
            partition by axis, series, month order by blend_3to1_usd_per_mtok range between unbounded preceding and current row exclude group
        ) as best_cheaper,
    from sold
)
select * exclude (best_as_cheap, best_cheaper)
from ranked
where score = best_as_cheap and (best_cheaper is null or score > best_cheaper)
