-- How well the days are known that the rows of one source speak of: rows by the basis of their day and its quality.
-- - `exact` is a day that the source itself or our look gives, `bounded` one that is only known to lie between two.
-- - A body that was looked at again and had not changed counts once; rows that are held back are not counted.
-- - Counts and days only, of sources that may not be redistributed too: nothing of what they say.
-- sources: none
-- grain: source, record, observed_on_basis, observed_on_quality
-- assert: observed_on_quality in ('exact', 'bounded', 'unknown')
-- assert: rows > 0
select source, record, observed_on_basis, observed_on_quality, sum(rows)::integer as rows, count(distinct day)::integer as days,
    min(day) as first_day, max(day) as last_day,
from int_coverage__row_day
group by source, record, observed_on_basis, observed_on_quality
