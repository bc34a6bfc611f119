-- Capability of one model at one effort from the joint fit of models and benchmarks, in logits, with the anchored capability beside it.
-- - Exploratory: it moves when a model is added, so `fitted_on` stands with it; never compare two dates. The anchored score is the one to use.
-- - Logits of the first benchmark by name, which has difficulty 0 and slope 1; weakly held towards 0 (lambda 0.001).
-- sources: curated-scores, aider-polyglot, epoch-hub
-- grain: model_effort
-- assert: (capability_logit is null) = (reason is not null)
select fit.name as model_effort, coalesce(anchored.model, split_part(fit.name, '@', 1)) as model, nullif(split_part(fit.name, '@', 2), '') as effort,
    coalesce(anchored.title, models.title) as title, models.lab, coalesce(labs.country_group, 'unknown') as country, fit.capability_logit,
    fit.cells as benchmarks,
    fit.rmse, anchored.capability, build.built_on as fitted_on, fit.reason,
from int_joint_fit__parameter as fit
cross join raw.build as build
left join mart_capability__model as anchored on anchored.model_effort = fit.name
left join seed.models as models on models.model = split_part(fit.name, '@', 1)
left join seed.labs as labs on labs.lab = models.lab
where fit.kind = 'model'
