-- One cell of one sheet between two days of change: its consensus, and whether the sources that have a voice on it agree.
-- - `disputed` where a voice differs and nothing explains it, or where no price prevails; routers' headlines, which move from host to host, are
--   explained by that.
-- - Dollars are the sheet's own, else at the rate of the statements that stand.
-- grain: model, channel, currency, charges, cell, from_day
-- assert: status in ('agree', 'explained', 'disputed', 'single')
-- assert: low_native <= high_native and consensus > 0
with compared as (
    select said.*, compared.consensus, compared.basis, compared.is_agreeing, compared.reason, compared.log_mad, compared.disagreement,
    from int_agreement__comparison as compared
    join int_agreement__interval as said using (model, channel, currency, charges, cell, from_day, source, provider, source_model)
),
counted as (
    select model, channel, currency, charges, cell, from_day, any_value(to_day) as to_day, any_value(title) as title, any_value(lab) as lab,
        any_value(country) as country, any_value(meter) as meter, any_value(service_tier) as service_tier, any_value(consensus) as consensus,
        any_value(basis) as basis, any_value(log_mad) as log_mad, any_value(disagreement) as disagreement, max(last_seen_on) as last_seen_on,
        (any_value(consensus) * min((usd / native)::double)) as consensus_usd,
        count(distinct (source, provider)) filter (has_voice) as voices,
        count(distinct source) filter (has_voice) as sources,
        count(distinct (source, provider)) filter (has_voice and is_agreeing) as agreeing,
        count(*) filter (has_voice and not is_agreeing and reason is null) as unexplained,
        count(*) filter (has_voice and not is_agreeing and coalesce(reason, '') <> 'channel') as other_than_channel,
        min(native) filter (has_voice) as low_native, max(native) filter (has_voice) as high_native,
        string_agg(distinct reason, ', ' order by reason) filter (not is_agreeing) as reasons,
    from compared
    group by model, channel, currency, charges, cell, from_day
)
select *,
    case when voices = 1 then 'single' when agreeing = voices then 'agree'
        when unexplained > 0 or basis = 'median' and other_than_channel > 0 then 'disputed' else 'explained' end as status,
from counted
