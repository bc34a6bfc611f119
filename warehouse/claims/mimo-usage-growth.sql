-- Mean weekly tokens of Xiaomi's models in the n weeks after the cut of 27 May 2026 over the n weeks before, n from
-- 1 to 4.
-- - All models and variants of the lab on OpenRouter, the week of the cut left out; of users nothing is public.
-- - Within the stated range: the sentence gives its own margin and no window, so each window is a reading.
with placed as (
    select tokens, (week - date '2026-05-25') // 7 as place
    from mart_tokens__lab_week
    where lab = 'Xiaomi' and days = 7
),

around as (
    select
        n,
        avg(tokens) filter (place between -n and -1) as before,
        avg(tokens) filter (place between 1 and n) as after,
        count(*) filter (place between -n and -1) as weeks_before,
        count(*) filter (place between 1 and n) as weeks_after,
    from placed
    cross join range(1, 5) as weeks (n)
    group by n
)

select
    n || if(n = 1, ' week', ' weeks') as reading,
    after / before as measured,
    format('{} to {} trillion a week', round(before / 1e12, 3), round(after / 1e12, 3)) as detail,
from around
where weeks_before = n and weeks_after = n
order by n
