-- Best score of a model that uses a part of its parameters less the best of a dense one, in points of each axis.
-- - Models whose parameters are published; two or more of each kind; the compute itself is not published.
-- - Above zero points the way of the sentence; the two kinds differ in more than that, so described only.
with scored as (
    select
        score.axis,
        score.title,
        score.score::double as score,
        model.active_parameters_b::double as active_b,
        model.total_parameters_b::double as total_b,
        coalesce(model.active_parameters_b::double < model.total_parameters_b::double, false) as is_sparse,
    from mart_score__model_benchmark as score
    inner join mart_model__model as model using (model)
    where model.total_parameters_b is not null
)

select
    axis as reading,
    max(score) filter (is_sparse) - max(score) filter (not is_sparse) as measured,
    format(
        '{} ({} of {} billion) to {} ({} billion)',
        arg_max(title, (score, title)) filter (is_sparse),
        arg_max(active_b, (score, active_b)) filter (is_sparse),
        arg_max(total_b, (score, total_b)) filter (is_sparse),
        arg_max(title, (score, title)) filter (not is_sparse),
        arg_max(total_b, (score, total_b)) filter (not is_sparse)
    ) as detail,
from scored
group by axis
having count(*) filter (is_sparse) >= 2 and count(*) filter (not is_sparse) >= 2
order by axis
