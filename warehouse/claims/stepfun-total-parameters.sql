-- All parameters of Step 3.7 Flash as published, in billions.
-- - Model facts with a citation.
-- - One per cent: a vision encoder may be counted apart.
select
    'published' as reading,
    total_parameters_b::double as measured,
    citation as detail,
    'no published number of parameters is collected for the model' as reason,
from mart_model__model
where model = 'stepfun/step-3.7-flash'
