-- Lowest list output price of a model at the reference score, in dollars per million tokens.
-- - Fixed before the day: the lab's own list, short context, standard tier, output; the reference level of each axis.
-- - Strictly below one cent, on the due day; until then the reading is what the newest list shows.
with reference as (
    select distinct axis, level from mart_cheapest_at__capability_day where is_reference
),

able as (
    select distinct reference.axis, score.model
    from mart_score__model_benchmark as score
    inner join reference on reference.axis = score.axis and score.score >= reference.level
    where score.model is not null
),

price as (
    select model, day, usd_per_mtok::double as usd
    from mart_price__model_day
    where channel = 'lab-direct' and cell = 'output' and service_tier = 'standard' and usd_per_mtok > 0
    qualify row_number() over (partition by model order by day desc) = 1
)

select
    able.axis as reading,
    min(price.usd) as measured,
    format('{} at {} dollars', arg_min(price.model, (price.usd, price.model)), min(price.usd)) as detail,
from able
inner join price using (model)
group by able.axis
order by reading
