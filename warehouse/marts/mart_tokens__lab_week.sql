-- Tokens of one lab in one week, by the daily top-50 lists, with the platform's total beside them.
-- - `unlisted` is everything below the 50th model, `unnamed` every model whose lab is not public: rows of their own.
-- grain: week, lab
-- assert: tokens >= 0
-- assert: share between 0 and 1
select date_trunc('week', day)::date as week, lab, any_value(country) as country, sum(tokens)::bigint as tokens,
    any_value(platform.observed_tokens) as total_tokens, sum(tokens) / any_value(platform.observed_tokens) as share,
    any_value(platform.days) as days, max(int_tokens__lab_day.as_of) as as_of,
from int_tokens__lab_day
join int_tokens__platform_week as platform on platform.week = date_trunc('week', day)
group by date_trunc('week', day), lab
