-- What one source tells of one month: rows and days by record, how well the days are known, and where the source has a break.
-- - A month between its first and its last without rows is a break and has its row: 0 rows, not none. Months before and after have none.
-- - `exact_rows` have a day that the source itself or our look gives, `bounded_rows` one that is only known to lie between two; the rest are neither.
-- - Counts and days only, of sources that may not be redistributed too: nothing of what they say.
-- - Curated seeds are no sources of looks and stand elsewhere, each row with its citation.
-- sources: none
-- grain: source, record, month
-- assert: rows = 0 or days > 0
-- assert: exact_rows + bounded_rows <= rows
-- assert: is_break = (reason is not null)
with monthly as (
    select source, record, strftime(day, '%Y-%m') as month, sum(rows)::integer as rows, count(distinct day)::integer as days, min(day) as first_day,
        max(day) as last_day, coalesce(sum(rows) filter (observed_on_quality = 'exact'), 0)::integer as exact_rows,
        coalesce(sum(rows) filter (observed_on_quality = 'bounded'), 0)::integer as bounded_rows,
        string_agg(distinct observed_on_basis, ' ' order by observed_on_basis) as bases,
    from int_coverage__row_day
    group by source, record, strftime(day, '%Y-%m')
),
span as (
    select source, record, strftime(unnest(generate_series(date_trunc('month', min(first_day)), max(last_day), interval 1 month)), '%Y-%m') as month
    from monthly
    group by source, record
)
select source, record, month, coalesce(rows, 0) as rows, coalesce(days, 0) as days, first_day, last_day, coalesce(exact_rows, 0) as exact_rows,
    coalesce(bounded_rows, 0) as bounded_rows, bases, rows is null as is_break, if(rows is null, 'no row of the month', null) as reason,
from span
left join monthly using (source, record, month)
