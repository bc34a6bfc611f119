-- Whether the sources agree on one price cell over a stretch of days: who charges, model, channel, currency, meter, band and tier.
-- - The sources that retell one sheet are compared with one another, then a host's, router's or plan's price with the lab's own list.
-- - `agree` within 1 %; `explained` where each difference has a reason; `disputed` where one has none, or where no price prevails; `single`
--   where there is nothing to compare with. `reasons`: rounding, unit, currency, alias, stale, window, promotion, tier, batch, channel; of words
--   without a vote too.
-- - `consensus_basis`: `lab` (its page, seen within 7 days), `majority` (two or more, and most), `late` (the others stayed behind),
--   `median` (disputed, or a router's), `single`. Sources that were late, second or moving names and other units have no vote.
-- - `mart_list_price__cell_spell` counts only lateness as an explanation: what it calls `disputed` can be `explained` here.
-- - `disagreement` is the largest price over the smallest, `log_mad` the median distance of logs from the median.
-- grain: model, channel, currency, provider, cell, from_day
-- assert: agreement in ('agree', 'explained', 'disputed', 'single')
-- assert: reasons <> '' or agreement <> 'explained'
-- assert: to_day > from_day or to_day is null
-- assert: disagreement >= 1
with judged as (
    select * replace (
            case when status = 'disputed' or list_ratio is null then status when list_reason is not null then 'explained'
                when status = 'single' then 'agree' else status end as status,
            nullif(concat_ws(', ', reasons, if(list_reason = 'channel' and reasons like '%channel%', null, list_reason)), '') as reasons
        ),
    from int_agreement__listed
),
marked as (
    select *, lag(to_day) over cell is distinct from from_day or lag((consensus, status, reasons, basis, voices, list_usd)) over cell
        is distinct from (consensus, status, reasons, basis, voices, list_usd) as is_start,
    from judged
    window cell as (partition by model, channel, currency, charges, cell order by from_day)
),
numbered as (
    select *, sum(is_start::integer) over (partition by model, channel, currency, charges, cell order by from_day) as spell from marked
)
select model, any_value(title) as title, any_value(lab) as lab, any_value(country) as country, channel, charges as provider, currency, cell,
    any_value(meter) as meter, any_value(service_tier) as service_tier, any_value(status) as agreement, any_value(reasons) as reasons,
    any_value(consensus) as consensus_native_per_mtok, arg_min_null(consensus_usd, from_day) as consensus_usd_per_mtok, any_value(basis) as consensus_basis,
    max(sources)::integer as sources, min(agreeing)::integer as agreeing_sources, min(low_native)::double as low_native_per_mtok,
    max(high_native)::double as high_native_per_mtok, max(disagreement) as disagreement, max(log_mad) as log_mad,
    any_value(list_usd) as list_usd_per_mtok, arg_min_null(list_ratio, from_day) as list_ratio, arg_min_null(list_channel, from_day) as list_channel,
    min(from_day) as from_day, nullif(max(to_day), date '9999-12-31') as to_day, max(last_seen_on) as last_seen_on,
from numbered
group by model, channel, currency, charges, cell, spell
