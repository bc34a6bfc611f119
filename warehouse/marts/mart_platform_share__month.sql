-- Tokens a day on OpenRouter in one month beside the tokens a day that companies and governments disclose: how much of the known world one platform is.
-- - Disclosed: Google (all surfaces), OpenAI (API), Microsoft (all) and China: the larger of the national figure and ByteDance with Alibaba,
--   so that nobody is counted twice. Each by its own or a government's last figure, at most six months old.
-- - Most of the world discloses nothing, and private traffic is not in OpenRouter's counts either: `share_at_most` is an upper bound.
-- - Scopes differ (some count every surface, some the API only) and each counts with its own tokenizer: an order of magnitude, no series.
-- - A month whose days are not all there is provisional; one with fewer than two disclosing parties has no share, with its reason.
-- - A figure that its neighbours make suspect is not used.
-- grain: month
-- assert: share_at_most between 0 and 1 or share_at_most is null
-- assert: (share_at_most is null) = (reason is not null)
-- sources: openrouter-rankings-daily, curated-disclosures
with platform as (
    select date_trunc('month', day)::date as month, sum(tokens) / count(distinct day) as tokens_per_day, count(distinct day)::integer as days,
    from int_tokens__lab_day
    group by 1
),
figure as (
    select org, strptime(month, '%Y-%m')::date as stated_month, max(tokens_per_day) as tokens_per_day,
    from mart_disclosed_tokens__org_month
    where voice in ('organisation', 'government') and length(month) = 7 and unit_check <> 'suspect' and (org, scope) in (
        ('Google', 'all'), ('OpenAI', 'api'), ('Microsoft', 'all'), ('ByteDance', 'doubao'), ('Alibaba (Qwen)', 'qwen'),
        ('China (National Data Administration)', 'all')
    )
    group by all
),
standing as (
    select platform.month, figure.org, figure.stated_month, figure.tokens_per_day
    from platform
    join figure on figure.stated_month <= platform.month and figure.stated_month >= platform.month - interval 6 month
    qualify row_number() over (partition by platform.month, figure.org order by figure.stated_month desc) = 1
),
world as (
    select month, coalesce(sum(tokens_per_day order by org) filter (org in ('Google', 'OpenAI', 'Microsoft')), 0)
            + greatest(
                coalesce(sum(tokens_per_day order by org) filter (org like 'China%'), 0),
                coalesce(sum(tokens_per_day order by org) filter (org in ('ByteDance', 'Alibaba (Qwen)')), 0)
            ) as tokens_per_day,
        string_agg(org || ' ' || strftime(stated_month, '%Y-%m'), '; ' order by org) as parties,
        count(distinct if(org in ('ByteDance', 'Alibaba (Qwen)') or org like 'China%', 'China', org))::integer as disclosing,
    from standing
    group by month
)
select platform.month, platform.tokens_per_day as platform_tokens_per_day, world.tokens_per_day as disclosed_tokens_per_day,
    coalesce(world.disclosing, 0) as disclosing, world.parties,
    if(world.disclosing >= 2, platform.tokens_per_day / (world.tokens_per_day + platform.tokens_per_day), null) as share_at_most,
    if(world.disclosing >= 2, null, 'fewer than two disclosing parties in six months') as reason,
    platform.days < day(last_day(platform.month)) as is_provisional,
from platform
left join world using (month)
