-- Distance of the score of Claude Opus 4.8 at its least effort from that of Opus 4.7 at its most, in points of the
-- axis.
-- - One axis and edition for both; boards that print no effort say nothing.
-- - At most one point: the sentence says equal.
select
    old.axis as reading,
    abs(new.score - old.score)::double as measured,
    format('{} {} and {} {}', new.score::double, new.effort, old.score::double, old.effort) as detail,
from mart_score__model_benchmark as new
inner join mart_score__model_benchmark as old
    on old.axis = new.axis and old.model = 'anthropic/claude-opus-4.7' and old.effort = 'max'
where new.model = 'anthropic/claude-opus-4.8' and new.effort in ('low', 'minimal')
order by reading
