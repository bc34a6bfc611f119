-- Tokens of one model on one day of the daily top 50, as far as days are listed by model.
-- - The permanent slug is the source's; a free variant is a row of its own.
-- - `other` is everything below the list.
-- grain: day, permaslug
-- assert: tokens >= 0
with listing as (
    select * from stg_usage__listing_day
    where listing = 'model'
    qualify dense_rank() over (partition by day order by as_of desc, fetched_at desc, snapshot) = 1
)
select listing.day, listing.name as permaslug, identity.model, identity.lab, coalesce(labs.country_group, 'unknown') as country,
    identity.variant, listing.tokens, sum(listing.tokens) over (partition by listing.day)::bigint as total_tokens,
    listing.as_of, listing.snapshot,
from listing
left join int_identity__name as identity
    on identity.source = listing.source and identity.provider = '' and identity.name = listing.name
    and listing.day >= identity.valid_from and (listing.day < identity.valid_to or identity.valid_to is null)
left join seed.labs as labs on labs.lab = identity.lab
