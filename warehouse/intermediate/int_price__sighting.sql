-- One price of one cell seen on one day: by a look, stated with its own date, or cited as a curated fact.
-- - A look that did not yet know a change the sheet later dates is superseded from that day on: the sheet was late, not the price.
-- - A stated change is a sighting of the old price on the day before and of the new price on the day.
-- grain: source, sheet, provider, source_model, channel_stated, currency, cell, seen_on
with looked as (
    select * from int_price__quote as quote
    where not exists (
        select 1 from int_price__stated_step as step
        where step.source = quote.source and step.sheet = quote.sheet and step.provider = quote.provider
            and step.source_model = quote.source_model and step.currency = quote.currency and step.cell = quote.cell
            and step.valid_from <= quote.seen_on and coalesce(quote.valid_from, date '1970-01-01') < step.valid_from
    )
),
stated as (
    select source, sheet, provider, source_model, currency, cell, 0 as sequence, valid_from as seen_on, known_at, meter, amount, native,
        status, unit, billed_unit, service_tier, time_window, holiday_calendar, list_or_effective, min_input_tokens, max_input_tokens, valid_from,
        field, snapshot, position, 'content' as observed_on_basis, 'exact' as observed_on_quality,
    from int_price__stated_step
),
before as (
    select source, sheet, provider, source_model, currency, cell, -1 as sequence, valid_from - 1 as seen_on, known_at, meter,
        amount_before as amount, native_before as native, status_before as status, unit, billed_unit, service_tier, time_window,
        holiday_calendar, list_or_effective, min_input_tokens, max_input_tokens, null::date as valid_from, field, snapshot, position,
        'content' as observed_on_basis, 'exact' as observed_on_quality,
    from int_price__stated_step
    where status_before is not null
),
cited as (
    select 'curated-prices' as source, 'curated-prices' as sheet, provider, source_model, currency, cell, 0 as sequence,
        from_day as seen_on, known_at, meter, amount, native, 'listed' as status, unit,
        'million_tokens' as billed_unit, 'standard' as service_tier, 'always' as time_window, 'list' as list_or_effective,
        min_input_tokens, max_input_tokens, from_day as valid_from, 'amount' as field, snapshot, 0 as position,
        'citation' as observed_on_basis, if(from_basis = 'announced', 'exact', 'bounded') as observed_on_quality,
        channel as channel_stated, seen_after,
    from stg_price__fact
),
read as (
    select * from looked
    union all by name
    select * from stated
    union all by name
    select * from before
)
select *, '' as channel_stated, null::date as seen_after
from read
qualify row_number() over (
    partition by source, sheet, provider, source_model, currency, cell, seen_on order by sequence desc
) = 1
union all by name
select * from cited
