-- Median tokens a request of agent apps over that of chat apps, newest week.
-- - Apps by name; requests per task are not public, so this is the part that is seen.
-- - Ten or more: an order of magnitude.
with kind as (
    select
        week,
        tokens_per_request,
        case
            when lower(app) in ('sillytavern', 'janitor ai', 'chub ai', 'hammerai', 'open webui') then 'chat'
            when
                lower(app) in ('openclaw', 'kilo code', 'cline', 'roo code', 'claude code', 'hermes agent')
                then 'agent'
        end as kind,
    from mart_tokens_per_request__app_week
    qualify week = max(week) over ()
)

select
    'a request' as reading,
    median(tokens_per_request) filter (kind = 'agent') / median(tokens_per_request) filter (kind = 'chat') as measured,
    format('week of {}', max(week)) as detail,
from kind
having measured is not null
