-- Median dollars of one agent session with one model in one app, by its turns, over the 30 days that end in one week.
-- - A median of bills: models are compared within one app and turn range only. Windows of one week follow another and overlap.
-- - `implied_tokens` is the bill over what a million tokens cost at the measured cache and input share, on the lab's list, in the newest measured
--   week up to then (`price_week`): all requests of the model, not those of agents, so an estimate. None where nothing was measured.
-- - An app is its id. Empty without a key: no public copy is shipped. Rows of sources that may not be redistributed stop here.
-- grain: source, week, app_id, turn_range, permaslug
-- assert: session_usd >= 0
-- assert: implied_tokens >= 0 or implied_tokens is null
with billed as (
    select source, date_trunc('week', day + 29)::date as week, day as from_day, day + 30 as to_day, split_part(slice, ' ', 1) as app_id,
        split_part(slice, ' ', 2) as turn_range, name as permaslug, amount::double as session_usd, as_of, snapshot,
    from raw.usage
    where subject = 'model' and metric = 'session_cost' and period = '30_days' and unit = 'usd' and slice is not null
        and source not in (select source from raw.source where not redistribute)
    qualify dense_rank() over (
        partition by source, date_trunc('week', day + 29) order by day desc, coalesce(as_of, '') desc, fetched_at desc, snapshot
    ) = 1
),
measured as (
    select model, week as price_week, effective_usd_per_mtok
    from mart_effective_price__model_week
    where series = 'list' and effective_usd_per_mtok > 0 and model is not null and not is_free
    qualify row_number() over (partition by model, week order by slug) = 1
),
named as (
    select billed.*, identity.model, identity.lab, coalesce(labs.country_group, 'unknown') as country,
    from billed
    left join int_identity__name as identity
        on identity.source = billed.source and identity.provider = '' and identity.name = billed.permaslug
        and billed.from_day >= identity.valid_from and (billed.from_day < identity.valid_to or identity.valid_to is null)
    left join seed.labs as labs on labs.lab = identity.lab
)
select source, week, app_id, turn_range, permaslug, try_cast(regexp_extract(turn_range, '^(\d+)', 1) as integer) as turns_at_least,
    named.model, lab, country, from_day, to_day, session_usd, effective_usd_per_mtok, price_week,
    session_usd * 1e6 / effective_usd_per_mtok as implied_tokens,
    as_of, snapshot,
from named
asof left join measured on measured.model = named.model and named.week >= measured.price_week
