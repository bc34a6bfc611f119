-- What one source says of one cell of a lab's own list over a stretch of days, for as long as its word counts.
-- - Only the lab's own sheets, as their sources retell them: base models, list prices, per channel and currency.
-- - A moving name counts for the model it meant on the day its price was stated.
-- - A sheet's price stands until it changes or ends. A curated fact stands until a later one follows, or as long as a sheet that came to
--   the same amount shows it under the model's own name (not `gpt-4o-2024-05-13`), or, where none did, for 31 days: a sheet that was late
--   brings no old price back, and a fact that lived by a sheet goes where the sheet goes.
-- - An amount in another unit than all others state is left out (`int_agreement__unit_slip`).
-- - One source can show one model under two names on one day: the model's own name counts, then the one seen last, then the first by name.
-- grain: source, provider, model, channel, currency, cell, from_day
-- assert: until_day > from_day
-- assert: end_known_at >= known_at or end_known_at is null
with spell as (
    select *, lead(native) over statement as next_native, lead(known_at) over statement as next_known_at,
        coalesce(to_day, date '9999-12-31') as standing_until,
        length(source_model) = min(length(source_model)) over (partition by source, provider, model, channel, currency, cell) as is_plain,
    from int_price__cell_spell
    anti join int_agreement__unit_slip using (source, sheet, provider, source_model, channel, currency, cell, from_day)
    where channel in ('lab-direct', 'lab-cn') and status = 'listed' and native > 0 and model is not null and billed_unit = 'million_tokens'
        and variant in ('base', 'preview', 'highspeed', 'thinking', 'alias') and not is_carried and list_or_effective = 'list'
    window statement as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
-- A cited fact lives as long as a sheet that came to the same amount shows it under the model's own name, and goes on as that sheet does.
shared as (
    select fact.model, fact.channel, fact.currency, fact.cell, fact.from_day, max(other.standing_until) as standing_until,
        arg_max(other.next_native, other.standing_until) as next_native, arg_max(other.next_known_at, other.standing_until) as next_known_at,
    from spell as fact
    join spell as other using (model, channel, currency, cell)
    where fact.source = 'curated-prices' and other.source <> 'curated-prices' and abs(ln(fact.native / other.native)) <= 0.01
        and other.standing_until > fact.from_day and other.is_plain
    group by all
)
select spell.source, spell.provider, spell.source_model, spell.model, spell.channel, spell.currency, spell.cell, spell.lineage, spell.title,
    spell.lab, spell.country, spell.meter, spell.service_tier, spell.time_window, spell.min_input_tokens, spell.max_input_tokens, spell.variant,
    spell.amount, spell.native, spell.usd, coalesce(spell.next_native, shared.next_native) as next_native,
    coalesce(spell.next_known_at, shared.next_known_at) as next_known_at, spell.from_day,
    case when spell.source <> 'curated-prices' or spell.to_day is not null then spell.standing_until
        else coalesce(shared.standing_until, spell.last_seen_on + 31) end as until_day,
    spell.changed_after, spell.last_seen_on, spell.known_at, greatest(spell.end_known_at, spell.known_at) as end_known_at, spell.snapshot,
from spell
left join shared using (model, channel, currency, cell, from_day)
qualify row_number() over (
    partition by spell.source, spell.provider, spell.model, spell.channel, spell.currency, spell.cell, spell.from_day
    order by spell.variant = 'alias', spell.last_seen_on desc, spell.source_model
) = 1
