-- Google's stated tokens of May 2026 over those of May 2025.
-- - Same organisation, scope, period and voice.
-- - Ten per cent: both statements are rounded.
select
    org || ' ' || scope as reading,
    times_year_before as measured,
    format('{} trillion a month', tokens_stated / 1e12) as detail,
from mart_disclosed_tokens__org_month
where org = 'Google' and scope = 'all' and period = 'month' and month = '2026-05'
order by disclosure_id
