-- Implied spend of one model in one week at the router's headline prices, cached tokens billed once (methods.md 1 and 5.5).
-- - A missing cache price is the last earlier one of the same model, else the first later one, else the input price; `imputed` says so.
-- - Free models spend 0; a model without counts has no spend, not 0.
-- grain: week, slug
-- assert: usd_spend >= 0 or usd_spend is null
with priced as (
    select *,
        coalesce(
            cache_read_usd_per_mtok,
            last_value(cache_read_usd_per_mtok ignore nulls) over earlier,
            first_value(cache_read_usd_per_mtok ignore nulls) over later,
            input_usd_per_mtok
        ) as used_cache_usd_per_mtok,
        prompt_tokens is null or (prompt_tokens = 0 and completion_tokens = 0) as is_missing,
        not is_free and cached_tokens > 0 and cache_read_usd_per_mtok is null as is_imputed,
    from stg_usage__weekly_mix
    window
        earlier as (partition by slug order by week rows between unbounded preceding and 1 preceding),
        later as (partition by slug order by week rows between 1 following and unbounded following)
)
select priced.week, priced.slug, priced.tokens, prompt_tokens, completion_tokens, cached_tokens, is_free, is_missing, is_imputed, used_cache_usd_per_mtok,
    if(identity.variant = 'stealth', 'unknown', coalesce(labs.country_group, 'unknown')) as country, identity.model, identity.lab,
    case when is_missing then null when is_free then 0
        else ((prompt_tokens - cached_tokens) * input_usd_per_mtok::double + cached_tokens * used_cache_usd_per_mtok::double
            + completion_tokens * output_usd_per_mtok::double) / 1e6 end as usd_spend,
    case when is_missing then null when is_free then 0
        else ((prompt_tokens - cached_tokens) * input_usd_per_mtok::double
            + cached_tokens * if(is_imputed, input_usd_per_mtok, used_cache_usd_per_mtok)::double
            + completion_tokens * output_usd_per_mtok::double) / 1e6 end as usd_spend_cache_at_input,
    case when is_missing then null when is_free then 0
        else ((prompt_tokens - cached_tokens) * input_usd_per_mtok::double + completion_tokens * output_usd_per_mtok::double) / 1e6
    end as usd_spend_cache_free,
    if(is_missing, null, source_usd_spend) as source_usd_spend, prices_observed_on, priced.citation,
from priced
left join int_identity__name as identity
    on identity.source = 'curated-usage' and identity.provider = '' and identity.name = priced.slug
    and priced.week >= identity.valid_from and (priced.week < identity.valid_to or identity.valid_to is null)
left join seed.labs as labs on labs.lab = identity.lab
