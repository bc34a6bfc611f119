-- One published value that was wrong by our fault, what it was and what it is.
-- - Written by hand and never edited; a chart made from the mart prints it for ninety days.
-- - `cause` is the reader of a source, the mapping of a name, the method or a slip of typing; what a source changed itself is a
--   restatement.
-- - `key` holds the grain of the row, joined by `_`; a `*` in it stands for any text.
-- grain: correction_id
-- sources: none
-- assert: cause in ('reader', 'mapping', 'method', 'typing')
-- assert: was is distinct from became
-- assert: corrected_in > first_release
select correction_id, day::date as day, mart, key, "column" as column_name, was, "is" as became, cause, first_release, corrected_in, note, note_zh, citation
from seed.corrections
where cause <> 'source'
order by correction_id
