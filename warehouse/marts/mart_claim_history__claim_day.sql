-- The verdict of one claim from one day on.
-- - A row where a verdict changed: those recorded with earlier releases, never edited, and that of this build.
-- - The last of a day counts.
-- grain: claim_id, day
-- assert: verdict in ('supported', 'partly', 'contradicted', 'unverifiable', 'open')
-- sources: none
with recorded as (
    select claim_id, built_at, release, verdict, measured, reason from raw.claim_verdict
),

last_recorded as (
    from recorded
    qualify row_number() over (partition by claim_id order by built_at desc) = 1
),

today as (
    select
        claim.claim_id,
        build.built_at,
        build.release,
        claim.verdict,
        claim.measured,
        claim.reason,
    from mart_claim__claim as claim
    cross join raw.build as build
    left join last_recorded using (claim_id)
    where claim.verdict is distinct from last_recorded.verdict
)

select claim_id, built_at::date as day, release, verdict, measured, reason
from (
    select *, false as is_new from recorded
    union all by name
    select *, true as is_new from today
)
qualify row_number() over (partition by claim_id, day order by built_at desc, is_new desc) = 1
order by claim_id, day
