-- Two sources that state different prices of one cell of a lab's own list over common days, and who came to whom.
-- - One row a source and other source: each disagreement is seen from both sides.
-- - `came`: the source next stated the price that the other still held; `others_came`: the other did. Neither: it ended without either, or has not.
-- - Moving names are left out: they may mean another model.
-- grain: model, channel, currency, cell, source, provider, source_model, from_day, other_source, other_provider, other_source_model, other_from_day
-- assert: not (came and others_came)
with said as (
    select * from int_agreement__statement where channel in ('lab-direct', 'lab-cn') and variant <> 'alias' and list_or_effective = 'list'
)
select mine.model, mine.channel, mine.currency, mine.cell, mine.source, mine.provider, mine.source_model, mine.from_day, other.source as other_source,
    other.provider as other_provider, other.source_model as other_source_model, other.from_day as other_from_day, mine.native, other.native as other_native,
    coalesce(abs(ln(mine.next_native / other.native)) <= 0.01, false) and other.until_day >= mine.until_day as came,
    coalesce(abs(ln(other.next_native / mine.native)) <= 0.01, false) and mine.until_day >= other.until_day as others_came,
from said as mine
join said as other
    on other.model = mine.model and other.channel = mine.channel and other.currency = mine.currency and other.cell = mine.cell
    and other.source <> mine.source and other.from_day < mine.until_day and other.until_day > mine.from_day
    and abs(ln(mine.native / other.native)) > 0.01
