-- Growth of tokens a request of the ten largest models, first four weeks to last four, in per cent.
-- - Requests stand in for users, of whom no series is public.
-- - Above zero points the way of the sentence; a request is not a user, so described only.
with week as (
    select
        week,
        sum(tokens) / sum(requests) as tokens_per_request,
        row_number() over (order by week) as since_first,
        row_number() over (order by week desc) as since_last,
    from mart_tokens_per_request__model_week
    where requests > 0
    group by week
),

ends as (
    select
        avg(tokens_per_request order by week) filter (since_first <= 4) as before,
        avg(tokens_per_request order by week) filter (since_last <= 4) as after,
        min(week) as since,
        max(week) as until,
    from week
    having count(*) >= 8
)

select
    'tokens a request' as reading,
    100 * (after / before - 1) as measured,
    format('{} to {} tokens, {} to {}', round(before), round(after), since, until) as detail,
from ends
