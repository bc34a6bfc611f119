-- One hidden model's name as the router printed it, with who made it and since when that is known.
-- - A revealed model counts for its maker on all days here and in `mart_tokens__model_day`; `tokens_unnamed` is what was
-- counted while nobody could know: the vintage of those days has it under no lab.
-- - The shares by lab stay with the router's own series, in which hidden models are unnamed on every day.
-- sources: openrouter-rankings-daily
-- grain: name
-- assert: tokens_unnamed <= tokens or tokens is null
with hidden as (
    select name, any_value(model) as model, any_value(lab) as lab, any_value(revealed_on) as revealed_on
    from int_identity__name
    where variant = 'stealth' and contains(name, '/') and source not in (select source from raw.source where not redistribute)
    group by name
),
counted as (
    select day.permaslug as name, sum(day.tokens)::bigint as tokens, min(day.day) as first_day, max(day.day) as last_day,
        sum(day.tokens) filter (where hidden.revealed_on is null or day.day < hidden.revealed_on)::bigint as tokens_unnamed,
    from mart_tokens__model_day as day
    join hidden on hidden.name = day.permaslug
    group by day.permaslug
)
select hidden.name, hidden.model, nullif(hidden.lab, 'unnamed') as lab, coalesce(labs.country_group, 'unknown') as country, hidden.revealed_on,
    counted.tokens, coalesce(counted.tokens_unnamed, if(counted.tokens is null, null, 0)) as tokens_unnamed, counted.first_day, counted.last_day,
from hidden
left join counted using (name)
left join seed.labs as labs on labs.lab = hidden.lab
