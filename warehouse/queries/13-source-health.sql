-- Which sources have given rows, when were they last looked at, and what state were they in on that day?
-- 哪些来源给出过数据，最近一次查看在何时，当天状态如何？
-- - Not the truth of a source: fresh means seen lately, not right. `archive` is what was shipped and not looked at since.
-- - 不是来源是否正确：fresh只表示最近看过。archive表示随代码附带、此后未再查看。
select source, max(day) as newest_look, sum(looks) as looks, sum(good) as good, sum(rows) as rows, sum(rejected) as rejected, arg_max(state, day) as state,
from mart_source_health__source_day
where was_looked_at
group by source
having sum(rows) > 0
order by rows desc, source
limit 40;
