-- Dearest over cheapest list output price of the models that each large US lab released within a year.
-- - The newest day of the lab's own list; preview, research and fast editions count like any other.
-- - Five times in every lab: a spread that one product line does not have by chance.
with newest as (
    select lab, max(day) as day
    from mart_price__model_day
    where lab in ('OpenAI', 'Anthropic', 'Google') and channel = 'lab-direct' and cell = 'output'
    group by lab
)

select
    price.lab as reading,
    (max(price.usd_per_mtok) / min(price.usd_per_mtok))::double as measured,
    format(
        '{} {} to {} {} dollars on {}',
        arg_min(price.model, (price.usd_per_mtok, price.model)), min(price.usd_per_mtok)::double,
        arg_max(price.model, (price.usd_per_mtok, price.model)), max(price.usd_per_mtok)::double, max(newest.day)
    ) as detail,
from mart_price__model_day as price
inner join newest using (lab, day)
inner join mart_model__model as model using (model)
where
    price.channel = 'lab-direct'
    and price.cell = 'output'
    and price.usd_per_mtok > 0
    and try_cast(rpad(model.released_on, 10, '-01-01') as date) > newest.day - 365
group by price.lab
order by reading
