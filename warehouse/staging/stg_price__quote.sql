-- One price as one body prints it, with its amount per million tokens (or per image, call, second) in the sheet's currency.
-- - Amounts come from the source's text, never through a float; the text itself stays beside them.
-- - An amount of a row that is free, not metered or unknown is no price: free is 0, the others are null.
-- - A region of a sheet is a cell of its own, `input@us-east-1`; a price without a region is the headline.
-- - A band that one sheet begins at 256,000 tokens and another at 256,001 is one band, `over_256k`.
-- - Where a body prints several prices of one cell by the hours, the dearest peak and the cheapest off-peak keep the cell's name and the
--   others bear their hours, `input.peak_0900_1200`; of several offers of one host the cheapest keeps it and the others bear their tag.
-- grain: source, snapshot, position
-- assert: native >= 0 or native is null
-- assert: status in ('listed', 'free', 'not_metered', 'unknown', 'withdrawn')
with edged as (
    select *, try_cast(amount as decimal(38, 20)) as printed,
        min_input_tokens - if(min_input_tokens % 1000 = 1 or min_input_tokens % 1024 = 1, 1, 0) as edge,
        if(source in (select source from raw.endpoint), lower(replace(regexp_extract(field, '^([^ :]+): pricing', 1), '/', '_')), '') as tag,
    from raw.price
),
quote as (
    select *, meter || case when edge = 0 then '' when edge % 1000000 = 0 then '.over_' || (edge // 1000000) || 'm'
            when edge % 1000 = 0 then '.over_' || (edge // 1000) || 'k' when edge % 1024 = 0 then '.over_' || (edge // 1024) || 'k'
            else '.over_' || edge end
            || if(coalesce(min_output_tokens, 0) > 0, '.answer_over_' || min_output_tokens, '')
            || if(service_tier = 'standard', '', '.' || service_tier) || if(time_window = 'off_peak', '.off_peak', '') as begun,
        if(list_or_effective = 'effective', '.effective', '') || coalesce('@' || lower(replace(region, ' ', '-')), '') as ended,
        case when status = 'free' then 0
            when status <> 'listed' then null
            when unit = 'token' then cast(printed as decimal(28, 18)) * 1000000
            when unit = 'thousand_tokens' then cast(printed as decimal(28, 18)) * 1000
            when unit = 'thousand_requests' then cast(printed as decimal(28, 18)) / 1000
            else printed end::decimal(18, 10) as native,
    from edged
),
part as (
    select source, snapshot, position, provider, model, currency, valid_from, begun, ended, native, time_window, tag,
        coalesce('_' || replace(start_local || '_' || end_local, ':', ''), '') || coalesce('_' || weekdays, '') as hours,
        if(time_window = 'off_peak' or tag <> '', min(native) over same, max(native) over same) as plain_native,
    from quote
    where native is not null and snapshot in (select snapshot from raw.price where time_window <> 'always' union select snapshot from raw.endpoint)
    window same as (partition by source, snapshot, provider, model, currency, begun, ended, valid_from, valid_to)
    qualify min(native) over same <> max(native) over same
),
parted as (
    select source, snapshot, position,
        case time_window when 'off_peak' then hours when 'peak' then '.peak' || hours else if(tag = '', '.always', '') end
            || if(tag = '', '', '.' || tag)
            || coalesce('_' || nullif(dense_rank() over (partition by source, snapshot, provider, model, currency, begun, ended, hours, tag, valid_from order by native), 1), '') as part,
    from part
    where native <> plain_native
)
select quote.source, quote.snapshot, quote.position, url, fetched_at, provider, model as source_model, meter, field, amount, status, currency, unit,
    list_or_effective, service_tier, time_window, weekdays, start_local, end_local, time_zone, holiday_calendar,
    edge as min_input_tokens, max_input_tokens, valid_from, valid_to, promo_until,
    begun || coalesce(part, '') || ended as cell, regexp_replace(begun, '\.off_peak$', '') || ended as headline_cell, native,
    case when unit in ('token', 'thousand_tokens', 'million_tokens') then 'million_tokens'
        when unit = 'thousand_requests' then 'request' else unit end as billed_unit,
from quote
left join parted using (source, snapshot, position)
