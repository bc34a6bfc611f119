-- Efforts that Claude Opus 4.8 supports.
-- - Asks for the facts of a model by version.
-- - Exact: a count.
select
    'rows' as reading,
    null::double as measured,
    'the mart is there and no measure of the claim is written on it' as reason,
from mart_model__version
limit 1
