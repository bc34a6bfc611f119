-- Which published claims do the data contradict, or support only on some readings?
-- 哪些公开说法与数据不符，或只在部分口径下成立？
-- - Not a judgement of those who said it: a verdict holds for the stated readings, and changes with the data of a release.
-- - 不是对说话者的评判：结论只对所列口径成立，并随发布的数据变化。
select verdict, claim_id, claimed, unit, round(measured, 3) as measured, round(measured_low, 3) as measured_low, round(measured_high, 3) as measured_high, readings,
from mart_claim__claim
where verdict in ('contradicted', 'partly') and measured is not null
order by verdict, claim_id
limit 40;
