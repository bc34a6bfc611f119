-- A spell with its canonical model, its lab and country, its channel and its amount in dollars.
-- - The channel is the provider's, from the seed; a provider that no seed knows is a `host` of unknown channel and says `unknown`.
-- - Dollars are the sheet's own where it is in dollars; else converted at the last rate on or before the day the price was first seen, and marked.
-- - A name that swaps its meaning parts the stretch on the day it does. A price that stood before that day was never said of the new
--   meaning: `is_carried`, until the sheet states one again.
-- - Rows of sources that may not be redistributed stop here.
-- grain: source, sheet, provider, source_model, channel, currency, cell, from_day
with provider as (
    select * from seed.providers
    qualify row_number() over (partition by provider, source order by channel) = 1
),
spell as (
    select * from int_price__spell
    where source not in (select source from raw.source where not redistribute)
),
meant as (
    select spell.* replace (
            greatest(spell.from_day, coalesce(identity.valid_from, spell.from_day)) as from_day,
            nullif(least(coalesce(spell.to_day, date '9999-12-31'), coalesce(identity.valid_to, date '9999-12-31')), date '9999-12-31') as to_day,
            least(spell.last_seen_on, coalesce(identity.valid_to - 1, spell.last_seen_on)) as last_seen_on,
            if(identity.valid_from > spell.from_day, identity.valid_from - 1, spell.changed_after) as changed_after,
            spell.is_ended_by_absence and coalesce(spell.to_day <= identity.valid_to, true) as is_ended_by_absence
        ),
        spell.from_day as priced_from_day, coalesce(identity.valid_from > spell.from_day, false) as is_carried,
        identity.model, identity.lab, identity.variant, identity.rule,
    from spell
    left join int_identity__name as identity
        on identity.source = spell.source and identity.provider = spell.provider and identity.name = spell.source_model
        and identity.valid_from < coalesce(spell.to_day, spell.last_seen_on + 1)
        and (identity.valid_to > spell.from_day or identity.valid_to is null)
),
placed as (
    select meant.*, coalesce(own.channel, common.channel, 'unknown') as seed_channel, coalesce(own.lab, common.lab) as provider_lab,
        coalesce(own.is_converted, common.is_converted, 'false') = 'true' as is_converted,
    from meant
    left join provider as own on own.provider = meant.provider and own.source = meant.source
    left join provider as common on common.provider = meant.provider and common.source = '*'
),
rated as (
    select placed.*, fx.cny_per_usd, fx.fx_day, fx.source as fx_source,
    from placed
    asof left join int_fx__day as fx on placed.priced_from_day >= fx.day
)
select rated.source, rated.sheet, coalesce(source.lineage, 'curated') as lineage, rated.provider, rated.source_model, rated.model,
    models.title, rated.lab, coalesce(labs.country_group, 'unknown') as country,
    case
        when rated.channel_stated <> '' then rated.channel_stated
        when rated.seed_channel in ('lab-direct', 'lab-cn') and rated.lab is distinct from rated.provider_lab then 'host'
        when rated.is_converted then 'converted'
        else rated.seed_channel
    end as channel,
    coalesce(rated.variant, 'unknown') as variant, rated.meter, rated.cell, rated.service_tier, rated.time_window, rated.holiday_calendar,
    rated.list_or_effective, rated.min_input_tokens, rated.max_input_tokens, rated.currency, rated.amount, rated.unit, rated.billed_unit, rated.native, rated.status,
    case rated.currency when 'USD' then rated.native when 'CNY' then (rated.native / rated.cny_per_usd)::decimal(18, 10) end as usd,
    if(rated.currency = 'CNY', rated.fx_day, null) as fx_day, if(rated.currency = 'CNY', rated.cny_per_usd, null) as cny_per_usd,
    if(rated.currency = 'CNY', rated.fx_source, null) as fx_source,
    rated.from_day, rated.to_day, rated.changed_after, rated.last_seen_on, rated.is_ended_by_absence, rated.is_carried, rated.looks, rated.known_at, rated.end_known_at,
    rated.field, rated.observed_on_basis, rated.observed_on_quality, rated.snapshot, rated.position,
from rated
left join raw.source as source on source.source = rated.source
left join seed.labs as labs on labs.lab = rated.lab
left join (select model, any_value(title) as title from seed.models group by model) as models on models.model = rated.model
