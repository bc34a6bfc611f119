-- How much the observed cache share takes off the list price of input, in per cent, by model.
-- - Newest week with token counts, ten largest models, the lab's own list.
-- - More than half points the way of the sentence; a floor of automation is not measured, so described only.
from int_claim__cache_saving
order by reading
