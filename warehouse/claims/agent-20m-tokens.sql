-- Tokens of an agent session that its bill implies, by app and model, in the range of most turns.
-- - Median bill of the newest window over what a million tokens cost at the measured cache share, on the lab's list: an estimate.
-- - A lower bound can only support: a median is not the largest session.
select
    format('{} in {}, {} turns', model, app_id, turn_range) as reading,
    implied_tokens as measured,
    format('{} dollars at {} a million', session_usd, round(effective_usd_per_mtok, 4)) as detail,
    'no measured mix of the model up to that week' as reason,
from mart_session_cost__app_model_week
where model is not null
qualify rank() over (order by week desc) = 1 and turns_at_least = max(turns_at_least) over (partition by source, week, app_id)
order by implied_tokens desc nulls last, reading
