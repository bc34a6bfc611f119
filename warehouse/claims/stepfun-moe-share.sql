-- Active over total parameters of StepFun's model, in per cent.
-- - The stated figures; the published ones beside them where the model has them.
-- - A fifth of a point: rounding of both.
select 'as stated' as reading, 100 * 11 / 198.0 as measured, '11 of 198 billion' as detail
union all
select
    'as published',
    100 * active_parameters_b::double / total_parameters_b::double,
    format('{} of {} billion', active_parameters_b, total_parameters_b),
from mart_model__model
where model = 'stepfun/step-3.7-flash' and active_parameters_b is not null
order by reading desc
