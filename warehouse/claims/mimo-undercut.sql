-- How much less MiMo-V2.5 and V2.5-Pro ask than Western models, in per cent of the rival's list price in June 2026.
-- - Headline rival: Claude Opus 4.8. Equal rival: the cheapest US model within a point of its score on one axis.
-- - Within the stated range on every pair; a reading that no score allows is missing and said to be.
with price as (
    from int_claim__list_price
    where model in ('xiaomi/mimo-v2.5', 'xiaomi/mimo-v2.5-pro', 'anthropic/claude-opus-4.8')
    qualify row_number() over (partition by model, cell order by abs(day - date '2026-06-01'), day) = 1
),

equal as (
    select own.title, min(rival.blend_3to1_usd_per_mtok) as rival_usd, min(own.blend_3to1_usd_per_mtok) as own_usd
    from mart_price_per_capability__model_day as own
    left join mart_price_per_capability__model_day as rival
        on rival.axis = own.axis
        and rival.series = own.series
        and rival.day = own.day
        and rival.country = 'US'
        and abs(rival.score - own.score) <= 1
    where own.model in ('xiaomi/mimo-v2.5', 'xiaomi/mimo-v2.5-pro') and own.series = 'list'
    group by own.title
)

select
    format('{} to {} {}', own.title, rival.title, own.cell) as reading,
    100 * (1 - own.usd / rival.usd) as measured,
    format('{} to {} dollars', own.usd, rival.usd) as detail,
    null as reason,
from price as own
inner join price as rival on rival.cell = own.cell
where own.model like 'xiaomi/%' and rival.model = 'anthropic/claude-opus-4.8'
union all
select
    'cheapest US model of equal score',
    100 * (1 - max(own_usd) / nullif(max(rival_usd), 0))::double,
    null,
    'no axis here has both a score of MiMo-V2.5 and a US model within a point of it',
from equal
order by reading
