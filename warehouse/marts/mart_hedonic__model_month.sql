-- One priced run against the pooled regression of its benchmark at the end of a month: what a model of that day and score cost, and what this one did.
-- - `residual_ratio` below 1 is cheaper than fitted. It holds whatever the regression leaves out: size, subsidy and efficiency alike.
-- - The fit holds no term of China; the China ratio of the same sample stands beside it, or why there is none.
-- grain: axis, basis, month, printed_name
-- assert: residual_ratio > 0 or reason is not null
with fitted as (
    select fit.axis, fit.basis, fit.month, run.printed_name, run.model, run.title, run.country, run.effort, run.score, run.day, run.price,
        exp(fit.intercept + fit.per_day * date_diff('day', date '1970-01-01', run.day) + fit.per_logit * ln(run.score / (1 - run.score))) as fitted,
        fit.china_ratio, fit.china_low, fit.china_high, fit.china_caveat, fit.china_reason, fit.runs, fit.chinese_runs, fit.r2, fit.reason,
    from mart_hedonic__benchmark_month as fit
    join int_hedonic__run as run on run.axis = fit.axis and run.basis = fit.basis and strftime(run.day, '%Y-%m') <= fit.month
)
select axis, basis, month, printed_name, fitted.model, fitted.title, fitted.country, effort, score as share_solved, day,
    if(basis = 'blend_3to1', price, null) as blend_3to1_usd_per_mtok, if(basis = 'run_cost', price, null) as run_usd_per_task,
    fitted as fitted_price_usd, price / fitted as residual_ratio, try_cast(models.total_parameters_b as double) as total_parameters_b,
    try_cast(models.active_parameters_b as double) as active_parameters_b, china_ratio, china_low, china_high, china_caveat, china_reason, runs,
    chinese_runs, r2, reason,
from fitted
left join seed.models as models on models.model = fitted.model
