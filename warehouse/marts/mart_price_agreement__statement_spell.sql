-- A source's word on a price cell that differs from the others' over some days, with the one reason for it.
-- - `difference_reason` is empty where nothing explains the difference. The first rule that holds counts: rounding, unit, currency, alias, stale, window,
--   promotion, tier, batch, channel.
-- - `reads_as` is what the ratio of the two prices looks like by itself: a unit, the rate of the day, 2 (batch?), 10 (the cache meter?).
-- - `has_vote` is false for moving names, batch names and second names of a model in one source.
-- - `log_deviation` and `robust_z` are from the median of those that vote; `unseen_days` since the source was last seen to say so, at the end of
--   the days; `recency_weight` halves every 30 days.
-- grain: source, provider, source_model, model, channel, currency, cell, from_day
-- assert: native_per_mtok > 0 and consensus_native_per_mtok > 0
-- assert: unseen_days >= 0 and recency_weight between 0 and 1
select said.source, said.provider, said.source_model, said.model, said.title, said.lab, said.country, said.channel, said.currency, said.cell,
    said.meter, said.variant, said.native as native_per_mtok, compared.consensus as consensus_native_per_mtok, compared.basis as consensus_basis,
    said.native::double / compared.consensus as consensus_ratio, compared.reason as difference_reason, compared.reads_as, said.has_voice as has_vote, compared.log_deviation,
    compared.robust_z, compared.age_days as unseen_days, compared.recency_weight, said.from_day, nullif(said.to_day, date '9999-12-31') as to_day,
    said.spell_from_day as stated_from_day, said.last_seen_on, said.snapshot,
from int_agreement__comparison as compared
join int_agreement__interval as said using (model, channel, currency, charges, cell, from_day, source, provider, source_model)
where not compared.is_agreeing or compared.reason is not null
