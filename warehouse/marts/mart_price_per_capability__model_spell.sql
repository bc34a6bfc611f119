-- Score and blended price of one model over the days on which both stood, from one list or one host: what `cheapest_at` and `pareto_at` read.
-- - From the later of the day the score counts and the day of the price; the best effort of the model speaks for it.
-- grain: axis, series, provider, model, from_day
-- assert: blend_3to1_usd_per_mtok > 0
-- assert: to_day > from_day or to_day is null
select score.axis, blend.series, score.model, score.title, score.lab, score.country, score.effort, score.score, score.scored_on, blend.provider,
    greatest(blend.from_day, score.scored_on) as from_day, nullif(max(blend.to_day), date '9999-12-31') as to_day,
    min(blend.blend_usd_per_mtok) as blend_3to1_usd_per_mtok, min(score.run_cost_usd / score.tasks) as run_usd_per_task,
from int_capability__model_score as score
join int_capability__price_spell as blend using (model)
where blend.to_day > score.scored_on
group by all
