-- Scores to be reached on an axis: the curated levels, and three points either side of each, as a score is no exact number.
-- - No level below 30 % on a test of several choices, where guessing would reach it.
-- grain: axis, reference_level, level
select levels.axis, levels.level::double as reference_level, levels.level::double + margin as level, levels.is_reference = 'true' as is_reference,
from seed.capability_levels as levels
cross join (values (-3), (0), (3)) as around (margin)
left join seed.capability_items as item on item.benchmark = levels.axis
where coalesce(item.guess::double, 0) = 0 or levels.level::double + margin >= 30
