-- Share of open agent frameworks in the tokens of listed apps: newest week less first, in points.
-- - Apps by name; an app shows itself by its own choice.
-- - Above zero points the way of the sentence; listed apps are a sample, so described only.
with share as (
    select
        week,
        100 * sum(tokens) filter (lower(app) in ('openclaw', 'kilo code', 'cline', 'roo code', 'hermes agent'))
            / sum(tokens) as share,
    from mart_tokens_per_request__app_week
    group by week
)

select
    'newest less first week' as reading,
    last(share order by week) - first(share order by week) as measured,
    format('{} to {}', min(week), max(week)) as detail,
from share
having count(*) > 1
