-- Endpoints at eight bits or fewer among those that state a number format, in per cent, newest look.
-- - Half of all endpoints say nothing, which is in the detail.
-- - Above half points the way of the sentence; speed by format is not tested, so described only.
select
    'stated formats' as reading,
    100.0 * count(*) filter (weight_bits <= 8) / nullif(count(weight_bits), 0) as measured,
    format('{} of {} endpoints state none, {}', count(*) - count(weight_bits), count(*), max(day)) as detail,
    'no endpoint states its number format' as reason,
from mart_host_price__model_host_day
where day = (select max(day) from mart_host_price__model_host_day)
having count(*) > 0
