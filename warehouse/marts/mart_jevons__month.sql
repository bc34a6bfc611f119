-- Price, tokens and spend of one month on one axis: matched list prices, all tokens of the router, and what they may have cost.
-- - Each is also an index of the first month that has all three. Prices: chained Jevons of labs' own lists; no effect of entry.
-- - Spend is implied, from the listed days of the month: `usd_spend_low` at the agent mix with unpriced tokens at 0, `usd_spend_high` at the 3:1
--   blend with unpriced tokens at the mean. `average_usd_per_mtok` is the mean price of the priced tokens at the agent mix: it moves with the mix of models.
-- - `implied_elasticity` is of the total, cumulative: ln of tokens over ln of the price index; descriptive, not causal: supply, users and
--   models moved too. None while the index is within 5 % of its base.
-- - A month with missing days is scaled by its days and marked; a month without listed days, or with a price for under half
--   of their tokens, has no spend.
-- grain: month
-- assert: usd_spend_low <= usd_spend_high or usd_spend_low is null
-- assert: (implied_elasticity is null) = (reason is not null)
-- assert: (usd_spend_low is null) = (spend_reason is not null)
-- assert: mark = 'descriptive, not causal'
with token as (
    select date_trunc('month', day)::date as month, count(distinct day)::integer as days, sum(tokens)::bigint as observed_tokens,
        day(last_day(any_value(day)))::integer as month_days,
    from int_tokens__lab_day
    group by all
),
cost as (
    select date_trunc('month', day)::date as month, count(distinct day)::integer as listed_days,
        sum(tokens * agent_usd_per_mtok order by day, permaslug) / sum(tokens) filter (agent_usd_per_mtok is not null) as agent,
        sum(tokens * blend_usd_per_mtok order by day, permaslug) / sum(tokens) filter (blend_usd_per_mtok is not null) as blend,
        sum(tokens) filter (agent_usd_per_mtok is not null) as priced,
    from int_jevons__model_day
    group by all
),
listed as (
    select date_trunc('month', day)::date as month, sum(tokens) as tokens from mart_tokens__model_day group by all
),
joined as (
    select token.month, days, days < month_days as is_partial, round(observed_tokens * month_days / days)::bigint as tokens, price.index as list_index,
        price.reason as list_reason, listed_days, agent as average_usd_per_mtok, priced / listed.tokens as priced_share,
        if(priced >= 0.5 * listed.tokens, round(observed_tokens * month_days / days) * priced / listed.tokens * agent / 1e6, null) as usd_spend_low,
        if(priced >= 0.5 * listed.tokens, round(observed_tokens * month_days / days) * blend / 1e6, null) as usd_spend_high,
    from token
    left join cost using (month)
    left join listed using (month)
    left join mart_price_index__country_month as price
        on price.month = token.month and price.country = 'all' and price.formula = 'jevons' and price.index_kind = 'chained'
),
base as (
    select arg_min(month, month) as base_month, arg_min(tokens, month) as tokens, arg_min(list_index, month) as list_index,
        arg_min(usd_spend_low, month) as low, arg_min(usd_spend_high, month) as high,
    from joined
    where list_index is not null and usd_spend_low is not null and not is_partial
)
select month, days, is_partial, base_month, joined.list_index, joined.tokens, usd_spend_low, usd_spend_high, average_usd_per_mtok, priced_share, listed_days,
    joined.list_index / base.list_index as price_index, joined.tokens / base.tokens as tokens_index, usd_spend_low / low as spend_low_index,
    usd_spend_high / high as spend_high_index,
    if(abs(price_index - 1) >= 0.05, ln(tokens_index) / ln(price_index), null) as implied_elasticity,
    case when joined.list_index is null then coalesce(list_reason, 'no list price index of the month')
        when price_index is null then 'no month has both a price index and a spend'
        when abs(price_index - 1) < 0.05 then 'matched list prices are within 5 per cent of the base' end as reason,
    case when listed_days is null then 'no day of the month is listed by model'
        when usd_spend_low is null then 'under half of the listed tokens have a price' end as spend_reason,
    'descriptive, not causal' as mark,
from joined
cross join base
