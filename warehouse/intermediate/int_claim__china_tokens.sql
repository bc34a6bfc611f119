-- Tokens a day in all of China in one month, in trillions, where more than one voice states them, as claims read it.
-- - The administration's figure has no series beside it: a statement is not tested by itself.
-- grain: month
-- materialized: view
select
    month,
    'voices beside the administration' as reading,
    case
        when count(distinct voice) > 1 then median(tokens_per_day) filter (voice <> 'government') / 1e12
    end as measured,
    format('the administration states {}', max(tokens_per_day) filter (voice = 'government') / 1e12) as detail,
    format('{} voice speaks of all of China in the month: no series tests its statement', count(distinct voice))
        as reason,
from mart_disclosed_tokens__org_month
where org like 'China%' and scope = 'all'
group by month
