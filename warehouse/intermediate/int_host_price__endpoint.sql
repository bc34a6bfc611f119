-- What one look at one model shows of one host's offer: its terms, and the base price of each token meter beside it.
-- - The prices of an offer are the rows that its body prints after it; the host, the model and the tag must agree as well.
-- - Of several looks of a day at one model the last counts; a look that found nothing new shows the same offers again.
-- - An offer printed twice alike in one body is one offer: a body of many models holds some under two names (17 on 2026-05-31).
-- - Rows of sources that may not be redistributed stop here.
-- grain: source, source_model, day, position
with offer as (
    select endpoint.*, look.seen_on as day
    from raw.endpoint as endpoint
    join stg_look__sheet_look as look using (source, snapshot)
    where endpoint.source not in (select source from raw.source where not redistribute)
    qualify endpoint.snapshot = first_value(endpoint.snapshot) over (
        partition by endpoint.source, endpoint.model, look.seen_on order by look.known_at desc, endpoint.snapshot
    )
),
shown as (
    select distinct source, snapshot, position, host, model, coalesce(tag, 'untagged') as tag from offer
),
price as (
    select quote.source, quote.snapshot, shown.position, quote.meter, quote.native
    from stg_price__quote as quote
    asof join shown
        on shown.source = quote.source and shown.snapshot = quote.snapshot and shown.position <= quote.position
    where quote.provider = shown.host and quote.source_model = shown.model and starts_with(quote.field, shown.tag || ': ')
        and quote.billed_unit = 'million_tokens' and quote.currency = 'USD' and quote.min_input_tokens = 0 and quote.time_window <> 'off_peak'
),
priced as (
    select source, snapshot, position, max(native) filter (meter = 'input') as input_usd_per_mtok,
        max(native) filter (meter = 'output') as output_usd_per_mtok, max(native) filter (meter = 'cache_read') as cache_read_usd_per_mtok,
    from price
    group by source, snapshot, position
)
select offer.source, offer.day, offer.model as source_model, offer.host, coalesce(offer.tag, 'untagged') as tag, offer.position, offer.quantization,
    try_cast(regexp_extract(offer.quantization, '^(?:fp|bf|int|mxfp|nvfp)(\d+)', 1) as integer) as weight_bits,
    priced.input_usd_per_mtok, priced.output_usd_per_mtok, priced.cache_read_usd_per_mtok, offer.discount::double as discount,
    offer.uptime_1d_percent::double as uptime_1d_percent, offer.throughput_p50_tokens_per_second::double as throughput_p50_tokens_per_second,
    offer.context_tokens, offer.max_output_tokens, offer.snapshot,
from offer
left join priced using (source, snapshot, position)
qualify row_number() over (
    partition by offer.source, offer.day, offer.model, offer.host, offer.tag, offer.quantization, offer.discount, input_usd_per_mtok,
        output_usd_per_mtok, cache_read_usd_per_mtok, offer.context_tokens order by offer.position
) = 1
