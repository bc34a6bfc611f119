-- Endpoints of Chinese weights that Chinese companies run, in per cent of all such endpoints, newest look.
-- - Endpoints and not tokens: no licensed source gives tokens by host.
-- - Above zero points the way of the sentence; what power they use is not seen, so described only.
select
    'endpoints' as reading,
    100.0 * count(*) filter (host_owner_country = 'CN') / count(*) as measured,
    format(
        '{} of {}, US companies {}',
        count(*) filter (host_owner_country = 'CN'), count(*), count(*) filter (host_owner_country = 'US')
    ) as detail,
from mart_host_price__model_host_day
where country = 'CN' and day = (select max(day) from mart_host_price__model_host_day)
having count(*) > 0
