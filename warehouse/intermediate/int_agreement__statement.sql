-- What one source says of one cell of one sheet over a stretch of days, for every channel: the material of the comparison of sources.
-- - A sheet is who charges: the lab's own list is one sheet whatever name its source gives the lab; each host, router or plan is its own.
-- - Lists of labs are taken as the list price takes them; of the other sheets, and of a lab's promotions, every listed
--   price above zero counts.
-- - `is_slip`: the amount is in another unit than all others state.
-- - `native_before` and `next_native` are what the source said of the cell before and next.
-- grain: source, provider, source_model, model, channel, currency, cell, from_day
-- assert: until_day > from_day
with spell as (
    select *, lead(native) over statement as next_native
    from int_price__cell_spell
    where status = 'listed' and native > 0 and model is not null and billed_unit = 'million_tokens' and variant not in ('free', 'router', 'extended')
        and not is_carried and (channel not in ('lab-direct', 'lab-cn') or list_or_effective = 'effective')
    window statement as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
other as (
    select source, provider, source_model, model, channel, currency, cell, meter, service_tier, time_window, list_or_effective,
        min_input_tokens, variant, lineage, title, lab, country, native, usd, next_native, from_day,
        coalesce(to_day, date '9999-12-31') as until_day, last_seen_on, snapshot,
        if(channel in ('lab-direct', 'lab-cn'), lab, provider) as charges,
    from spell
    qualify row_number() over (
        partition by source, provider, source_model, model, channel, currency, cell, from_day order by last_seen_on desc, sheet
    ) = 1
),
own as (
    select source, provider, source_model, model, channel, currency, cell, meter, service_tier, time_window, 'list' as list_or_effective,
        min_input_tokens, variant, lineage, title, lab, country, native, usd, next_native, from_day, until_day, last_seen_on, snapshot,
        lab as charges,
    from int_list_price__statement
),
slip as (
    select source, provider, source_model, model, channel, currency, cell, meter, service_tier, time_window, list_or_effective,
        min_input_tokens, variant, lineage, title, lab, country, native, usd, from_day, coalesce(to_day, date '9999-12-31') as until_day,
        last_seen_on, snapshot, lab as charges, true as is_slip,
    from int_price__cell_spell
    join int_agreement__unit_slip using (source, sheet, provider, source_model, channel, currency, cell, from_day)
    where list_or_effective = 'list' and variant not in ('free', 'router', 'extended')
    qualify row_number() over (
        partition by source, provider, source_model, model, channel, currency, cell, from_day order by last_seen_on desc, sheet
    ) = 1
),
every as (
    select * from own
    union all by name
    select * from other
    union all by name
    select * from slip
)
select * replace (coalesce(is_slip, false) as is_slip), lag(native) over (
    partition by source, provider, source_model, model, channel, currency, cell order by from_day
) as native_before,
from every
