-- Levels of effort that catalogues and boards print beside Claude Opus 4.8.
-- - A level is counted once, whoever prints it; budgets in tokens are no levels.
-- - Exact: a count. Where nobody prints one it is not stated, and not 0.
select 'levels printed' as reading, effort_levels as measured, efforts as detail,
    'no source here prints an effort beside the model' as reason,
from mart_model__version
where model = 'anthropic/claude-opus-4.8'
