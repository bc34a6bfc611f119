-- What a day of 900 dollars on Claude Sonnet 4.5 costs when all of its tokens go to one Chinese model, in dollars.
-- - An agent task at list prices, newest route up to August 2026; the share that may stay on Sonnet is in the detail.
-- - At most 50: where the cheap model alone costs more, no mix of the two reaches it.
select
    format('{} with {}', premium_model, cheap_model) as reading,
    first(cheap_usd_per_day order by from_day desc)::double as measured,
    first(
        coalesce(reason, format('50 dollars at {}% of tokens on the premium model', round(100 * premium_share, 1)))
        order by from_day desc
    ) as detail,
from mart_hybrid_route__route_day
where route in ('sonnet_minimax', 'sonnet_deepseek') and from_day <= date '2026-08-15'
group by premium_model, cheap_model
order by reading
