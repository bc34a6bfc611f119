-- After which cuts did another country's labs cut too, sooner than after most days on which nothing happened?
-- 哪些降价之后，另一国的厂商也随之降价，而且比多数无事日之后更快？
-- - Not cause: `placebo_share` is how many days without any cut were followed as soon. A small one is a reason to look, no proof.
-- - 不是因果：placebo_share表示有多少无降价日之后同样很快出现降价。数值小只说明值得细看，不是证明。
select event_on, model, country, rival, days_to_answer, answered_by, placebo_median_days, round(placebo_share, 2) as placebo_share, watched_days,
from mart_price_response__event
where rival in ('US', 'CN') and rival <> country and placebo_share < 0.5
order by placebo_share, event_on, model, rival
limit 15;
