-- Active parameters of Step 3.7 Flash as published, in billions.
-- - Model facts with a citation.
-- - Five per cent: active parameters are printed without decimals.
select
    'published' as reading,
    active_parameters_b::double as measured,
    citation as detail,
    'no published number of parameters is collected for the model' as reason,
from mart_model__model
where model = 'stepfun/step-3.7-flash'
