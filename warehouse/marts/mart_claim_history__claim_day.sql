-- The verdict of one claim from one day on.
-- - A row where a verdict changed: those recorded with earlier releases, never edited, and that of this build.
-- - The last of a day counts.
-- - `reason_zh` is the reason in simplified Chinese; null where an earlier release gave another reason.
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

select
    told.claim_id, told.built_at::date as day, told.release, told.verdict, told.measured, told.reason,
    if(told.reason = claim.reason, claim.reason_zh, null) as reason_zh,
from (
    select *, false as is_new from recorded
    union all by name
    select *, true as is_new from today
) as told
left join mart_claim__claim as claim on claim.claim_id = told.claim_id
qualify row_number() over (partition by told.claim_id, day order by told.built_at desc, told.is_new desc) = 1
order by told.claim_id, day
