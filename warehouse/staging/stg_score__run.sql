-- One score of one model on one capability axis: runs read from boards and the curated edition of an index.
-- - A board is its newest look; a score without a day cannot be placed in time and is left out here.
-- - A run cost of 0 or none is unknown, never free.
-- - Each benchmark and edition of a board that shows several is an axis of its own; editions are never joined. A benchmark with
--   published item parameters has one name on every board, and its scores are in percent.
-- - Rows of sources that may not be redistributed stop here.
-- - Runs cited from a board stand in until the board itself has been looked at.
-- - Two runs of one printed name are two rows; which one counts is chosen later.
-- - Self-reported is what a board copies from the model's maker; runs and editions cited here are those of the boards themselves.
-- grain: axis, source, printed_name, scored_on, score, position
with shown as (
    select *, if(source = benchmark, benchmark, source || ':' || benchmark || coalesce(':' || edition, '')) as board_axis,
    from raw.score
    where scored_on is not null and snapshot in (select snapshot from stg_look__sheet_look)
        and source not in (select source from raw.source where not redistribute)
    qualify snapshot = first_value(snapshot) over (partition by source, benchmark order by observed_on desc, fetched_at desc, snapshot)
),
board as (
    select coalesce(item.benchmark, board_axis) as axis, shown.source, shown.model as printed_name, shown.effort,
        cast(score as double) * if(item.benchmark is not null and unit = 'fraction', 100, 1) as score,
        if(item.benchmark is not null and unit = 'fraction', 'percent', unit) as unit, scored_on, observed_on,
        nullif(cast(run_cost_usd as double), 0) as run_cost_usd, tasks, prompt_tokens, completion_tokens, snapshot, position, url as citation,
        kind = 'self_reported' as is_self_reported,
    from shown
    left join seed.capability_items as item using (board_axis)
),
cited as (
    -- The boards' runs as last cited, in use until the board itself has been looked at.
    select axis, model_printed as printed_name, null::varchar as effort, cast(score as double) as score, scored_on::date as scored_on,
        nullif(cast(run_cost_usd as double), 0) as run_cost_usd, tasks::integer as tasks, prompt_tokens::bigint as prompt_tokens,
        completion_tokens::bigint as completion_tokens, citation, null::varchar as model_stated,
    from seed.runs
    union all by name
    select benchmark as axis, model_printed as printed_name, effort, round(100 * cast(score as double), 6) as score,
        scored_on::date as scored_on, citation, model as model_stated,
    from seed.benchmark_scores
    where scored_on is not null
),
run as (
    select axis, 'curated-scores' as source, * exclude (axis), 'percent' as unit, 'curated:' || md5(citation) as snapshot, false as is_self_reported,
        row_number() over (order by axis, scored_on, printed_name)::integer as position,
    from cited
    where axis not in (select axis from board)
),
index as (
    select axis, 'curated-scores' as source, model_printed as printed_name, effort, cast(score as double) as score, 'points' as unit,
        try_cast(released_on as date) as scored_on, null::double as run_cost_usd, null::integer as tasks,
        'curated:' || md5(citation) as snapshot, row_number() over (order by model_printed)::integer as position, citation,
        model as model_stated, false as is_self_reported,
    from seed.scores
)
select axis, source, printed_name, effort, score, unit, scored_on, run_cost_usd, tasks, prompt_tokens, completion_tokens, snapshot, position,
    citation, is_self_reported, null::varchar as model_stated,
from board
union all by name
select * from run
union all by name
select * from index
