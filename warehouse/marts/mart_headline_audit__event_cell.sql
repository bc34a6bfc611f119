-- A headline beside all that it is about: every cell of the model before and after the cut or rise that a curated event names, and four mixes.
-- - `is_headline` marks the cell whose change is nearest to the headline, within half a point; of equals, the one in dollars, then the first by name.
-- - `is_hit` marks every cell within half a point of the headline.
-- - Events that no sheet shows have no row here; `mart_headline_audit__event` says why.
-- grain: event_id, price_event_id, cell
-- assert: is_hit or not is_headline
with audited as (
    select cited.event_id, cited.stated_day, cited.headline_change, cited.is_announced, line.*,
        round(abs(line.change - cited.headline_change), 4) as apart, coalesce(line.item = 'cell' and apart <= 0.005, false) as is_hit,
    from int_event__cited as cited
    join mart_price_event__cell as line using (price_event_id)
    where cited.kind in ('price_cut', 'price_rise')
)
select * exclude (apart),
    is_hit and row_number() over (partition by event_id order by not is_hit, apart, currency <> 'USD', cell) = 1 as is_headline,
from audited
