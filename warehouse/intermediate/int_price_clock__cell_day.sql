-- The prices that share one day by the hour: each cell of one sheet with its amount and the hours in which it holds.
-- - Only days on which the sheet has two prices at once; a price stands to the day before it ends, an open one to the day it was last seen.
-- - All prices of a day come from one sheet: the lab's own page before any retelling, then the sheet seen last.
-- - A price that a name carried over from a former meaning was never said of the new one and is left out.
-- grain: model, channel, provider, currency, headline_cell, day, cell
with spell as (
    select price.*, hours.headline_cell, hours.stretches,
        greatest(price.from_day, hours.from_day) as first_day,
        least(coalesce(price.to_day - 1, price.last_seen_on), coalesce(hours.to_day - 1, date '9999-12-31')) as last_day,
    from int_price_clock__hours as hours
    join int_price__cell_spell as price using (source, sheet, provider, source_model, currency, cell)
    where price.status = 'listed' and price.native > 0 and price.model is not null and price.billed_unit = 'million_tokens'
        and price.list_or_effective = 'list' and not price.is_carried
        and price.channel in ('lab-direct', 'lab-cn', 'aggregator', 'host')
        and price.variant in ('base', 'preview', 'highspeed', 'thinking', 'alias')
),
daily as (
    select *, unnest(generate_series(first_day, last_day, interval 1 day))::date as day,
        max(last_seen_on) over (partition by source, sheet, provider, source_model) as sheet_seen_on,
    from spell
    where first_day <= last_day
),
shared as (
    select * from daily
    qualify count(distinct native) over (
        partition by source, sheet, provider, source_model, model, channel, currency, headline_cell, day
    ) > 1
)
select model, title, lab, country, channel, provider, currency, headline_cell, day, cell, meter, service_tier, min_input_tokens, max_input_tokens,
    native, usd, stretches, time_window = 'peak' as is_peak, source, sheet, source_model, snapshot, last_seen_on,
from shared
qualify dense_rank() over (
    partition by model, channel, provider, currency, headline_cell, day
    order by lineage = 'lab' desc, variant = 'alias', sheet_seen_on desc, source, sheet, source_model
) = 1
