-- What each source says of a list price between two neighbouring days of change of that cell.
-- - Only the lab's own sheets, as their sources retell them: base models, standard service, list prices, per channel and currency.
-- - A curated fact stands for 31 days after its last citation unless a later one follows; a live sheet stands until it changes or ends.
-- grain: model, channel, currency, cell, from_day, source, provider
with spell as (
    select *, lead(native) over statement as next_native,
        coalesce(to_day, if(source = 'curated-prices', last_seen_on + 31, date '9999-12-31')) as until_day,
    from int_price__cell_spell
    where channel in ('lab-direct', 'lab-cn') and status = 'listed' and native > 0 and model is not null and billed_unit = 'million_tokens'
        and variant in ('base', 'preview', 'highspeed', 'thinking') and list_or_effective = 'list'
    window statement as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
-- One source can show one model under two names on one day: the one seen last counts, then the first by name.
single as (
    select * from spell
    qualify row_number() over (
        partition by source, provider, model, channel, currency, cell, from_day order by last_seen_on desc, source_model
    ) = 1
),
edge as (
    select distinct model, channel, currency, cell, unnest([from_day, until_day]) as day
    from single
),
interval as (
    select *, lead(day) over (partition by model, channel, currency, cell order by day) as to_day
    from edge
)
select interval.model, interval.channel, interval.currency, interval.cell, interval.day as from_day, interval.to_day, single.source,
    single.provider, single.source_model, single.lineage, single.native, single.next_native, single.usd, single.amount, single.title, single.lab,
    single.country, single.meter, single.service_tier, single.time_window, single.min_input_tokens, single.max_input_tokens, single.variant,
    single.changed_after, single.last_seen_on, single.snapshot, single.from_day as spell_from_day,
from interval
join single
    on single.model = interval.model and single.channel = interval.channel and single.currency = interval.currency
    and single.cell = interval.cell and single.from_day <= interval.day and single.until_day >= interval.to_day
where interval.to_day is not null
qualify row_number() over (
    partition by interval.model, interval.channel, interval.currency, interval.cell, interval.day, single.source, single.provider
    order by single.from_day desc, single.last_seen_on desc, single.source_model
) = 1
