-- Days between the first US and the first Chinese model to reach a level of an axis, and what each cost on the first day it had a list price.
-- - Levels are the curated ones and three points either side. A level that only one country has reached has no lag.
-- - `lag_days` above 0: the Chinese model came later.
-- grain: axis, reference_level, level
with reached as (
    select level.axis, level.reference_level, level.level, score.country, score.model, score.title, score.score, score.scored_on,
    from int_capability__level as level
    join int_capability__model_score as score on score.axis = level.axis and score.score >= level.level
    where score.country in ('US', 'CN')
    qualify row_number() over (partition by level.axis, level.reference_level, level.level, score.country order by score.scored_on, score.score desc, score.model) = 1
),
priced as (
    select reached.*, offer.day as priced_on, offer.price
    from reached
    left join (
        select axis, model, min(day) as day, arg_min(price, (day, price)) as price
        from int_frontier__offer
        where basis = 'blend_3to1' and series = 'list'
        group by axis, model
    ) as offer using (axis, model)
)
select level.axis, level.reference_level, level.level, us.model as us_model, us.title as us_title, us.score as us_score, us.scored_on as us_reached_on,
    us.priced_on as us_priced_on, us.price as us_blend_usd_per_mtok, cn.model as cn_model, cn.title as cn_title, cn.score as cn_score,
    cn.scored_on as cn_reached_on, cn.priced_on as cn_priced_on, cn.price as cn_blend_usd_per_mtok,
    date_diff('day', us.scored_on, cn.scored_on)::integer as lag_days, cn.price / us.price as china_to_us_price,
    case when us.model is null and cn.model is null then 'no model of either country has reached it'
        when us.model is null then 'no US model has reached it' when cn.model is null then 'no Chinese model has reached it' end as reason,
from int_capability__level as level
left join (select * from priced where country = 'US') as us using (axis, reference_level, level)
left join (select * from priced where country = 'CN') as cn using (axis, reference_level, level)
