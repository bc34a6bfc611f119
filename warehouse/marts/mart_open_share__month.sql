-- Share of models with open weights in the tokens of one month, on the listed days, with what nobody states as a piece of its own.
-- - `low` counts every model whose weights nobody states, and all below the 50th, for closed, `high` for open; `share` is of the stated ones.
-- - Days listed by model only, each with the same weight in tokens as it has. These tokens are hosted: nothing here ran on a user's own machine.
-- grain: month
-- assert: share between low and high or share is null
-- assert: open_tokens + closed_tokens + unstated_tokens + unlisted_tokens = tokens
with used as (
    select date_trunc('month', used.day)::date as month, used.day, used.tokens, used.permaslug = 'other' as is_unlisted, model.open_weights
    from mart_tokens__model_day as used
    left join mart_model__model as model using (model)
),
monthly as (
    select month, count(distinct day)::integer as listed_days, sum(tokens)::bigint as tokens,
        coalesce(sum(tokens) filter (open_weights), 0)::bigint as open_tokens,
        coalesce(sum(tokens) filter (not open_weights), 0)::bigint as closed_tokens,
        coalesce(sum(tokens) filter (is_unlisted), 0)::bigint as unlisted_tokens,
        coalesce(sum(tokens) filter (open_weights is null and not is_unlisted), 0)::bigint as unstated_tokens,
    from used
    group by month
)
select month, listed_days, tokens, open_tokens, closed_tokens, unstated_tokens, unlisted_tokens,
    open_tokens / nullif(open_tokens + closed_tokens, 0) as share, open_tokens / tokens as low, (tokens - closed_tokens) / tokens as high,
from monthly
where tokens > 0
