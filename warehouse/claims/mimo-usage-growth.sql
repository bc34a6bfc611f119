-- Mean weekly tokens of Xiaomi's models in weeks +1 to +4 over weeks -4 to -1 around the cut of 27 May 2026.
-- - All models and variants of the lab on OpenRouter; the sentence speaks of users, of whom nothing is public.
-- - Within the stated range. A longer base gives another figure: twelve weeks are in the detail.
with placed as (
    select tokens, (week - date '2026-05-25') // 7 as place
    from mart_tokens__lab_week
    where lab = 'Xiaomi' and days = 7
)

select
    'four weeks on four' as reading,
    avg(tokens) filter (place between 1 and 4) / avg(tokens) filter (place between -4 and -1) as measured,
    format(
        '{} to {} trillion a week; on the twelve weeks before {} times',
        round(avg(tokens) filter (place between -4 and -1) / 1e12, 3),
        round(avg(tokens) filter (place between 1 and 4) / 1e12, 3),
        round(avg(tokens) filter (place between 1 and 4) / avg(tokens) filter (place between -12 and -1), 1)
    ) as detail,
from placed
having count(*) filter (place between -4 and -1) = 4 and count(*) filter (place between 1 and 4) = 4
