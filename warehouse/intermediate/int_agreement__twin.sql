-- A statement whose amount is that of another cell of the same meter on the same sheet in the same days: it may have been put under the wrong cell.
-- - The other cell differs in the time window, in being a promotion, in the service tier or in the context band; the first of these counts.
-- grain: model, channel, currency, charges, cell, from_day, source, provider, source_model
-- assert: twin in ('window', 'promotion', 'batch', 'tier')
with compared as (
    select * from int_agreement__interval
    qualify count(*) over (partition by model, channel, currency, charges, cell, from_day) > 1
),
twin as (
    select compared.model, compared.channel, compared.currency, compared.charges, compared.cell, compared.from_day, compared.source,
        compared.provider, compared.source_model,
        case when other.time_window <> compared.time_window then 1
            when other.list_or_effective <> compared.list_or_effective then 2
            when other.service_tier = 'batch' and compared.service_tier <> 'batch' then 3
            when other.service_tier <> compared.service_tier or other.min_input_tokens <> compared.min_input_tokens then 4 end as place,
    from compared
    join int_agreement__statement as other
        on other.model = compared.model and other.channel = compared.channel and other.currency = compared.currency
        and other.charges = compared.charges and other.meter = compared.meter and other.cell <> compared.cell
        and other.from_day < compared.to_day and other.until_day > compared.from_day and abs(ln(other.native / compared.native)) <= 0.01
)
select * exclude (place), ['window', 'promotion', 'batch', 'tier'][min(place)] as twin,
from twin
where place is not null
group by all
