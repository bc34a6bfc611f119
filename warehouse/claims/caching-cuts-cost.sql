-- How much the observed cache share takes off the list price of input, in per cent, by model.
-- - Newest week with token counts, ten largest models, the lab's own list; compression and routing are not seen.
-- - Above zero on every model.
from int_claim__cache_saving
order by reading
