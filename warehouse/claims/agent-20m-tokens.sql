-- Tokens of an agent session, implied by its cost.
-- - Asks for costs by session, which no licensed source gives yet.
-- - A lower bound can only support.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_session_cost__app_model_week
limit 1
