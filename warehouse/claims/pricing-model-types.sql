-- Service tiers that each of the three large US labs prints on its own list.
-- - Lists as collected; plans of resellers are no list of the lab; a list with one tier only says nothing about
--   the others.
-- - Three or more; what the forms are called is not tested, so described only.
select
    lab as reading,
    case when count(distinct service_tier) > 1 then count(distinct service_tier) end as measured,
    string_agg(distinct service_tier, ', ' order by service_tier) as detail,
    'the collected lists print the standard tier only' as reason,
from mart_price__cell_spell
where lab in ('OpenAI', 'Anthropic', 'Google') and channel = 'lab-direct'
group by lab
order by lab
