-- Share of tokens that may stay on the premium model when a day of 900 dollars is to cost 50; below zero where 50 cannot be reached.
-- - Routes of Sonnet with MiniMax-M2.5 and with DeepSeek V4 Flash at an agent task; not reachable reads -1.
-- - Zero or more on every route: then the day can be had for 50 dollars.
select
    format('{} with {}', premium_model, cheap_model) as reading,
    first(coalesce(premium_share, -1) order by from_day desc)::double as measured,
    format(
        'all on the cheap model: {} dollars{}',
        round(first(cheap_usd_per_day order by from_day desc), 1),
        coalesce('; ' || first(reason order by from_day desc), '')
    ) as detail,
from mart_hybrid_route__route_day
where route in ('sonnet_minimax', 'sonnet_deepseek') and from_day <= date '2026-08-15'
group by premium_model, cheap_model
order by reading
