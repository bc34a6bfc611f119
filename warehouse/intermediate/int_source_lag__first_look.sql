-- The first look at a sheet that shows a price which the sheet dates back: when it could be read, not from when it says it held.
-- - `looked_before` is the look before it, which did not show the price; null where the first look at the sheet shows it.
-- grain: source, sheet, provider, source_model, currency, cell, native
with dated as (
    select distinct source, sheet, provider, source_model, currency, cell, native
    from int_price__spell
    where observed_on_basis = 'content' and source <> 'curated-prices' and status = 'listed' and native > 0
),
looked as (
    select *, lag(seen_on) over (partition by source, sheet order by sequence) as looked_before from stg_look__sheet_look
)
select dated.source, dated.sheet, dated.provider, dated.source_model, dated.currency, dated.cell, dated.native,
    min(looked.seen_on) as seen_on, arg_min_null(looked.looked_before, looked.seen_on) as looked_before,
    arg_min(looked.snapshot, looked.seen_on) as snapshot,
from dated
join stg_price__quote as quote using (source, provider, source_model, currency, cell, native)
join looked on looked.source = quote.source and looked.snapshot = quote.snapshot and looked.sheet = dated.sheet
where quote.valid_from is null or quote.valid_from <= looked.seen_on
group by all
