-- How much more a session of Claude Opus 4.8 costs than one of its predecessor, in per cent, by app and turns.
-- - Both in one app, turn range and week: orders of agents show as dearer sessions of as many turns. How they work is not seen.
-- - Above zero points the way of the sentence; described only.
select
    format('{}, {} turns, week of {}', own.app_id, own.turn_range, own.week) as reading,
    100 * (max(own.session_usd) / nullif(max(before.session_usd), 0) - 1) as measured,
    format('from {} to {} dollars', max(before.session_usd), max(own.session_usd)) as detail,
    'the sessions before cost nothing' as reason,
from mart_session_cost__app_model_week as own
inner join mart_session_cost__app_model_week as before using (source, week, app_id, turn_range)
where own.model = 'anthropic/claude-opus-4.8' and before.model = 'anthropic/claude-opus-4.7'
group by own.app_id, own.turn_range, own.week
order by reading
