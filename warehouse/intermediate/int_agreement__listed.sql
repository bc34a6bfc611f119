-- One cell of one sheet between two days of change, beside the lab's own list price of that cell.
-- - The lab's list in dollars counts, else its mainland list; a lab's two lists are never compared with one another.
-- - A sheet that charges something else than the list has a reason: `unit` (a thousand or a million times), `currency` (converted from another
--   currency), else `channel`: another seller's price.
-- grain: model, channel, currency, charges, cell, from_day
-- assert: list_reason in ('unit', 'currency', 'channel') or list_reason is null
with list as (
    select model, cell, from_day, to_day, consensus_usd as list_usd, channel as list_channel
    from int_agreement__cell
    where channel in ('lab-direct', 'lab-cn')
),
beside as (
    select cell.*, list.list_usd, list.list_channel, cell.consensus_usd / list.list_usd as list_ratio,
    from int_agreement__cell as cell
    left join list
        on list.model = cell.model and list.cell = cell.cell and list.from_day <= cell.from_day and list.to_day > cell.from_day
        and cell.channel not in ('lab-direct', 'lab-cn')
    qualify row_number() over (
        partition by cell.model, cell.channel, cell.currency, cell.charges, cell.cell, cell.from_day
        order by list.list_channel = 'lab-direct' desc, list.from_day desc
    ) = 1
)
select *,
    case when list_ratio is null or abs(ln(list_ratio)) <= 0.01 then null
        when abs(abs(ln(list_ratio)) - ln(1e3)) <= ln(1.06) or abs(abs(ln(list_ratio)) - ln(1e6)) <= ln(1.06) then 'unit'
        when channel = 'converted' or currency <> 'USD' then 'currency'
        else 'channel' end as list_reason,
from beside
