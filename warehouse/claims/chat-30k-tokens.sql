-- Tokens a request in chat apps, newest week.
-- - Apps that are known for chat and role play, by name; a task is one request or more, and how many is not public.
-- - Half: the sentence says about; what one request takes does not decide what a task takes.
select
    app as reading,
    tokens_per_request as measured,
    format('one request; week of {}', week) as detail,
from mart_tokens_per_request__app_week
where lower(app) in ('sillytavern', 'janitor ai', 'chub ai', 'hammerai', 'open webui')
qualify week = max(week) over ()
order by app, app_id
