-- What each source says of a list price between two neighbouring days of change of that cell.
-- - Only the lab's own sheets, as their sources retell them: base models, standard service, list prices, per channel and currency.
-- - A moving name counts for the model it meant on the day its price was stated, where no source shows a name of the model's own.
-- - A sheet's price stands until it changes or ends. A curated fact stands until a later one follows, or as long as a sheet that came to
--   the same amount shows it, or, where none did, for 31 days: a sheet that was late brings no old price back.
-- grain: model, channel, currency, cell, from_day, source, provider
with spell as (
    select *, lead(native) over statement as next_native, coalesce(to_day, date '9999-12-31') as standing_until,
    from int_price__cell_spell
    where channel in ('lab-direct', 'lab-cn') and status = 'listed' and native > 0 and model is not null and billed_unit = 'million_tokens'
        and variant in ('base', 'preview', 'highspeed', 'thinking', 'alias') and not is_carried and list_or_effective = 'list'
    window statement as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
-- A cited fact lives as long as a sheet that came to the same amount shows it.
shared as (
    select fact.model, fact.channel, fact.currency, fact.cell, fact.from_day, max(other.standing_until) as standing_until,
    from spell as fact
    join spell as other using (model, channel, currency, cell)
    where fact.source = 'curated-prices' and other.source <> 'curated-prices' and abs(ln(fact.native / other.native)) <= 0.01
        and other.standing_until > fact.from_day
    group by all
),
lived as (
    select spell.*, case when spell.source <> 'curated-prices' or spell.to_day is not null then spell.standing_until
        else coalesce(shared.standing_until, spell.last_seen_on + 31) end as until_day,
    from spell
    left join shared using (model, channel, currency, cell, from_day)
),
-- One source can show one model under two names on one day: the one seen last counts, then the first by name.
single as (
    select * from lived
    qualify row_number() over (
        partition by source, provider, model, channel, currency, cell, from_day order by variant = 'alias', last_seen_on desc, source_model
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
qualify (single.variant <> 'alias' or not bool_or(single.variant <> 'alias') over (
    partition by interval.model, interval.channel, interval.currency, interval.cell, interval.day
)) and row_number() over (
    partition by interval.model, interval.channel, interval.currency, interval.cell, interval.day, single.source, single.provider
    order by single.variant = 'alias', single.from_day desc, single.last_seen_on desc, single.source_model
) = 1
