-- One host's offer of one model's weights on one day: base prices, discount, precision, uptime, speed, and whose host it is.
-- - Offers, not tokens: no source gives tokens by host. Two offers of one host under one model are two rows, told apart by `tag`.
-- - A discount is already taken off the prices; the host's list price is the price over one less the discount.
-- - `host_country` is the contracting entity as the router declares it, `host_owner_country` the parent's, curated; null is unknown.
-- - `unknown` is what the host says of its precision, null that nothing is said; neither counts as 8 bits or fewer.
-- - Only `is_own_lab` offers without a discount are the lab's price; all others are a series of their own, never joined to it.
-- grain: source, source_model, host, tag, offer, day
-- assert: input_usd_per_mtok >= 0 or input_usd_per_mtok is null
-- assert: discount between 0 and 1 or discount is null
-- assert: uptime_1d_percent between 0 and 100 or uptime_1d_percent is null
with host as (
    select host.host, look.seen_on as day, any_value(host.country) as country
    from raw.host as host
    join stg_look__sheet_look as look using (source, snapshot)
    where host.source not in (select source from raw.source where not redistribute)
    group by host.host, look.seen_on
),
owner as (
    select provider, any_value(lab) as lab, any_value(country) as country, any_value(owner_country) as owner_country
    from seed.providers
    where source = 'openrouter-endpoints'
    group by provider
),
known as (
    select endpoint.*, host.country as declared_country
    from int_host_price__endpoint as endpoint
    asof left join host on host.host = endpoint.host and host.day <= endpoint.day
)
select known.day, identity.model, models.title, identity.lab, coalesce(labs.country_group, 'unknown') as country, known.source, known.source_model,
    known.host, coalesce(known.declared_country, owner.country) as host_country, owner.owner_country as host_owner_country,
    coalesce(owner.lab = identity.lab, false) as is_own_lab, known.tag,
    row_number() over (partition by known.source, known.source_model, known.host, known.tag, known.day order by known.position)::integer as offer,
    known.quantization, known.weight_bits, known.input_usd_per_mtok, known.output_usd_per_mtok, known.cache_read_usd_per_mtok, known.discount,
    known.uptime_1d_percent, known.throughput_p50_tokens_per_second, known.context_tokens, known.max_output_tokens, known.snapshot,
from known
left join owner on owner.provider = known.host
left join int_identity__name as identity
    on identity.source = known.source and identity.provider = known.host and identity.name = known.source_model
left join seed.labs as labs on labs.lab = identity.lab
left join (select model, any_value(title) as title from seed.models group by model) as models on models.model = identity.model
