-- Share of open agent frameworks in the tokens of apps.
-- - Asks for tokens by app.
-- - Above zero; an app shows itself by its own choice, so described only.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_tokens_per_request__app_week
limit 1
