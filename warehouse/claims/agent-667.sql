-- The stated tokens of an agent task over those of a chatbot task.
-- - Arithmetic on two stated figures; neither is public.
-- - One per cent: the ratio is printed without decimals.
select '20,000,000 over 30,000' as reading, 20000000 / 30000.0 as measured
