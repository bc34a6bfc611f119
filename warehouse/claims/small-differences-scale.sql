-- One cent per million tokens on a task of 20 million tokens, in dollars.
-- - Arithmetic on the stated size of a task.
-- - Exact.
select 'one cent per million' as reading, 0.01 * 20 as measured
