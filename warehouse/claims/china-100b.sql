-- Tokens a day in China in start of 2024, in trillions, where more than one voice states them.
-- - The administration's figure has no series beside it: a statement is not tested by itself.
-- - The tolerance is that of a rounded statement, once a second voice speaks of the month.
select reading, measured, detail, reason
from int_claim__china_tokens
where month = '2024-01'
