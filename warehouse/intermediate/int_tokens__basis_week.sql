-- Tokens of one group of a week on one basis: the countries, models of no public lab (`unnamed`), and all that the basis does not list (`unlisted`).
-- - `top9_models` counts ranks 1 to 9 of the weekly chart: the basis of the press. Rank 10 belongs to the unlisted.
-- - `top50_daily` sums seven daily top-50 lists; `all_tokens` has the same tokens and another denominator.
-- - A stealth model stays unnamed in these figures after its reveal too: the published weeks were counted without it.
-- grain: basis, week, country
-- assert: tokens >= 0
with top9_model as (
    select rank.week, rank.tokens, if(identity.variant = 'stealth', 'unknown', coalesce(labs.country_group, 'unknown')) as seed_group,
    from stg_usage__weekly_rank as rank
    left join int_identity__name as identity
        on identity.source = 'curated-usage' and identity.provider = '' and identity.name = rank.slug
        and rank.week >= identity.valid_from and (rank.week < identity.valid_to or identity.valid_to is null)
    left join seed.labs as labs on labs.lab = identity.lab
    where rank.rank <= 9
),
top9 as (
    select week, case when seed_group = 'unknown' then 'unnamed' else seed_group end as country, sum(tokens)::bigint as tokens,
        count(*)::integer as models,
    from top9_model
    group by all
),
top9_unlisted as (
    select top9.week, 'unlisted' as country, any_value(total_tokens) - sum(tokens)::bigint as tokens, null::integer as models
    from top9
    join int_tokens__platform_week as platform using (week)
    group by top9.week
),
daily as (
    select date_trunc('week', day)::date as week, country, sum(tokens)::bigint as tokens, null::integer as models
    from int_tokens__lab_day
    group by all
),
held as (
    select 'top9_models' as basis, * from top9
    union all
    select 'top9_models', * from top9_unlisted
    union all
    select 'top50_daily', * from daily
    union all
    select 'all_tokens', * from daily
)
-- A country without tokens among the listed has 0, and says so: the list was seen.
select basis, week, country, coalesce(tokens, 0) as tokens, models
from (select distinct basis, week from held) as weeks
cross join (select unnest(['CN', 'US', 'EU', 'other', 'unnamed', 'unlisted']) as country) as countries
left join held using (basis, week, country)
