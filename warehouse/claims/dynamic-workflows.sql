-- Cost of a session by its turns, before and after.
-- - Asks for costs by session, which no licensed source gives yet.
-- - Described only.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_session_cost__app_model_week
limit 1
