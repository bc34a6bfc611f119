-- The verdict on a headline: of how many cells it is true, and what the blend, a chat and an agent pay after it.
-- - The headline is the announced percentage; where none was announced, the largest change among the prices that the event states.
-- - `blend_change`, `chat_change` and `agent_change` are of the headline band of the list in dollars, or in yuan where there is none.
-- - `headline_rank` counts the models by their largest announced or stated cut, ties by priority and day; an event that tells it again has none.
-- - `reason` says why a headline cannot be audited.
-- grain: event_id
-- assert: (verdict is null) = (reason is not null)
-- assert: hits <= cells or cells is null
with cited as (
    select event_id, any_value(stated_day) as stated_day, any_value(from_day) as from_day, any_value(model) as model, any_value(org) as org,
        any_value(kind) as kind, any_value(what) as what, any_value(headline_change) as headline_change, bool_or(is_announced) as is_announced,
        any_value(priority) as priority, any_value(citation) as citation,
    from int_event__cited
    where kind in ('price_cut', 'price_rise')
    group by event_id
),
largest as (
    select *
    from cited
    where kind = 'price_cut' and headline_change < 0
    qualify row_number() over (partition by coalesce(model, event_id) order by round(headline_change, 4), priority, from_day, event_id) = 1
),
ranked as (
    select event_id, row_number() over (order by round(headline_change, 4), priority, from_day, event_id) as headline_rank from largest
),
lists as (
    select *, currency = min(currency) filter (currency = 'USD') over (partition by event_id) is not false as is_first_list
    from mart_headline_audit__event_cell
),
figures as (
    select event_id, count(*) filter (item = 'cell')::integer as cells, count(*) filter (item = 'cell' and is_moved)::integer as cells_moved,
        count(*) filter (is_hit)::integer as hits, any_value(cell || ' in ' || currency) filter (is_headline) as headline_cell,
        min(change) filter (item = 'cell') as lowest_change, max(change) filter (item = 'cell') as highest_change,
        any_value(change) filter (cell = 'blend_3to1' and is_first_list) as blend_change,
        any_value(change) filter (cell = 'chat' and is_first_list) as chat_change,
        any_value(change) filter (cell = 'agent' and is_first_list) as agent_change,
        (blend_change::decimal(18, 8) * 100)::decimal(18, 4) as blend_percent, (chat_change::decimal(18, 8) * 100)::decimal(18, 4) as chat_percent,
        (agent_change::decimal(18, 8) * 100)::decimal(18, 4) as agent_percent,
    from lists
    group by event_id
)
select cited.event_id, cited.stated_day, cited.model, cited.org, cited.kind, cited.what, cited.headline_change, cited.is_announced,
    ranked.headline_rank::integer as headline_rank, figures.* exclude (event_id, blend_percent, chat_percent, agent_percent),
    case when figures.cells is null then null when cited.headline_change is null then 'no headline to audit' else
        'true of ' || if(hits = 0, 'no cell', hits || if(hits = 1, ' cell', ' cells')) || ' of ' || cells
        || coalesce('; blend ' || format('{:+.1f} %', round(blend_percent, 1)), '') || coalesce('; chat ' || format('{:+.1f} %', round(chat_percent, 1)), '')
        || coalesce('; agent ' || format('{:+.1f} %', round(agent_percent, 1)), '') end as verdict,
    unmeasured.reason, cited.citation,
from cited
left join ranked using (event_id)
left join figures using (event_id)
left join int_event__unmeasured as unmeasured using (event_id)
