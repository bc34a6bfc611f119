-- A price on a lab's own list that one source states in another unit than all others: it is a hundred, a thousand or a million times another
-- source's price of the same cell, or the inverse, within 6 %.
-- - Two other sources at least, hosts and routers among them, are nearer to the other price, and none is nearer to this one.
-- - With one other source nobody can say which of the two is wrong: neither is a slip, and the price is disputed.
-- - A slip is never a list price, and has no vote on one.
-- grain: source, sheet, provider, source_model, channel, currency, cell, from_day
with spell as (
    select source, sheet, provider, source_model, channel, currency, cell, from_day, coalesce(to_day, date '9999-12-31') as until_day, model,
        usd::double as usd,
    from int_price__cell_spell
    where status = 'listed' and usd > 0 and model is not null and billed_unit = 'million_tokens' and not is_carried
        and channel in ('lab-direct', 'lab-cn', 'host', 'aggregator')
),
suspect as (
    select mine.*, min(other.usd) as other_usd,
    from spell as mine
    join spell as other
        on other.model = mine.model and other.channel = mine.channel and other.currency = mine.currency and other.cell = mine.cell
        and other.source <> mine.source and other.from_day < mine.until_day and other.until_day > mine.from_day
    where mine.channel in ('lab-direct', 'lab-cn')
        and list_bool_or([abs(abs(ln(mine.usd / other.usd)) - ln(factor)) <= ln(1.06) for factor in [1e2, 1e3, 1e6]])
    group by all
)
select suspect.source, suspect.sheet, suspect.provider, suspect.source_model, suspect.channel, suspect.currency, suspect.cell, suspect.from_day,
    any_value(suspect.other_usd) as other_usd,
from suspect
join spell as witness
    on witness.model = suspect.model and witness.cell = suspect.cell and witness.source <> suspect.source
    and witness.from_day < suspect.until_day and witness.until_day > suspect.from_day
group by suspect.source, suspect.sheet, suspect.provider, suspect.source_model, suspect.channel, suspect.currency, suspect.cell, suspect.from_day
having count(distinct witness.source) >= 2
    and bool_and(abs(ln(witness.usd / suspect.other_usd)) < abs(ln(witness.usd / suspect.usd)))
