-- A change of one cell of a lab's list that the lab itself dates: a cited announcement, or the lab's own page as it was looked at.
-- - Between `after_day` and `by_day` the price moved: one day apart where the day is announced or the page states it.
-- - Where both tell of one move, the announcement counts. A price that came with its model is no change.
-- grain: model, channel, currency, cell, by_day
-- assert: by_day > after_day
with change as (
    select * from int_price__change where nature = 'move' and channel in ('lab-direct', 'lab-cn') and model is not null
),
announced as (
    select change.model, change.title, change.lab, change.country, change.channel, change.currency, change.cell, change.native_before,
        change.native_after, change.changed_by - 1 as after_day, change.changed_by as by_day, 'announced' as basis, change.source, fact.citation,
        change.snapshot_after as snapshot,
    from change
    join stg_price__fact as fact
        on change.source = 'curated-prices' and fact.provider = change.provider and fact.source_model = change.source_model
        and fact.channel = change.channel and fact.currency = change.currency and fact.cell = change.cell and fact.from_day = change.changed_by
    where fact.from_basis = 'announced'
),
paged as (
    select model, title, lab, country, channel, currency, cell, native_before, native_after, changed_after as after_day, changed_by as by_day,
        'page' as basis, source, null as citation, snapshot_after as snapshot,
    from change
    where lineage = 'lab' and source <> 'curated-prices' and changed_after is not null
        and not exists (
            select 1 from announced
            where announced.model = change.model and announced.channel = change.channel and announced.currency = change.currency
                and announced.cell = change.cell and abs(ln((announced.native_after / change.native_after)::double)) <= 0.01
                and abs(datediff('day', announced.by_day, change.changed_by)) <= 60
        )
),
dated as (
    select * from announced
    union all by name
    select * from paged
)
select * from dated
qualify row_number() over (partition by model, channel, currency, cell, by_day order by basis, after_day desc, source, snapshot) = 1
