-- List prices of MiniMax-M2.5 and Kimi K2.5, in dollars per million tokens: output and input.
-- - The sentence does not say which meter it means, so each is a reading; the newest stated day counts.
-- - Within the stated range: the sentence gives its own margin.
select
    title || ' ' || cell as reading,
    last(usd_per_mtok order by day)::double as measured,
    format('list of the lab on {}', max(day)) as detail,
from mart_price__model_day
where
    model in ('minimax/minimax-m2.5', 'moonshotai/kimi-k2.5')
    and channel = 'lab-direct'
    and cell in ('input', 'output')
    and service_tier = 'standard'
group by title, cell
order by cell desc, title
