-- Tokens a request in chat apps, newest week.
-- - Apps that are known for chat and role play, by name; history is sent again with each request.
-- - Order of magnitude: the sentence says thousands.
select
    app as reading,
    tokens_per_request as measured,
    format('{} requests in the week of {}', requests, week) as detail,
from mart_tokens_per_request__app_week
where lower(app) in ('sillytavern', 'janitor ai', 'chub ai', 'hammerai', 'open webui')
qualify week = max(week) over ()
order by app, app_id
