-- What each source says of one cell of one sheet between two neighbouring days on which that cell, or the lab's list of it, changes.
-- - One source has one voice a cell (`has_voice`): a moving or a batch name has none where any source shows a name of the model's own, nor
--   has a longer name of the model in the same source: `gpt-4o` speaks, `ft:gpt-4o` and `gpt-4o:extended` do not; nor has an amount in
--   another unit than all others state.
-- - Of two sheets of one source that both show a name, the one that changed last counts.
-- - `natives` are all the amounts that the same source says of the cell, under every name of the model.
-- grain: model, channel, currency, charges, cell, from_day, source, provider, source_model
with edge as (
    select model, channel, currency, charges, cell, unnest([from_day, until_day]) as day from int_agreement__statement
),
span as (
    select model, channel, currency, charges, cell, min(day) as first_day, max(day) as end_day from edge group by all
),
every as (
    select * from edge
    union
    select span.model, span.channel, span.currency, span.charges, span.cell, list.day
    from span
    join edge as list on list.model = span.model and list.cell = span.cell and list.day > span.first_day and list.day < span.end_day
    where list.channel in ('lab-direct', 'lab-cn')
),
interval as (
    select *, lead(day) over (partition by model, channel, currency, charges, cell order by day) as to_day from every
),
said as (
    select said.* exclude (from_day), interval.day as from_day, interval.to_day, said.from_day as spell_from_day,
    from interval
    join int_agreement__statement as said
        on said.model = interval.model and said.channel = interval.channel and said.currency = interval.currency
        and said.charges = interval.charges and said.cell = interval.cell and said.from_day <= interval.day and said.until_day >= interval.to_day
    where interval.to_day is not null
    qualify row_number() over (
        partition by said.model, said.channel, said.currency, said.charges, said.cell, interval.day, said.source, said.provider, said.source_model
        order by said.from_day desc, said.last_seen_on desc, said.native, said.snapshot
    ) = 1
)
select *,
    not is_slip and (variant not in ('alias', 'batch') or not bool_or(variant not in ('alias', 'batch')) over (partition by model, channel, currency, charges, cell, from_day))
        and row_number() over (
            partition by model, channel, currency, charges, cell, from_day, source, provider
            order by is_slip, variant in ('alias', 'batch'), length(source_model), spell_from_day desc, last_seen_on desc, source_model
        ) = 1 as has_voice,
    list(native) over (partition by model, channel, currency, charges, cell, from_day, source, provider) as natives,
from said
