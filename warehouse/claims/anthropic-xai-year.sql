-- Twelve of the stated monthly payments, in billions of dollars.
-- - Arithmetic on the stated sum; exact, since nothing is rounded.
select 'twelve months' as reading, 1.25 * 12 as measured
