-- One name of a model as sources print it, between the days on which it meant that model.
-- - A moving name such as `latest` has a row for each of its meanings; `valid_to` is the day on which the next begins.
-- - The same spelling at several sources and sellers is one row; `printed_by` names the sources, `rule` how the name was read.
-- - A name that no rule explains has no row here; `mart_unmapped__name` lists it. Sources that may not be redistributed are left out.
-- sources: none
-- grain: model, name, valid_from
-- assert: first_day <= last_day
-- assert: valid_to > valid_from or valid_to is null
with source as (
    select source from raw.source where redistribute
    union
    select source from seed.sources
),
named as (
    select identity.model, name.name, identity.valid_from, identity.valid_to, identity.rule, source,
        greatest(name.first_day, identity.valid_from) as first_day, least(name.last_day, coalesce(identity.valid_to - 1, name.last_day)) as last_day,
    from stg_name__source_name as name
    join int_identity__name as identity using (source, provider, name)
    join source using (source)
    where identity.model is not null and name.last_day >= identity.valid_from and (name.first_day < identity.valid_to or identity.valid_to is null)
)
select model, name, valid_from, any_value(valid_to) as valid_to, min(first_day) as first_day, max(last_day) as last_day,
    count(distinct source)::integer as sources, string_agg(distinct source, ' ' order by source) as printed_by, min(rule) as rule,
from named
group by model, name, valid_from
order by model, name, valid_from
