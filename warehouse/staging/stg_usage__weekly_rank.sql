-- The nine or ten largest models of a week as the public ranking chart shows them.
-- grain: week, rank
-- assert: tokens > 0
-- assert: dayofweek(week) = 1
select week::date as week, rank::integer as rank, slug, tokens::bigint as tokens, precision, citation
from seed.usage_weekly
