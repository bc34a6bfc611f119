-- Tokens a request in chat apps.
-- - Asks for requests by app; requests per task are not public.
-- - Half: the sentence says about.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_tokens_per_request__app_week
limit 1
