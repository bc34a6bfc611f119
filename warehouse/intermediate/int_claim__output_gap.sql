-- List output price of a US model over a Chinese one in February 2026, as claims read it: two pairs, and the ratio of medians.
-- - First stated day that is nearest to the middle of the month, within two months.
-- grain: reading
-- materialized: view
with price as (
    select *
    from int_claim__list_price
    where
        model in ('anthropic/claude-sonnet-4.5', 'minimax/minimax-m2.5', 'moonshotai/kimi-k2.5')
        and cell = 'output'
        and abs(day - date '2026-02-15') <= 62
    qualify row_number() over (partition by model order by abs(day - date '2026-02-15'), day) = 1
),

medians as (
    select
        'ratio of medians' as reading,
        first(ratio order by abs(day - date '2026-02-15'), day) as measured,
        format('labs'' own lists on {}', first(day order by abs(day - date '2026-02-15'), day)) as detail,
    from mart_price_gap__country_day
    where series = 'list' and meter = 'output' and ratio is not null and abs(day - date '2026-02-15') <= 62
)

select
    'Sonnet 4.5 to ' || cheap.title as reading,
    dear.usd / cheap.usd as measured,
    format('{} to {} dollars', dear.usd, cheap.usd) as detail,
from price as cheap
cross join price as dear
where dear.model = 'anthropic/claude-sonnet-4.5' and cheap.model <> dear.model
union all
from medians where measured is not null
