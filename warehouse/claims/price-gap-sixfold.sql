-- List output price of US over Chinese models: two pairs, and the ratio of medians.
-- - First stated day that is nearest to the middle of February 2026, within two months.
-- - A quarter: the sentence says about.
from int_claim__output_gap
order by reading
