-- Cost of 64,000 output tokens at the list price of Claude Opus 4.8, in dollars.
-- - The number of tokens is the vendor's advice for the highest effort; the input of one question is small beside it.
-- - Ten or more: the sentence names a floor.
select
    '64,000 output tokens' as reading,
    64000 * last(usd_per_mtok order by day)::double / 1e6 as measured,
    format('ten dollars need {} output tokens', (10e6 / last(usd_per_mtok order by day))::bigint) as detail,
from mart_price__model_day
where model = 'anthropic/claude-opus-4.8' and channel = 'lab-direct' and cell = 'output'
having count(*) > 0
