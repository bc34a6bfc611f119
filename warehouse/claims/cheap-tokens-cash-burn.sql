-- Chinese share of tokens less the most that the Chinese share of implied spend can be, in points, by week.
-- - Ten largest models; weeks whose share may not be published are left out; cash itself is not seen.
-- - Above zero points the way of the sentence; losses cannot be observed, so described only.
from int_claim__volume_gap
order by reading desc
