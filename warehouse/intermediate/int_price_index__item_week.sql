-- What one component of one model cost and how much of it was used in a week: the items of the weekly price index (methods.md 4).
-- - `input` is uncached input, `cache_read` cached input, `output` output with reasoning: cached tokens count once.
-- - Free models are no items. A cache price that was not seen is imputed for spend (`is_imputed`) and never an item of an index.
-- - `observed_after_days` counts from the last day of the week to the day its prices were seen: over 14 the week has no index.
-- grain: week, slug, component
-- assert: tokens > 0
-- assert: usd_per_mtok > 0 or usd_per_mtok is null
with spent as (
    select week, slug, country, spend.is_free, is_missing, used_cache_usd_per_mtok, mix.prompt_tokens - mix.cached_tokens as uncached_tokens,
        mix.cached_tokens, mix.completion_tokens, mix.input_usd_per_mtok, mix.cache_read_usd_per_mtok, mix.output_usd_per_mtok,
        mix.prices_observed_on,
    from int_spend__model_week as spend
    join stg_usage__weekly_mix as mix using (week, slug)
    where not spend.is_free and not is_missing
),
part as (
    select week, slug, country, prices_observed_on, 'input' as component, uncached_tokens as tokens, input_usd_per_mtok as usd_per_mtok,
        false as is_imputed,
    from spent
    union all
    select week, slug, country, prices_observed_on, 'cache_read', cached_tokens, used_cache_usd_per_mtok, cache_read_usd_per_mtok is null from spent
    union all
    select week, slug, country, prices_observed_on, 'output', completion_tokens, output_usd_per_mtok, false from spent
)
select week, slug, component, country, tokens, nullif(usd_per_mtok, 0)::double as usd_per_mtok, is_imputed, prices_observed_on,
    (prices_observed_on - (week + 6))::integer as observed_after_days,
from part
where tokens > 0
