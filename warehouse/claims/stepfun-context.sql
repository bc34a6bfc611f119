-- Context limit of Step 3.7 Flash at the lab's own endpoint, in tokens.
-- - The newest look at the endpoints; other hosts may allow more.
-- - Three per cent: 256K is written for 256,000 and for 262,144.
select
    'own endpoint' as reading,
    context_tokens as measured,
    format('looked at on {}', day) as detail,
    'no limit is stated' as reason,
from mart_host_price__model_host_day
where model = 'stepfun/step-3.7-flash' and is_own_lab
order by day desc, tag
limit 1
