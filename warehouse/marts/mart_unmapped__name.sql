-- One printed model name that no rule explains, with its weight: tokens on the days listed by model, sources and rows.
-- - Its rows stay out of the marts that need identity and inside every denominator.
-- sources: none
-- grain: name
with unmapped as (
    select names.name, count(distinct names.source)::integer as sources, sum(names.rows)::bigint as rows, min(names.source) as example_source
    from stg_name__source_name as names
    anti join (from int_identity__name where model is not null) as identity using (source, provider, name)
    where names.source not in (select source from raw.source where not redistribute)
    group by names.name
),
weight as (
    select permaslug as name, sum(tokens)::bigint as tokens from mart_tokens__model_day group by permaslug
)
select unmapped.name, unmapped.sources, weight.tokens, unmapped.rows, unmapped.example_source
from unmapped
left join weight using (name)
