-- Difficulty and slope of one benchmark from the joint fit of models and benchmarks, in logits, with the published parameters beside them.
-- - Exploratory: they move when a model is added, so `fitted_on` stands with them. The first benchmark by name has difficulty 0 and slope 1.
-- - A benchmark with fewer than 8 models is not fitted: `reason` says so.
-- sources: curated-scores, aider-polyglot, epoch-hub
-- grain: benchmark
-- assert: (difficulty_logit is null) = (reason is not null)
-- assert: slope_per_logit > 0 or slope_per_logit is null
select fit.name as benchmark, fit.difficulty_logit, fit.slope_per_logit, fit.cells as models, fit.rmse, item.difficulty_edi::double as item_difficulty,
    item.slope::double as item_slope, build.built_on as fitted_on, fit.reason,
from int_joint_fit__parameter as fit
cross join raw.build as build
left join seed.capability_items as item on item.benchmark = fit.name
where fit.kind = 'benchmark'
