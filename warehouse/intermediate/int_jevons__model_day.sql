-- What the tokens of one model on one listed day cost at two mixes, at the lab's list price or else the cheapest host's.
-- - `agent`: 98 % input, 93 % of it cached; a missing cache price is the input price, an upper bound. `blend`: 3 to 1, nothing cached.
-- - Free slugs cost 0. A model without a price has no cost, not 0.
-- grain: day, permaslug
-- assert: agent_usd_per_mtok >= 0 or agent_usd_per_mtok is null
with price as (
    select model, cell, from_day, coalesce(to_day - 1, last_seen_on) as until_day, usd_per_mtok::double as usd, 1 as preference
    from mart_list_price__cell_spell
    where channel = 'lab-direct' and currency = 'USD' and cell in ('input', 'output', 'cache_read')
    union all
    select model, cell, from_day, coalesce(to_day - 1, last_seen_on), min_usd_per_mtok::double, 2
    from mart_cheapest_host__cell_spell
    where cell in ('input', 'output', 'cache_read')
),
used as (
    select day, permaslug, any_value(tokens) as tokens, any_value(total_tokens) as total_tokens, any_value(used.model) as model,
        any_value(country) as country, bool_or(coalesce(variant = 'free', false) or permaslug like '%:free') as is_free, preference,
        min(usd) filter (cell = 'input') as input, min(usd) filter (cell = 'output') as output, min(usd) filter (cell = 'cache_read') as cache_read,
    from mart_tokens__model_day as used
    left join price on price.model = used.model and used.day between price.from_day and price.until_day
    where permaslug <> 'other'
    group by day, permaslug, preference
    qualify row_number() over (partition by day, permaslug order by (input is null or output is null), preference) = 1
)
select day, permaslug, model, country, tokens, total_tokens, is_free,
    if(is_free, 0, 0.98 * (0.07 * input + 0.93 * coalesce(cache_read, input)) + 0.02 * output) as agent_usd_per_mtok,
    if(is_free, 0, (3 * input + output) / 4) as blend_usd_per_mtok,
    case when is_free then 'free' when input is null or output is null then null when preference = 1 then 'list' else 'cheapest_host' end as price_kind,
from used
