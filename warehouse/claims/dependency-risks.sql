-- Endpoints of Chinese weights that Chinese companies own, in per cent of all such endpoints, newest look.
-- - Where a host is and who owns it are the axes that are stated; data handling is not.
-- - Above zero shows exposure; risk itself is not measured, so described only.
select
    'owned in China' as reading,
    100.0 * count(*) filter (host_owner_country = 'CN') / count(*) as measured,
    format('{} endpoints, {} of them hosted in China', count(*), count(*) filter (host_country = 'CN')) as detail,
from mart_host_price__model_host_day
where country = 'CN' and day = (select max(day) from mart_host_price__model_host_day)
having count(*) > 0
