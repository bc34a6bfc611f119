-- Sum of what US labs raised in 2026 by cited funding rows, in billions of dollars.
-- - Rows that print an amount in dollars; the rest is not counted.
-- - Order of magnitude: the sentence says tens of billions.
select
    'cited rounds of 2026' as reading,
    sum(try_cast(regexp_extract(event.what, 'raises ([0-9.]+) billion USD', 1) as double) order by event_id)
        as measured,
    string_agg(event.what, '; ' order by event_id) as detail,
from mart_event__day as event
inner join mart_lab__lab as lab on lab.lab = event.org and lab.country_group = 'US'
where event.kind = 'funding' and event.stated_day between '2026' and '2027' and event.what like '%billion USD%'
having count(*) > 0
