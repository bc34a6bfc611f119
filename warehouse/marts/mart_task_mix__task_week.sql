-- Share of one task in the requests and tokens of a router in one week, and whose models do it at what price.
-- - Shares of classified traffic, sampled, without totals; window of seven days whose last day falls in the week.
-- - `cn_token_share` to `unnamed_token_share` are of the task's own tokens, by the models it is listed with; the rest is unlisted.
-- - `blend_3to1_usd_per_mtok` weighs the lab's list prices of the models that have one, `priced_token_share` of the task's tokens.
-- - `model` is the most used one, null where no rule explains its name; `most_capable_model` has the highest capability of those listed.
-- - Empty without a key: no public copy of the ranking is shipped.
-- grain: source, week, task
-- assert: request_share between 0 and 1 or request_share is null
-- assert: token_share between 0 and 1 or token_share is null
-- assert: least(cn_token_share, us_token_share, other_token_share, unnamed_token_share, unlisted_token_share) >= 0 or models = 0
with done as (
    select source, week, task, count(*)::integer as models, sum(token_share order by printed_name) as listed,
        coalesce(sum(token_share order by printed_name) filter (country = 'CN'), 0) as cn,
        coalesce(sum(token_share order by printed_name) filter (country = 'US'), 0) as us,
        coalesce(sum(token_share order by printed_name) filter (country = 'unnamed'), 0) as unnamed,
        coalesce(sum(token_share order by printed_name) filter (country not in ('CN', 'US', 'unnamed')), 0) as other,
        sum(token_share order by printed_name) filter (blend_3to1_usd_per_mtok is not null) as priced,
        sum(token_share * blend_3to1_usd_per_mtok order by printed_name) as spend,
        arg_max_null(model, (token_share, printed_name)) filter (token_share is not null) as model,
        arg_max(model, (capability, printed_name)) filter (capability is not null) as most_capable_model,
    from int_task_mix__task_model
    group by source, week, task
),
stated as (
    select * from stg_usage__task_share where part = 'all'
)
select stated.source, stated.week, stated.task, grouped.name as task_group, stated.from_day, stated.to_day, stated.request_share, stated.token_share,
    grouped.request_share as group_request_share, grouped.token_share as group_token_share, coalesce(models, 0) as models, model, most_capable_model,
    cn as cn_token_share, us as us_token_share, other as other_token_share, unnamed as unnamed_token_share,
    greatest(0, 1 - listed) as unlisted_token_share, priced as priced_token_share, spend / nullif(priced, 0) as blend_3to1_usd_per_mtok, stated.as_of,
    stated.snapshot,
from stated
left join stg_usage__task_share as grouped
    on grouped.source = stated.source and grouped.week = stated.week and grouped.task = stated.task and grouped.part = 'group'
left join done on done.source = stated.source and done.week = stated.week and done.task = stated.task
