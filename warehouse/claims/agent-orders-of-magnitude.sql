-- Median tokens a request of agent apps over that of chat apps, newest week.
-- - Apps by name; requests per task are not public, so this is the part that is seen.
-- - Ten or more: an order of magnitude.
with newest as (
    from mart_tokens_per_request__app_week qualify week = max(week) over ()
)

select
    'a request' as reading,
    median(tokens_per_request) filter (lower(app) in ('openclaw', 'kilo code', 'cline', 'roo code', 'claude code', 'blackboxai', 'hermes agent')) / median(tokens_per_request) filter (lower(app) in ('sillytavern', 'janitor ai', 'chub ai', 'hammerai', 'open webui')) as measured,
    format('week of {}', max(week)) as detail,
from newest
having measured is not null
