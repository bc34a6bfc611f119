-- Growth of tokens a request, and of users as published.
-- - Asks for requests by model and week.
-- - Above zero.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_tokens_per_request__model_week
limit 1
