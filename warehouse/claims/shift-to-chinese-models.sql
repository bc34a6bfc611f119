-- Chinese share of the newest four whole weeks less that of the first four, in points, on each basis.
-- - The nine largest models and the daily top 50 count China and the US only; all tokens count everything.
-- - Above zero on every basis: the sentence gives the sign.
with placed as (
    select
        basis,
        week,
        share,
        row_number() over (partition by basis order by week) as since_first,
        row_number() over (partition by basis order by week desc) as since_last,
    from mart_token_share__country_week
    where country = 'CN' and is_complete and share is not null
)

select
    basis as reading,
    100 * (avg(share order by week) filter (since_last <= 4) - avg(share order by week) filter (since_first <= 4))
        as measured,
    format(
        '{}% from {} to {}% from {}',
        round(100 * avg(share order by week) filter (since_first <= 4), 1), min(week),
        round(100 * avg(share order by week) filter (since_last <= 4), 1), min(week) filter (since_last <= 4)
    ) as detail,
from placed
group by basis
order by basis
