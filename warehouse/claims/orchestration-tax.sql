-- How many times the work twenty agents do, by Amdahl's law, for several serial shares of it.
-- - speedup = 1 / (s + (1 - s) / 20); the serial share s is an input that nobody publishes.
-- - Below twenty for any serial share: a law and not a measurement, so described only.
select
    format('serial share {}', s) as reading,
    1 / (s + (1 - s) / 20) as measured,
from (values (0.01), (0.05), (0.10), (0.25)) as share (s)
order by s
