-- A priced run of the pooled regression: one model at one effort on one benchmark, with its first price since the score.
-- - Every priced run counts, not only the cheapest; list prices and bills of runs are two samples.
-- - A run whose price was first seen over 31 days after its score is left out: its day of sale is not known.
-- - Only shares solved that have a logit: neither none nor all of the tasks.
-- grain: axis, basis, printed_name
-- assert: score > 0 and score < 1
select axis, basis, printed_name, model, title, country, effort, score / 100 as score, day, price, country = 'CN' as is_chinese,
from int_frontier__offer
where unit = 'percent' and series in ('list', 'as_billed') and score > 0 and score < 100 and country <> 'unknown'
qualify row_number() over (partition by axis, basis, printed_name order by day) = 1 and not is_late
