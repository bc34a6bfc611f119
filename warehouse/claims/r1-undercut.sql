-- How much less DeepSeek R1 asks than o1 and o3-mini, in per cent of the rival's list price.
-- - The stated day of each list that is nearest to the end of January 2025; those of the rivals begin later, unchanged.
-- - Within the stated range on every pair: the answer is the choice of rival.
with price as (
    from int_claim__list_price
    where model in ('deepseek/deepseek-r1', 'openai/o1', 'openai/o3-mini')
    qualify row_number() over (partition by model, cell order by abs(day - date '2025-01-31'), day) = 1
)

select
    rival.title || ' ' || rival.cell as reading,
    100 * (1 - own.usd / rival.usd) as measured,
    format('{} on {} to {} dollars on {}', own.usd, own.day, rival.usd, rival.day) as detail,
from price as own
inner join price as rival on rival.cell = own.cell and rival.model <> own.model
where own.model = 'deepseek/deepseek-r1'
order by reading
