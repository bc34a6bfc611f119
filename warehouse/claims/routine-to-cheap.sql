-- Chinese share of tokens, and price of tokens, in light tasks against heavy ones, by week.
-- - Light tasks take a smaller part of the tokens than of the requests: how hard a task is nobody measures, so tokens a request stand for it.
-- - Above zero on both where plain tasks go to cheap Chinese models.
with side as (
    select week, token_share > request_share as is_heavy, sum(token_share * cn_token_share) / sum(token_share) as cn_share,
        sum(token_share * blend_3to1_usd_per_mtok) / sum(token_share) filter (blend_3to1_usd_per_mtok is not null) as usd,
    from mart_task_mix__task_week
    where cn_token_share is not null and request_share is not null and token_share > 0
    group by all
)

select
    format('{}, {}', kind, light.week) as reading,
    case kind when 'Chinese share, light less heavy' then 100 * (light.cn_share - heavy.cn_share) else heavy.usd - light.usd end as measured,
    case kind when 'Chinese share, light less heavy' then 'points' else 'dollars per million tokens' end as detail,
    'no list price of the models of one side' as reason,
from side as light
inner join side as heavy on heavy.week = light.week and heavy.is_heavy and not light.is_heavy
cross join (values ('Chinese share, light less heavy'), ('price, heavy less light')) as kinds (kind)
order by reading
