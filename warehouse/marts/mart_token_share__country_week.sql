-- Share of one country in the tokens of one week on one basis, with the band that unattributed tokens leave open.
-- - The three bases are never joined: `top9_models` and `top50_daily` are shares of China + US, `all_tokens` of every token.
-- - The band gives all that the basis cannot attribute (unnamed, unlisted) wholly to the one side or the other.
-- - A lead is certain when it holds at both ends of the band.
-- - The newest complete week is provisional; a week with a missing day is not complete and its total is an estimate.
-- grain: basis, week, country
-- assert: share between 0 and 1 or share is null
-- assert: low <= share and share <= high or share is null
-- assert: low <= high or low is null
-- assert: basis is not null and denominator is not null and coverage is not null and unnamed is not null
-- assert: coverage <= 1
with wide as (
    select basis, week,
        sum(tokens) filter (country = 'CN') as cn, sum(tokens) filter (country = 'US') as us,
        sum(tokens) filter (country in ('unnamed', 'unlisted')) as rest, sum(tokens) filter (country = 'unlisted') as unlisted,
        sum(models) as models,
    from int_tokens__basis_week
    group by basis, week
)
select part.basis, case part.basis when 'all_tokens' then 'all' else 'cn_plus_us' end as denominator, part.week, part.country,
    part.tokens, platform.total_tokens,
    case when part.basis = 'all_tokens' then part.tokens / platform.observed_tokens
        when part.country in ('CN', 'US') then part.tokens / nullif(wide.cn + wide.us, 0) end as share,
    case when part.basis = 'all_tokens' then part.tokens / platform.observed_tokens
        when part.country in ('CN', 'US') then part.tokens / nullif(wide.cn + wide.us + wide.rest, 0) end as low,
    case when part.basis = 'all_tokens' and part.country in ('unnamed', 'unlisted') then part.tokens / platform.observed_tokens
        when part.basis = 'all_tokens' then (part.tokens + wide.rest) / platform.observed_tokens
        when part.country in ('CN', 'US') then (part.tokens + wide.rest) / nullif(wide.cn + wide.us + wide.rest, 0) end as high,
    1 - wide.unlisted / case part.basis when 'top9_models' then platform.total_tokens else platform.observed_tokens end as coverage,
    platform.total_basis, 'unknown' as unnamed, platform.as_of,
    case when wide.cn > wide.us then 'CN' else 'US' end as lead,
    greatest(wide.cn, wide.us) > least(wide.cn, wide.us) + wide.rest as lead_certain,
    platform.days, platform.is_complete, platform.is_newest as is_provisional, wide.models::integer as models,
from int_tokens__basis_week as part
join wide using (basis, week)
join int_tokens__platform_week as platform using (week)
