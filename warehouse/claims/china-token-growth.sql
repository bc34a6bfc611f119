-- The later of the two stated figures over the earlier.
-- - 140 trillion over 100 billion tokens a day.
-- - One per cent: arithmetic on rounded statements.
select
    'March 2026 over January 2024' as reading,
    max(tokens_per_day) filter (month = '2026-03') / max(tokens_per_day) filter (month = '2024-01') as measured,
from mart_disclosed_tokens__org_month
where org = 'China (National Data Administration)' and scope = 'all'
having measured is not null
