-- One model as a version of its family: when it came out, since when which kind of source lists it, and the efforts that are printed beside it.
-- - `dated_on` is the stated release where there is one, else the first listing; `basis` says which. A release known only to the month has no day.
-- - A day of listing is when a source here first showed a name of the model, never earlier than its archive; a ranking of a week counts from its Monday.
-- - Sheets of prices, rankings of use and boards of scores apart; `first_lab_listed_on` is a page of a lab. A board's day is that of the run.
-- - Efforts are levels only, not budgets in tokens or modes; none printed is not stated, never none. A seeded model that nobody lists keeps its row.
-- - Sources that may not be redistributed are not counted.
-- sources: none
-- grain: model
-- assert: first_listed_on <= last_listed_on or first_listed_on is null
-- assert: basis in ('released', 'first listed') or dated_on is null
with source as (
    select source, kind, lineage from raw.source where redistribute
    union all
    select source, kind, 'curated' from seed.sources where source not in (select source from raw.source)
),
listing as (
    select identity.model, name.source, source.lineage, identity.effort,
        case when source.kind in ('price', 'catalogue') then 'price' else source.kind end as kind,
        greatest(name.first_day, identity.valid_from) as first_day, least(name.last_day, coalesce(identity.valid_to - 1, name.last_day)) as last_day,
    from stg_name__source_name as name
    join int_identity__name as identity using (source, provider, name)
    join source using (source)
    where identity.model is not null and name.last_day >= identity.valid_from and (name.first_day < identity.valid_to or identity.valid_to is null)
),
listed as (
    select model, min(first_day) as first_listed_on, arg_min(source, (first_day, source)) as first_listed_by, max(last_day) as last_listed_on,
        count(distinct source)::integer as sources, min(first_day) filter (kind = 'price') as first_priced_on,
        min(first_day) filter (kind = 'price' and lineage = 'lab') as first_lab_listed_on, min(first_day) filter (kind = 'usage') as first_used_on,
        min(first_day) filter (kind = 'score') as first_scored_on,
        list_sort(list(distinct effort) filter (regexp_full_match(effort, 'none|minimal|low|medium|high|xhigh|max'))) as efforts,
    from listing
    group by model
)
select models.model, models.title, models.lab, coalesce(labs.country_group, 'unknown') as country, models.family, models.version, models.variant,
    try_cast(models.released_on as date) as released_on, models.released_on_basis, models.citation, first_listed_on, first_listed_by, last_listed_on,
    first_priced_on, first_lab_listed_on, first_used_on, first_scored_on, coalesce(sources, 0) as sources,
    coalesce(try_cast(models.released_on as date), first_listed_on) as dated_on,
    case when try_cast(models.released_on as date) is not null then 'released' when first_listed_on is not null then 'first listed' end as basis,
    date_diff('day', try_cast(models.released_on as date), first_listed_on)::integer as listed_after_days,
    nullif(len(efforts), 0)::integer as effort_levels,
    nullif(array_to_string(efforts, ' '), '') as efforts,
from seed.models as models
left join seed.labs as labs on labs.lab = models.lab
left join listed using (model)
