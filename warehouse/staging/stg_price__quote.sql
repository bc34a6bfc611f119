-- One price as one body prints it, with its amount per million tokens (or per image, call, second) in the sheet's currency.
-- - Amounts come from the source's text, never through a float; the text itself stays beside them.
-- - An amount of a row that is free, not metered or unknown is no price: free is 0, the others are null.
-- - A region of a sheet is a cell of its own, `input@us-east-1`; a price without a region is the headline.
-- - A band that one sheet begins at 256,000 tokens and another at 256,001 is one band, `over_256k`.
-- grain: source, snapshot, position
-- assert: native >= 0 or native is null
-- assert: status in ('listed', 'free', 'not_metered', 'unknown', 'withdrawn')
with edged as (
    select *, try_cast(amount as decimal(38, 20)) as printed,
        min_input_tokens - if(min_input_tokens % 1000 = 1 or min_input_tokens % 1024 = 1, 1, 0) as edge,
    from raw.price
),
quote as (
    select *, case when edge = 0 then '' when edge % 1000000 = 0 then '.over_' || (edge // 1000000) || 'm'
            when edge % 1000 = 0 then '.over_' || (edge // 1000) || 'k' when edge % 1024 = 0 then '.over_' || (edge // 1024) || 'k'
            else '.over_' || edge end
            || if(coalesce(min_output_tokens, 0) > 0, '.answer_over_' || min_output_tokens, '') as band,
    from edged
)
select source, snapshot, position, url, fetched_at, provider, model as source_model, meter, field, amount, status, currency, unit,
    list_or_effective, service_tier, time_window, weekdays, start_local, end_local, time_zone, holiday_calendar,
    edge as min_input_tokens, max_input_tokens, valid_from, valid_to, promo_until,
    meter || band || case service_tier when 'standard' then '' else '.' || service_tier end
        || case time_window when 'off_peak' then '.off_peak' else '' end
        || case list_or_effective when 'effective' then '.effective' else '' end
        || case when region is null then '' else '@' || lower(replace(region, ' ', '-')) end as cell,
    case when status = 'free' then 0
        when status <> 'listed' then null
        when unit = 'token' then cast(printed as decimal(28, 18)) * 1000000
        when unit = 'thousand_tokens' then cast(printed as decimal(28, 18)) * 1000
        when unit = 'thousand_requests' then cast(printed as decimal(28, 18)) / 1000
        else printed end::decimal(18, 10) as native,
    case when unit in ('token', 'thousand_tokens', 'million_tokens') then 'million_tokens'
        when unit = 'thousand_requests' then 'request' else unit end as billed_unit,
from quote
