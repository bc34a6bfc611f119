-- The sources of the labs' own list prices beside one another: how many cells each states, how often it is right, how late, and who came to whom.
-- - A cell is model, channel, currency, meter, band and tier of a lab's own list; a source is compared only where another states the same cell.
-- - `agreement_rate` counts days: a difference that stood for a year weighs more than one of a day.
-- - `median_lag_days` is against the source that showed the same move first, a fact dated by the lab included.
-- - A disagreement is settled when one of two sources takes the price that the other holds: `right_later_share` is how often it was the other.
-- grain: source
-- assert: cell_coverage between 0 and 1
-- assert: agreement_rate between 0 and 1 or agreement_rate is null
-- assert: came_to_others + others_came <= disagreements
with own as (
    select * from int_agreement__statement where channel in ('lab-direct', 'lab-cn') and list_or_effective = 'list'
),
stated as (
    select source, count(distinct (model, channel, currency, cell))::integer as cells from own group by source
),
every as (
    select count(distinct (model, channel, currency, cell)) as cells from own
),
compared as (
    select word.source, sum(least(cell.to_day, built_on) - word.from_day) as days,
        sum(least(cell.to_day, built_on) - word.from_day) filter (word.is_agreeing) as agreeing_days,
    from int_agreement__comparison as word
    join int_agreement__interval as said using (model, channel, currency, charges, cell, from_day, source, provider, source_model)
    join int_agreement__cell as cell using (model, channel, currency, charges, cell, from_day)
    cross join (select max(built_on) as built_on from raw.build) as build
    where cell.channel in ('lab-direct', 'lab-cn') and cell.sources >= 2 and said.has_voice and said.list_or_effective = 'list' and word.from_day < built_on
    group by word.source
),
lag as (
    select source, count(*)::integer as shared_moves, median(lag_days)::double as median_lag_days from int_league__move group by source
),
settled as (
    select source, count(*)::integer as disagreements, count(*) filter (came)::integer as came_to_others, count(*) filter (others_came)::integer as others_came,
    from int_league__disagreement
    group by source
)
select stated.source, stated.cells, stated.cells / every.cells as cell_coverage, coalesce(compared.days, 0)::integer as compared_cell_days,
    coalesce(compared.agreeing_days, 0) / nullif(compared.days, 0) as agreement_rate, coalesce(lag.shared_moves, 0) as shared_moves, lag.median_lag_days,
    coalesce(settled.disagreements, 0) as disagreements, coalesce(settled.came_to_others, 0) as came_to_others,
    coalesce(settled.others_came, 0) as others_came, settled.others_came / nullif(settled.came_to_others + settled.others_came, 0) as right_later_share,
from stated
cross join every
left join compared using (source)
left join lag using (source)
left join settled using (source)
