-- Money that OpenAI raised by cited funding rows of 2026, in billions of dollars.
-- - The amount that the row prints, round by round.
-- - Ten per cent: a round closes in parts.
select
    event_id as reading,
    try_cast(regexp_extract(what, 'raises ([0-9.]+) billion USD', 1) as double) as measured,
    what as detail,
    'the row prints no amount' as reason,
from mart_event__day
where kind = 'funding' and org = 'OpenAI' and stated_day between '2026' and '2027'
order by event_id
