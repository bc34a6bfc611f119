-- A claimed percentage beside every cell of a model before and after the price event nearest to a day, one event for each of its lists.
-- - The event lies within 45 days of the day; of two equally near the earlier counts. Nothing is answered where no sheet moved.
-- - `is_hit` marks the cells within half a point of `claim`, a fraction: -0.99 is a fall of 99 per cent. Mixes are never hits.
-- example: from headline_audit('xiaomi/mimo-v2.5-pro', '2026-05-26', -0.99) order by currency desc, item <> 'cell', cell
(audited_model, day, claim := null) as table (
    with event as (
        select price_event_id
        from mart_price_event__event
        where model = audited_model and price_event_id is not null
            and first_seen_on - 45 <= day::date and last_moved_on + 45 >= day::date
        qualify row_number() over (
            partition by channel, currency
            order by greatest(0, datediff('day', last_moved_on, day::date), datediff('day', day::date, first_seen_on)), first_seen_on
        ) = 1
    )
    select line.*, coalesce(line.item = 'cell' and round(abs(line.change - claim::double), 4) <= 0.005, false) as is_hit,
    from mart_price_event__cell as line
    join event using (price_event_id)
)
