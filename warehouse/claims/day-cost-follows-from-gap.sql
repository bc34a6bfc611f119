-- The two stated costs of a day over each other, against the stated gap.
-- - 900 over 50 dollars; at the stated gap the cheap day costs 150.
-- - Ten per cent: the sentence says about.
select '900 over 50' as reading, 900 / 50.0 as measured, 'at six times the cheap day costs 150 dollars' as detail
