-- Ways to be served that the three large US labs print on their price lists.
-- - Asks for tiers by lab and day: the shipped lists have the standard tier only.
-- - Three or more; described only.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_service_tier__lab_day
limit 1
