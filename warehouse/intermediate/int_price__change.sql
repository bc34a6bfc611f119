-- Every change of one cell in one source: the price before, the price after, and the two days between which it moved.
-- - A band that vanishes together with a move of the base price is a move of that band to the base price; a band that comes or
--   goes while the base price stands is a `tier_change`.
-- - A price that moves under a moving name is a `model_change`, never a cut, until a name of the model's own shows the same price
--   within 60 days.
-- - Plans, free quotas and rows converted from another currency have no price to move.
-- - An amount that goes over to a meter which the same look shows for the first time was put under the wrong meter before: `meter_split`.
-- - A cell that comes back after an absence has no change: nobody saw the price move.
-- grain: source, sheet, provider, source_model, channel, currency, cell, changed_by
-- assert: native_before > 0 and native_after > 0
with spell as (
    select *, lag(native) over cell as native_before, lag(amount) over cell as amount_before, lag(usd) over cell as usd_before,
        lag(to_day) over cell as to_day_before, lag(snapshot) over cell as snapshot_before, lag(status) over cell as status_before,
        lag(is_ended_by_absence) over cell as ended_before,
    from int_price__cell_spell
    where billed_unit = 'million_tokens' and list_or_effective = 'list' and channel in ('lab-direct', 'lab-cn', 'aggregator', 'host')
    window cell as (partition by source, sheet, provider, source_model, channel, currency, cell order by from_day)
),
in_cell as (
    select source, sheet, lineage, provider, source_model, model, title, lab, country, channel, variant, meter, cell, service_tier, time_window,
        min_input_tokens, currency, amount_before, amount as amount_after, native_before, native as native_after, usd_before, usd as usd_after,
        changed_after, from_day as changed_by, known_at, snapshot_before, snapshot as snapshot_after,
        case when variant = 'router' then 'model_change'
            when variant = 'alias' and not exists (
                select 1 from spell as own
                where own.model = spell.model and own.variant <> 'alias' and own.channel = spell.channel and own.currency = spell.currency
                    and own.cell = spell.cell and own.native = spell.native and own.native_before = spell.native_before
                    and abs(datediff('day', own.from_day, spell.from_day)) <= 60
            ) then 'model_change'
            when exists (
                select 1 from spell as other
                where other.source = spell.source and other.sheet = spell.sheet and other.provider = spell.provider
                    and other.source_model = spell.source_model and other.meter <> spell.meter and other.native_before is null
                    and other.from_day = spell.from_day and other.native = spell.native_before
            ) then 'meter_split' else 'move' end as nature,
    from spell
    where status = 'listed' and status_before = 'listed' and native_before > 0 and native > 0 and native_before <> native
        and not coalesce(ended_before, false)
),
base as (
    select source, sheet, provider, source_model, channel, currency, meter, service_tier, time_window, native, amount, usd, from_day,
        to_day, snapshot, known_at
    from spell
    where min_input_tokens = 0 and status = 'listed' and native > 0
),
band_gone as (
    select band.source, band.sheet, band.lineage, band.provider, band.source_model, band.model, band.title, band.lab, band.country, band.channel,
        band.variant, band.meter, band.cell, band.service_tier, band.time_window, band.min_input_tokens, band.currency,
        band.amount as amount_before, base.amount as amount_after, band.native as native_before, base.native as native_after,
        band.usd as usd_before, base.usd as usd_after, band.last_seen_on as changed_after, band.to_day as changed_by, base.known_at,
        band.snapshot as snapshot_before, base.snapshot as snapshot_after,
        if(base.from_day = band.to_day, 'move', 'tier_change') as nature,
    from spell as band
    join base using (source, sheet, provider, source_model, channel, currency, meter, service_tier)
    where band.min_input_tokens > 0 and band.is_ended_by_absence and band.native > 0 and base.from_day <= band.to_day
        and coalesce(base.to_day, date '9999-12-31') > band.to_day and base.native <> band.native
    qualify row_number() over (
        partition by band.source, band.sheet, band.provider, band.source_model, band.channel, band.currency, band.cell, band.from_day
        order by base.from_day desc
    ) = 1
)
select * from in_cell
union all by name
select * from band_gone
