-- Tokens of one lab on one day, everything below the list as `unlisted`, models of no known lab as `unnamed`.
-- - A day is taken from one body only: the newest vintage, by model before by lab.
-- - A lab printed in two spellings is one lab; a name that no seed knows stays `unnamed` and inside every total.
-- grain: day, lab
-- assert: tokens >= 0
with listing as (
    select * from stg_usage__listing_day
    qualify dense_rank() over (partition by day order by as_of desc, listing desc, fetched_at desc, snapshot) = 1
),
named as (
    select listing.day, listing.tokens, listing.as_of, listing.listing, listing.source, listing.snapshot,
        case when subject = 'other' then 'unlisted'
            when subject = 'lab' then coalesce(stg_lab__name.lab, 'unnamed')
            when int_identity__name.variant = 'stealth' then 'unnamed'
            else coalesce(int_identity__name.lab, 'unnamed') end as lab,
    from listing
    left join stg_lab__name on listing.subject = 'lab' and lower(listing.name) = stg_lab__name.name
    left join int_identity__name on listing.subject = 'model' and int_identity__name.source = listing.source
        and int_identity__name.provider = '' and int_identity__name.name = listing.name
        and listing.day >= int_identity__name.valid_from and (listing.day < int_identity__name.valid_to or int_identity__name.valid_to is null)
),
grouped as (
    select *, case when lab = 'unlisted' then 'unlisted' when lab = 'unnamed' then 'unnamed'
        else coalesce((select country_group from seed.labs where labs.lab = named.lab), 'unknown') end as seed_group,
    from named
)
select day, lab, case when seed_group = 'unknown' then 'unnamed' else seed_group end as country,
    sum(tokens)::bigint as tokens, max(as_of) as as_of, any_value(listing) as listing, any_value(source) as source,
    any_value(snapshot) as snapshot,
from grouped
group by day, lab, seed_group
