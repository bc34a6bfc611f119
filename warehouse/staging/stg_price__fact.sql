-- Curated price facts: one dated price of one cell, with its citation.
-- - `known_at` is the day on which it was put down here; it may have been true long before.
-- - `seen_after` is the last day on which the former price is known to have stood.
-- grain: provider, source_model, channel, currency, cell, from_day
-- assert: native >= 0
select provider, model as source_model, channel, meter,
    meter || case when coalesce(min_input_tokens, '0') = '0' then ''
        when min_input_tokens::bigint % 1000 = 0 then '.over_' || (min_input_tokens::bigint // 1000) || 'k'
        else '.over_' || min_input_tokens end as cell,
    amount, currency, unit, cast(amount as decimal(18, 10)) as native, coalesce(min_input_tokens, '0')::bigint as min_input_tokens,
    max_input_tokens::bigint as max_input_tokens, from_day::date as from_day, from_basis, seen_after::date as seen_after, citation,
    coalesce(recorded_on::date, from_day::date)::timestamp as known_at,
    'curated:' || md5(citation) as snapshot,
from seed.prices
