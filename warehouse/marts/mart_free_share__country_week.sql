-- Free and paid tokens of one country in one week, apart, on one basis, with what nobody knows the price of as a piece of its own.
-- - `top10_models`: ranking tokens of the ten largest models; free is a `:free` slug or a model whose prices are 0.
-- - `top50_day`: the listed days of the week; free is a `:free` slug or a list or cheapest host price of 0 on the day, paid has a price.
-- - `unpriced_tokens` may be either: `low` takes all of them for paid, `high` for free; `free_share` is of the tokens with a known price.
-- - What lies below the list has no price at all and stands apart as `unlisted`; models of no public lab are `unnamed`.
-- grain: basis, week, country
-- assert: free_share between low and high or free_share is null
-- assert: low between 0 and 1 and high between 0 and 1 or country = 'unlisted'
-- assert: free_tokens + paid_tokens + unpriced_tokens = tokens or country = 'unlisted'
with listed as (
    select 'top10_models' as basis, spend.week, spend.country, spend.tokens,
        if(mix.input_usd_per_mtok is null and spend.is_free is not true, null, spend.is_free) as is_free
    from int_spend__model_week as spend
    join stg_usage__weekly_mix as mix using (week, slug)
    union all
    select 'top50_day', date_trunc('week', used.day)::date,
        if(used.permaslug = 'other', 'unlisted', if(used.variant = 'stealth', 'unknown', used.country)), used.tokens, price.blend_usd_per_mtok = 0,
    from mart_tokens__model_day as used
    left join int_jevons__model_day as price on price.day = used.day and price.permaslug = used.permaslug
),
grouped as (
    select basis, week, if(country = 'unknown', 'unnamed', country) as country, sum(tokens)::bigint as tokens,
        coalesce(sum(tokens) filter (is_free), 0)::bigint as free_tokens, coalesce(sum(tokens) filter (not is_free), 0)::bigint as paid_tokens,
        coalesce(sum(tokens) filter (is_free is null), 0)::bigint as unpriced_tokens,
    from listed
    group by basis, week, if(country = 'unknown', 'unnamed', country)
)
select basis, week, country, tokens, if(country = 'unlisted', null, free_tokens) as free_tokens,
    if(country = 'unlisted', null, paid_tokens) as paid_tokens,
    if(country = 'unlisted', null, unpriced_tokens) as unpriced_tokens,
    if(country = 'unlisted', null, free_tokens / nullif(free_tokens + paid_tokens, 0)) as free_share,
    if(country = 'unlisted', null, free_tokens / tokens) as low, if(country = 'unlisted', null, (free_tokens + unpriced_tokens) / tokens) as high,
from grouped
where tokens > 0
