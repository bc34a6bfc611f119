-- List prices of every lab as of a day, one row a model, channel, currency and cell; with `known_by`, as they were known here by then.
-- - `price_as_of(day)` is `mart_list_price__cell_spell` on that day. `price_as_of(day, known_by)` leaves out what was learned after `known_by`.
-- - The statement that most sources share or later come to counts; ties go to the lab's own word as cited, then to the newest statement.
-- - `agreement`: `agree`, `explained` (the others come to it later), `disputed`, `single`.
-- example: from price_as_of('2026-06-15') where model = 'xiaomi/mimo-v2.5' order by channel, cell
(day, known_by := 'infinity') as table (
    with said as (
        select * replace (
                if(next_known_at <= known_by::timestamp, next_native_per_mtok, null) as next_native_per_mtok,
                least(last_seen_on, known_by::timestamp::date) as last_seen_on
            ),
        from mart_price_statement__cell_spell
        where from_day <= day::date and known_at <= known_by::timestamp
            and (until_day > day::date or end_known_at > known_by::timestamp)
        qualify (variant <> 'alias' or not bool_or(variant <> 'alias') over (partition by model, channel, currency, cell))
            and row_number() over (
                partition by source, provider, model, channel, currency, cell
                order by variant = 'alias', length(source_model), from_day desc, last_seen_on desc, source_model
            ) = 1
    ),
    counted as (
        select mine.*, count(*) as sources,
            count(*) filter (abs(ln(mine.native_per_mtok / other.native_per_mtok)) <= 0.01) as agreeing,
            count(*) filter (
                abs(ln(mine.native_per_mtok / other.native_per_mtok)) <= 0.01
                or coalesce(abs(ln(mine.native_per_mtok / nullif(other.next_native_per_mtok, 0))) <= 0.01, false)
            ) as supporting,
            max(other.last_seen_on) filter (abs(ln(mine.native_per_mtok / other.native_per_mtok)) <= 0.01) as seen_until,
            min(other.usd_per_mtok) as low_usd_per_mtok, max(other.usd_per_mtok) as high_usd_per_mtok,
        from said as mine
        join said as other using (model, channel, currency, cell)
        group by all
    )
    select day::date as day, model, title, lab, country, channel, currency, cell, meter, service_tier, time_window, min_input_tokens,
        max_input_tokens, amount, native_per_mtok, usd_per_mtok, low_usd_per_mtok, high_usd_per_mtok, sources::integer as sources,
        case when sources = 1 then 'single' when agreeing = sources then 'agree' when supporting = sources then 'explained'
            else 'disputed' end as agreement,
        source, from_day, changed_after, greatest(last_seen_on, seen_until) as last_seen_on, snapshot,
    from counted
    qualify row_number() over (
        partition by model, channel, currency, cell
        order by supporting desc, (lineage in ('lab', 'curated')) desc, from_day desc, last_seen_on desc, source, provider
    ) = 1
)
