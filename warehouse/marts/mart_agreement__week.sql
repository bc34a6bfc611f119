-- How many price cells of one country agree between the sources, differ with a reason, differ without one, or are told by one source, in one week.
-- - A cell counts once a week, as it stood on the last day of the week on which its price was known to hold; `single` is a piece of its own.
-- - Cells of `mart_price_agreement__cell_spell`: who charges, model, channel, currency, meter, band and tier.
-- grain: week, country, agreement
-- assert: cells > 0
-- assert: share > 0 and share <= 1
with spell as (
    select hash(model, channel, currency, provider, cell) as one, coalesce(country, 'unknown') as country, agreement, from_day,
        greatest(coalesce(to_day - 1, last_seen_on), from_day) as until_day,
    from mart_price_agreement__cell_spell
),
standing as (
    select one, country, agreement, from_day,
        unnest(generate_series(date_trunc('week', from_day), date_trunc('week', until_day), interval 7 day))::date as week,
    from spell
),
counted as (
    select week, country, agreement, count(*)::integer as cells
    from (select * from standing qualify from_day = max(from_day) over (partition by one, week))
    group by week, country, agreement
)
select week, country, agreement, cells, cells / sum(cells) over (partition by week, country) as share
from counted
