-- Models that no other one dominated on a day: none on sale was as cheap and as able and better in one of the two.
-- - One frontier an axis and series; equals are all kept, as in `mart_pareto__model_month`.
-- example: from pareto_at('2026-06-15') where axis = 'epoch-capabilities-index' and series = 'list' order by score desc
(day) as table (
    with sold as (
        select axis, series, model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, any_value(score) as score,
            min(blend_3to1_usd_per_mtok) as blend_3to1_usd_per_mtok, arg_min(provider, (blend_3to1_usd_per_mtok, provider)) as provider,
        from mart_price_per_capability__model_spell
        where from_day <= day::date and (to_day > day::date or to_day is null)
        group by axis, series, model
    )
    select day::date as day, *
    from sold as mine
    where not exists (
        select 1 from sold as better
        where better.axis = mine.axis and better.series = mine.series
            and better.blend_3to1_usd_per_mtok <= mine.blend_3to1_usd_per_mtok and better.score >= mine.score
            and (better.blend_3to1_usd_per_mtok < mine.blend_3to1_usd_per_mtok or better.score > mine.score)
    )
)
