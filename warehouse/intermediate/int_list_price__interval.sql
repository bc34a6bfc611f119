-- What each source says of a list price between two neighbouring days of change of that cell.
-- - A moving name counts only where no source shows a name of the model's own; of two names in one source the shorter counts: `gpt-4o`, not
--   `gpt-4o-2024-05-13` or `ft:gpt-4o`.
-- grain: model, channel, currency, cell, from_day, source, provider
with edge as (
    select distinct model, channel, currency, cell, unnest([from_day, until_day]) as day
    from int_list_price__statement
),
interval as (
    select *, lead(day) over (partition by model, channel, currency, cell order by day) as to_day
    from edge
)
select interval.model, interval.channel, interval.currency, interval.cell, interval.day as from_day, interval.to_day, said.source,
    said.provider, said.source_model, said.lineage, said.native, said.next_native, said.usd, said.amount, said.title, said.lab,
    said.country, said.meter, said.service_tier, said.time_window, said.min_input_tokens, said.max_input_tokens, said.variant,
    said.changed_after, said.last_seen_on, said.snapshot, said.from_day as spell_from_day,
from interval
join int_list_price__statement as said
    on said.model = interval.model and said.channel = interval.channel and said.currency = interval.currency
    and said.cell = interval.cell and said.from_day <= interval.day and said.until_day >= interval.to_day
where interval.to_day is not null
qualify (said.variant <> 'alias' or not bool_or(said.variant <> 'alias') over (
    partition by interval.model, interval.channel, interval.currency, interval.cell, interval.day
)) and row_number() over (
    partition by interval.model, interval.channel, interval.currency, interval.cell, interval.day, said.source, said.provider
    order by said.variant = 'alias', length(said.source_model), said.from_day desc, said.last_seen_on desc, said.source_model
) = 1
