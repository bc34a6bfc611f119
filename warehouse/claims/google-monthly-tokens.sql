-- Google's own statement of tokens a month in May 2026, all surfaces, in trillions.
-- - The largest one-unit error of the collection: the transcript says trillion where the source says quadrillion.
-- - Ten per cent: the statement itself is rounded.
select
    org || ' ' || scope as reading,
    tokens_stated / 1e12 as measured,
    format('stated on {}, unit check: {}', stated_day, unit_check) as detail,
from mart_disclosed_tokens__org_month
where org = 'Google' and scope = 'all' and period = 'month' and month = '2026-05'
order by disclosure_id
