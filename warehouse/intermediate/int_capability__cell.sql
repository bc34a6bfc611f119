-- One cell of the sparse matrix of scores: the best score of one model at one effort on one benchmark that has published item parameters.
-- - A share solved, 0 to 1. The board's own scaffold where it states one setting, else the best of them.
-- - A score needs no day here: a capability belongs to the weights and counts from their release.
-- - Rows of sources that may not be redistributed are left out.
-- grain: benchmark, model_effort
-- assert: score between 0 and 1
with undated as (
    select item.benchmark, raw.score.source, raw.score.model as printed_name, raw.score.effort,
        cast(raw.score.score as double) / if(unit = 'percent', 100, 1) as score, observed_on,
    from raw.score
    join seed.capability_items as item
        on item.board_axis = raw.score.source || ':' || raw.score.benchmark || coalesce(':' || edition, '')
    where scored_on is null and unit in ('percent', 'fraction') and snapshot in (select snapshot from stg_look__sheet_look)
        and raw.score.source not in (select source from raw.source where not redistribute)
    qualify snapshot = first_value(snapshot) over (partition by raw.score.source, raw.score.benchmark order by observed_on desc, fetched_at desc, snapshot)
),
cell as (
    select axis as benchmark, model, effort, score / 100 as score, printed_name
    from mart_score__model_benchmark
    where unit = 'percent' and axis in (select benchmark from seed.capability_items)
    union all
    select undated.benchmark, identity.model, coalesce(undated.effort, identity.effort), undated.score, undated.printed_name
    from undated
    join int_identity__name as identity
        on identity.source = undated.source and identity.provider = '' and identity.name = undated.printed_name
        and undated.observed_on >= identity.valid_from and (undated.observed_on < identity.valid_to or identity.valid_to is null)
    union all
    select benchmark, model, effort, cast(score as double), model_printed
    from seed.benchmark_scores
    where scored_on is null and benchmark not in (select benchmark from undated)
)
select benchmark, model || coalesce('@' || lower(effort), '') as model_effort, any_value(model) as model, any_value(lower(effort)) as effort,
    max(score) as score, arg_max(printed_name, (score, printed_name)) as printed_name,
from cell
where model is not null and score between 0 and 1
group by benchmark, model || coalesce('@' || lower(effort), '')
