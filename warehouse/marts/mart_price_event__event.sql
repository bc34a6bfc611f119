-- Price events from 2023 on: what moved on a model's list, first seen where and when, shown by whom, and what was written about it.
-- - A measured event is the moves of one model's cells of one list (channel, currency) within a week; `mart_price_event__cell` has its cells.
-- - `status`: `measured and cited`, `measured only`, or `cited only` with the `reason` why no sheet shows it.
-- - `blend_change` is of the 3:1 blend of the headline band. A cut and a rise in one event make it `mixed`.
-- grain: event
-- assert: status in ('measured and cited', 'measured only', 'cited only')
-- assert: (status = 'cited only') = (reason is not null)
-- assert: largest_change <> 0 or largest_change is null
with moved as (
    select price_event_id, model, title, lab, country, channel, currency, since_on, until_on, min(changed_after) as changed_after,
        arg_min(first_seen_in, (first_seen_on, first_seen_in)) as first_seen_in, list_sort(list_distinct(flatten(list(shown_by)))) as shown_by,
        min(known_at) as known_at, count(*)::integer as cells,
        arg_max((native_after / native_before)::double - 1, abs(ln((native_after / native_before)::double))) as largest_change,
        arg_min((native_after / native_before)::double - 1, abs(ln((native_after / native_before)::double))) as smallest_change,
        case when bool_and(is_correction) then 'catalogue_correction' when bool_and(native_after < native_before) then 'cut'
            when bool_and(native_after > native_before) then 'rise' else 'mixed' end as kind,
    from int_event__moved_cell
    group by price_event_id, model, title, lab, country, channel, currency, since_on, until_on
),
cited as (
    select price_event_id, string_agg(event_id, ' ' order by event_id) as event_ids, string_agg(distinct citation, ' | ' order by citation) as citation,
    from int_event__cited
    where price_event_id is not null
    group by price_event_id
)
select moved.price_event_id as event, moved.* exclude (since_on, until_on, shown_by), since_on as first_seen_on, until_on as last_moved_on,
    len(shown_by)::integer as sources, array_to_string(shown_by, ' ') as shown_by, blend.change as blend_change, cited.event_ids, cited.citation,
    if(cited.event_ids is null, 'measured only', 'measured and cited') as status, null as reason,
from moved
left join cited using (price_event_id)
left join mart_price_event__cell as blend on blend.price_event_id = moved.price_event_id and blend.cell = 'blend_3to1'
union all by name
select event_id as event, model, any_value(models.title) as title, any_value(models.lab) as lab, any_value(labs.country_group) as country,
    case cited.kind when 'price_cut' then 'cut' when 'price_rise' then 'rise' else cited.kind end as kind,
    event_id as event_ids, any_value(cited.citation) as citation, 'cited only' as status, any_value(unmeasured.reason) as reason,
    any_value(cited.from_day) as first_seen_on,
from int_event__cited as cited
join int_event__unmeasured as unmeasured using (event_id)
left join seed.models as models using (model)
left join seed.labs as labs on labs.lab = models.lab
group by event_id, model, cited.kind
