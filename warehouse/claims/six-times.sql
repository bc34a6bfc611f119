-- List output price of US over Chinese models: two pairs, and the ratio of medians.
-- - First stated day that is nearest to the middle of February 2026, within two months.
-- - A quarter: the sentence says about.
with price as (
    select
        model,
        title,
        first(usd_per_mtok order by abs(day - date '2026-02-15'), day)::double as usd,
    from mart_price__model_day
    where
        model in ('anthropic/claude-sonnet-4.5', 'minimax/minimax-m2.5', 'moonshotai/kimi-k2.5')
        and channel = 'lab-direct'
        and cell = 'output'
        and abs(day - date '2026-02-15') <= 62
    group by model, title
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
order by reading
