-- A move of a lab's list price that two sources or more show, and by how many days each showed it after the first.
-- - One move has the same price before and after, within 1 %, in sources that show it within 180 days.
-- - A cited fact, dated by the lab, can be the first.
-- grain: model, channel, currency, cell, source, provider, source_model, from_day
-- assert: lag_days >= 0
with moved as (
    select * from int_agreement__statement where channel in ('lab-direct', 'lab-cn') and variant <> 'alias' and list_or_effective = 'list' and abs(ln(native / native_before)) > 0.01
)
select mine.model, mine.channel, mine.currency, mine.cell, mine.source, mine.provider, mine.source_model, mine.from_day, mine.native_before,
    mine.native, max(greatest(0, mine.from_day - other.from_day)) as lag_days,
from moved as mine
join moved as other
    on other.model = mine.model and other.channel = mine.channel and other.currency = mine.currency and other.cell = mine.cell
    and other.source <> mine.source and abs(ln(other.native / mine.native)) <= 0.01 and abs(ln(other.native_before / mine.native_before)) <= 0.01
    and abs(other.from_day - mine.from_day) <= 180
group by all
