-- Lowest and median list price of a cached input token among the models of one country of origin on one day, and what it is of the input price.
-- - The labs' own dollar lists, headline cells; a model without a published cache price is not counted and never 0.
-- - Days end where every source that carries list prices had been looked at.
-- - With fewer than five models the median is null, with its reason.
-- grain: day, country
-- assert: min_usd_per_mtok > 0
-- assert: (median_usd_per_mtok is null) = (reason is not null)
with listed as (
    select unnest(generate_series(from_day, least(coalesce(to_day - 1, last_seen_on), last_seen_on), interval 1 day))::date as day, model, country,
        cache_read_usd_per_mtok as usd, input_usd_per_mtok as input_usd, source, snapshot,
    from mart_headline_price__model_spell
    where cache_read_usd_per_mtok > 0
)
select day, country, count(*)::integer as models, min(usd) as min_usd_per_mtok, arg_min(model, (usd, model)) as model,
    if(count(*) < 5, null, median(usd)::decimal(18, 10)) as median_usd_per_mtok,
    if(count(*) < 5, null, median((usd / input_usd)::double)) as median_share_of_input,
    if(count(*) < 5, 'fewer than five models with a cache price', null) as reason, arg_min(source, (usd, model)) as source,
    arg_min(snapshot, (usd, model)) as snapshot,
from listed
where country in ('CN', 'US', 'EU') and day <= (select until_day from int_price_panel__series where series = 'list')
group by day, country
