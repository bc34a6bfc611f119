-- How far hosts lie apart in price for the same weights at the end of one month: the law of one price, tested.
-- - Hosts only, not routers' headlines; a host that several sources show counts once, at its lowest; models with two hosts or more.
-- - Quantisation is not stated by these sources: some of the spread is another product.
-- - Months end where every source that carries hosts had been looked at, so that a pause of one is no move.
-- - With fewer than five models the medians are null, with their reason.
-- grain: month, meter
-- assert: median_spread >= 1 or median_spread is null
-- assert: (median_spread is null) = (reason is not null)
with edge as (
    select unnest(generate_series(date_trunc('month', min(from_day)), max(last_seen_on), interval 1 month))::date as month
    from int_host_price__interval
),
host as (
    select edge.month, price.meter, price.model, price.provider, min(price.usd) as usd
    from edge
    join int_host_price__interval as price
        on price.from_day <= last_day(edge.month) and price.to_day > last_day(edge.month)
    where price.channel = 'host' and price.cell in ('input', 'output') and price.last_seen_on >= edge.month
        and edge.month <= (select until_day from int_price_panel__series where series = 'cheapest_host')
    group by all
),
model as (
    select month, meter, model, count(*)::integer as hosts, (max(usd) / min(usd))::double as spread from host group by all having count(*) >= 2
)
select month, meter, count(*)::integer as models, if(count(*) < 5, null, median(spread)) as median_spread,
    if(count(*) < 5, null, (count(*) filter (spread >= 2) / count(*))::double) as share_over_2x, max(spread) as max_spread,
    arg_max(model, (spread, model)) as model, if(count(*) < 5, 'fewer than five models with two hosts', null) as reason,
from model
group by month, meter
