-- Change of the price from GPT-4 to GPT-4 Turbo in November 2023, in per cent.
-- - The cited event row prints input and output, before and after.
-- - Below zero: the sentence says that prices fell and not by how much.
with price as (
    select
        unnest(['input', 'output']) as reading,
        unnest(string_split(old_price, '/'))::double as before,
        unnest(string_split(new_price, '/'))::double as after,
    from mart_event__day
    where event_id = '2023-11-gpt-4-turbo-launch'
)

select reading, 100 * (after / nullif(before, 0) - 1) as measured, format('from {} to {} dollars', before, after) as detail
from price
order by reading
