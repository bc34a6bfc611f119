-- In which week did Chinese models pass US ones, if they must stay ahead for one, three or six weeks?
-- 若要求连续领先一、三、六周，中国模型在哪一周超过美国模型？
-- - Not one date: it moves with the basis and the rule. `low` asks that China leads even when every unattributed token is American.
-- - 不是唯一的日期：它随口径和规则而变。low表示即使无法归属的token全部算作美国，中国仍然领先。
select basis, measure, share_kind, k, week, until_week, len(regexp_extract_all(back_weeks, '[0-9-]+')) as weeks_behind_since, reason,
from mart_crossover__basis_rule
where k in (1, 3, 6)
order by measure desc, basis, share_kind desc, k
limit 40;
