-- Largest growth of a Chinese lab's weekly tokens within six weeks of 2026, in per cent.
-- - From a week of 0.05 trillion tokens or more, so that a start from nothing does not count.
-- - 400 or more for one lab: the sentence says some.
select
    'largest' as reading,
    100 * (later.tokens / earlier.tokens - 1) as measured,
    format(
        '{}: {} to {} trillion, weeks of {} and {}',
        later.lab, round(earlier.tokens / 1e12, 3), round(later.tokens / 1e12, 3), earlier.week, later.week
    ) as detail,
from mart_tokens__lab_week as earlier
inner join mart_tokens__lab_week as later
    on later.lab = earlier.lab and later.week > earlier.week and later.week <= earlier.week + 42
where
    earlier.country = 'CN'
    and earlier.tokens >= 5e10
    and earlier.week >= date '2026-01-01'
    and earlier.days = 7
    and later.days = 7
order by measured desc, later.lab
limit 1
