-- One stretch of days over which one source shows one price of one cell unchanged.
-- - A new stretch begins with another amount or state, or where the cell was absent from more than three looks.
-- - `from_day` is the first day the price was seen, `changed_after` the last day the former one was: the change lies between.
-- - `known_at` is when we learned of the price, `end_known_at` of its end: a second clock, for what was known on a day.
-- - `to_day` is open while the price stands; a cell absent from three looks ended at the first look without it.
-- grain: source, sheet, provider, source_model, channel_stated, currency, cell, from_day
-- assert: to_day > from_day or to_day is null
-- assert: changed_after < from_day or changed_after is null
with ordered as (
    select *, lag(native) over cell as native_before, lag(status) over cell as status_before, lag(seen_on) over cell as seen_before,
        lag(sequence) over cell as sequence_before, row_number() over cell as place,
    from int_price__sighting
    window cell as (partition by source, sheet, provider, source_model, channel_stated, currency, cell order by seen_on)
),
marked as (
    select *, coalesce(sequence > 0 and sequence_before > 0 and sequence - sequence_before > 3, false) as is_after_gap,
        place = 1 or native is distinct from native_before or status is distinct from status_before or is_after_gap as is_start,
    from ordered
),
numbered as (
    select *, sum(is_start::integer) over (
        partition by source, sheet, provider, source_model, channel_stated, currency, cell order by seen_on
    ) as spell,
    from marked
),
spelled as (
    select source, sheet, provider, source_model, channel_stated, currency, cell, spell,
        min(seen_on) as from_day, max(seen_on) as last_seen_on, count(*)::integer as looks,
        arg_min_null(coalesce(seen_after, if(is_after_gap, null, seen_before)), seen_on) as changed_after,
        bool_or(is_after_gap and is_start) as is_after_gap, max(sequence) as last_sequence,
        arg_min_null(meter, seen_on) as meter, arg_min_null(amount, seen_on) as amount, arg_min_null(native, seen_on) as native, arg_min_null(status, seen_on) as status,
        arg_min_null(unit, seen_on) as unit, arg_min_null(billed_unit, seen_on) as billed_unit, arg_min_null(service_tier, seen_on) as service_tier,
        arg_max_null(time_window, seen_on) as time_window, arg_max_null(holiday_calendar, seen_on) as holiday_calendar,
        arg_min_null(list_or_effective, seen_on) as list_or_effective,
        arg_min_null(min_input_tokens, seen_on) as min_input_tokens, arg_min_null(max_input_tokens, seen_on) as max_input_tokens,
        arg_min_null(field, seen_on) as field, arg_min_null(snapshot, seen_on) as snapshot, arg_min_null(position, seen_on) as position,
        arg_min_null(observed_on_basis, seen_on) as observed_on_basis, arg_min_null(observed_on_quality, seen_on) as observed_on_quality,
        min(known_at) as known_at,
    from numbered
    group by source, sheet, provider, source_model, channel_stated, currency, cell, spell
),
newest as (
    select source, sheet, max(sequence) as newest_sequence from stg_look__sheet_look group by source, sheet
),
followed as (
    select *, lead(from_day) over cell as next_from_day, lead(is_after_gap) over cell as next_is_after_gap,
        lead(known_at) over cell as next_known_at,
    from spelled
    window cell as (partition by source, sheet, provider, source_model, channel_stated, currency, cell order by spell)
)
select followed.* exclude (next_from_day, next_is_after_gap, next_known_at, spell, is_after_gap),
    case
        when next_from_day is not null and not next_is_after_gap then next_from_day
        when followed.last_sequence > 0 and (next_is_after_gap or newest.newest_sequence - followed.last_sequence >= 3) then absent.seen_on
    end as to_day,
    case
        when next_from_day is not null and not next_is_after_gap then next_known_at
        when followed.last_sequence > 0 and (next_is_after_gap or newest.newest_sequence - followed.last_sequence >= 3) then absent.known_at
    end as end_known_at,
    followed.last_sequence > 0 and coalesce(next_is_after_gap, newest.newest_sequence - followed.last_sequence >= 3) as is_ended_by_absence,
from followed
left join newest using (source, sheet)
left join stg_look__sheet_look as absent
    on absent.source = followed.source and absent.sheet = followed.sheet and absent.sequence = followed.last_sequence + 1
