-- Blended price of one model for the marts of capability: the price archive, and before it the prices that scored models were listed at.
-- - A cited price stands until the model's next one or the day the archive knows the model; without either for 31 days.
-- grain: series, source, provider, model, from_day
-- assert: blend_usd_per_mtok > 0
-- assert: to_day > from_day
with first_day as (
    select model, min(from_day) as day from int_blend__model_spell where series = 'list' group by model
),
cited as (
    select prices.model, prices.from_day::date as from_day, split_part(prices.model, '/', 1) as provider,
        prices.input_usd_per_mtok::double as input, prices.output_usd_per_mtok::double as output,
        least(lead(prices.from_day::date) over (partition by prices.model order by prices.from_day), first_day.day) as until_day,
    from seed.score_prices as prices
    left join first_day using (model)
    where first_day.day is null or prices.from_day::date < first_day.day
)
select series, source, provider, model, from_day, to_day, blend_usd_per_mtok, input_usd_per_mtok, output_usd_per_mtok
from int_blend__model_spell
union all
select 'list', 'curated-scores', provider, model, from_day, coalesce(until_day, from_day + 31), ((3 * input + output) / 4)::decimal(18, 10), input, output
from cited
