-- Token mix and router headline prices of the largest models of a week.
-- - A cache price of 0 on a paid model means that none was found: null.
-- - Counts that are all 0 are missing, not 0 (week of 2026-05-04: the page's analytics had moved).
-- - What the source itself makes of them (`source_usd_spend`) is kept beside: it bills cached tokens twice.
-- sources: curated-usage
-- grain: week, slug
select week::date as week, slug, tokens::bigint as tokens, prompt_tokens::bigint as prompt_tokens,
    completion_tokens::bigint as completion_tokens, reasoning_tokens::bigint as reasoning_tokens, cached_tokens::bigint as cached_tokens,
    prompt_usd_per_mtok::decimal(18, 10) as input_usd_per_mtok, completion_usd_per_mtok::decimal(18, 10) as output_usd_per_mtok,
    nullif(cache_read_usd_per_mtok::decimal(18, 10), case when is_free in ('1', 'true') then null else 0 end) as cache_read_usd_per_mtok,
    is_free in ('1', 'true') or slug like '%:free'
        or (prompt_usd_per_mtok::double = 0 and completion_usd_per_mtok::double = 0) as is_free,
    prices_observed_on::date as prices_observed_on, citation, nullif(source_usd_spend, '')::double as source_usd_spend,
from seed.usage_mix
