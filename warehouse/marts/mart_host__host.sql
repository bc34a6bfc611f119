-- One seller of models as one source names it: what kind of seller it is, and its three countries, which are never one.
-- - `host_country` is the contracting entity as the router declares it, else as curated; `host_owner_country` the parent's, curated.
-- - `jurisdiction` is where prompts are kept by the seller's own or a cited account of its terms; null is not looked up, not nowhere.
-- - No source gives tokens by host: exposure by host can be shown by offers and prices only.
-- sources: openrouter-providers
-- - `spelt_by` is the source whose spelling of the seller it is, `*` for all; no row of a source is here. All spellings have one `seller`.
-- grain: spelt_by, provider
-- assert: channel in ('lab-direct', 'lab-cn', 'aggregator', 'host', 'plan')
-- assert: (jurisdiction is null) = (jurisdiction_citation is null)
with declared as (
    select host.host as provider, arg_max(host.country, look.seen_on) as country
    from raw.host as host
    join stg_look__sheet_look as look using (source, snapshot)
    where host.country is not null and host.source not in (select source from raw.source where not redistribute)
    group by host.host
)
select providers.source as spelt_by, providers.provider, coalesce(hosts.host, replace(lower(providers.provider), ' ', '-')) as seller, providers.lab, providers.channel, coalesce(declared.country, providers.country) as host_country,
    providers.owner_country as host_owner_country, providers.jurisdiction, providers.jurisdiction_citation, providers.citation,
from seed.providers as providers
left join seed.hosts as hosts on hosts.provider = replace(lower(providers.provider), ' ', '-')
left join declared on declared.provider = providers.provider and providers.source = 'openrouter-endpoints'
