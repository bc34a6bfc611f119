-- Why no sheet shows a curated price event: what the list price knows of its model around the stated day.
-- grain: event_id
with known as (
    select model, min(from_day) as first_on, max(last_seen_on) as last_on from mart_list_price__cell_spell group by model
),
renamed as (
    select model, changed_by from mart_price_cut__model_meter_day where kind = 'model_change'
)
select cited.event_id,
    case when cited.model is null then 'the event names no model'
        when cited.price_unit like '%off-peak%' then 'an off-peak price came beside the standing one: no cell moved'
        when known.model is null then 'no sheet of the lab shows the model'
        when known.first_on > cited.until_day then 'before the archive: first list price ' || known.first_on
        when known.last_on < cited.from_day then 'after the archive: last list price ' || known.last_on
        when exists (
            select 1 from renamed where renamed.model = cited.model and renamed.changed_by between cited.from_day - 45 and cited.until_day + 45
        ) then 'shown under a moving name alone: a change of model'
        when known.first_on >= cited.from_day - 45 then 'no price of before: first list price ' || known.first_on
        else 'no sheet moved within 45 days' end as reason,
from int_event__cited as cited
left join known using (model)
where cited.price_event_id is null
