-- Cited event rows that speak of a Chinese policy on computing and energy.
-- - An event is a dated row with an address.
-- - One row or more; none is no proof that there was none.
select 'cited rows' as reading, nullif(count(*), 0) as measured, 'no cited row speaks of it' as reason,
    string_agg(what || ' ' || stated_day, '; ' order by event_id) as detail,
from mart_event__day
where org = 'China' and kind = 'policy' and what ilike '%energy%'
