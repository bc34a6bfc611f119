-- Whose weights are offered on whose hosts: offers and prices by country of the developer and of the host, at the end of one month.
-- - Offers and prices only: no source gives tokens by host, so nothing here is a share of use, and nothing says where tokens are served.
-- - The host's country is that of the company that sells; its machines may stand elsewhere. `unknown` where no seed knows it.
-- - A host that several sources show under one model counts once, however they spell it, at its lowest input price; the lab's own list is
--   not a host. What a router of hosts passes on (`huggingface_together`) is the host's.
-- - Months end where every source that carries hosts had been looked at.
-- - `offer_share` is of all offers of that origin's models; the median ratio is of hosts' input price to the lab's own, with five pairs or more.
-- grain: month, country, host_country
-- assert: offer_share between 0 and 1
with edge as (
    select unnest(generate_series(date_trunc('month', min(from_day)), max(last_seen_on), interval 1 month))::date as month
    from int_host_price__interval
),
spelt as (
    select provider, replace(lower(provider), ' ', '-') as plain, min(country) as country from seed.providers group by provider
),
owner as (
    select spelt.provider, coalesce(hosts.host, spelt.plain) as seller,
        coalesce(spelt.country, min(spelt.country) over (partition by coalesce(hosts.host, spelt.plain))) as country,
    from spelt
    left join seed.hosts as hosts on hosts.provider = spelt.plain
),
offer as (
    select edge.month, price.model, coalesce(owner.seller, price.provider) as seller, coalesce(owner.country, 'unknown') as host_country,
        any_value(coalesce(price.country, 'unknown')) as country, min(price.usd) as usd_per_mtok,
    from edge
    join int_host_price__interval as price on price.from_day <= last_day(edge.month) and price.to_day > last_day(edge.month)
    left join owner on owner.provider = price.provider
    where price.channel = 'host' and price.cell = 'input' and price.last_seen_on >= edge.month
        and last_day(edge.month) <= (select until_day from int_price_panel__series where series = 'cheapest_host')
    group by all
),
compared as (
    select offer.*, offer.usd_per_mtok::double / list.usd_per_mtok::double as ratio,
    from offer
    left join mart_list_price__cell_spell as list
        on list.model = offer.model and list.cell = 'input' and list.channel = 'lab-direct' and list.currency = 'USD' and list.usd_per_mtok > 0
        and list.from_day <= last_day(offer.month) and coalesce(list.to_day > last_day(offer.month), true)
)
select month, country, host_country, count(*)::integer as offers, count(distinct model)::integer as models, count(distinct seller)::integer as hosts,
    count(*) / sum(count(*)) over (partition by month, country) as offer_share,
    median(usd_per_mtok)::decimal(18, 10) as median_usd_per_mtok, count(ratio)::integer as compared,
    if(count(ratio) >= 5, median(ratio), null) as median_ratio,
    if(count(ratio) >= 5, null, 'fewer than 5 offers beside a list price') as reason,
from compared
group by month, country, host_country
