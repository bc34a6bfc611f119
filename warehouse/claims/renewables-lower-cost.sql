-- Share of the output price gap between a US and a Chinese model that a difference in power prices explains, in per
-- cent.
-- - The models of the sentence's pair: the bound of the energy mart for Claude Sonnet 4.5, at its dearest setup.
-- - Above ten: less would not be enough to matter.
select
    title as reading,
    100 * last(gap_share order by from_day)::double as measured,
    format('gap {} dollars per million tokens', last(gap_usd_per_mtok order by from_day)::double) as detail,
    last(reason order by from_day) as reason,
from mart_energy_bound__model
where model = 'anthropic/claude-sonnet-4.5'
group by title
