-- One value that a source itself changed after it had printed it, what it was and what it is.
-- - A price that a catalogue mends for the same day or model: a `catalogue_correction`, never a cut.
-- - `day` is that by which the source had changed it; the old value stays in the tables under its own days.
-- - A change of another table is told by hand, as a correction whose cause is the source.
-- grain: mart, key, column_name
-- assert: was is distinct from became
select
    source,
    changed_by as day,
    'mart_price_cut__model_meter_day' as mart,
    concat_ws('_', source, sheet, provider, source_model, channel, currency, cell, changed_by) as key,
    'native_after' as column_name,
    native_before::double::varchar as was,
    native_after::double::varchar as became,
    model,
    source_model,
    channel,
    cell,
    currency,
    snapshot_after as snapshot,
from mart_price_cut__model_meter_day
where kind = 'catalogue_correction' and native_before is distinct from native_after
union all
select
    'by hand', day::date, mart, key, "column", was, "is", null, null, null, null, null, null,
from seed.corrections
where cause = 'source'
order by day, source, key
