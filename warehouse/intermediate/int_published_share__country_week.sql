-- Shares that a gateway itself publishes, by country of the lab, as the mean of the days of a week: tokens, spend and requests.
-- - Shares only, never counts, and a basis of its own: never joined with another.
-- - `unlisted` is what the gateway prints as other, `unnamed` a model whose lab is not known.
-- - Rows of sources that may not be redistributed stop here.
-- grain: source, metric, week, country
-- assert: share >= 0
with listed as (
    select usage.*
    from raw.usage as usage
    where source = 'vercel-ai-gateway' and unit = 'percent' and period = 'day' and subject in ('model', 'other')
        and metric in ('tokens', 'spend', 'requests') and source not in (select source from raw.source where not redistribute)
    qualify dense_rank() over (partition by source, metric, day order by fetched_at desc, snapshot) = 1
),
placed as (
    select listed.source, listed.metric, listed.day, listed.position, amount::double / 100 as share,
        case when subject = 'other' then 'unlisted' when identity.variant = 'stealth' or labs.country_group is null or labs.country_group = 'unknown'
            then 'unnamed' else labs.country_group end as country,
    from listed
    left join int_identity__name as identity
        on listed.subject = 'model' and identity.source = listed.source and identity.provider = '' and identity.name = listed.name
        and listed.day >= identity.valid_from and (listed.day < identity.valid_to or identity.valid_to is null)
    left join seed.labs as labs on labs.lab = identity.lab
),
week_days as (
    select source, metric, date_trunc('week', day)::date as week, count(distinct day)::integer as days from placed group by all
)
select placed.source, placed.metric, week, country, sum(share order by day, position) / any_value(days) as share, any_value(days) as days,
from placed
join week_days on week_days.source = placed.source and week_days.metric = placed.metric and week = date_trunc('week', day)::date
group by all
