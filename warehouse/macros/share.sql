-- Share of one country of origin in tokens and in spend, one row a week, measure and basis, with the band that is left open.
-- - `share(of_country)` gives every week, `share(of_country, on_day)` the week that holds the day, `share(of_country, on_day, on_basis)` one basis of it.
-- - Bases are never joined: `top9_models`, `top50_daily` and `top10_models` are shares of China + US, `all_tokens` of every token, `vercel_models` of a gateway's spend.
-- - The band of tokens gives all that a basis cannot attribute to either side; that of spend what an imputed cache price or an unnamed model may change.
-- - A share of spend is an estimate at list price. A week that is missing has its reason and no share.
-- example: from share('CN', '2026-02-09') order by measure desc, basis
(of_country, on_day := null, on_basis := null) as table (
    with stated as (
        select 'tokens' as measure, basis, denominator, week, country, share, low, high, coverage, unnamed, lead, lead_certain, is_complete,
            is_provisional, null::varchar as reason, as_of,
        from mart_token_share__country_week
        union all
        select 'tokens', basis, denominator, week, country, token_share, null, null, coverage, unnamed, null, null, null, null, reason, null,
        from mart_spend_share__country_week
        where token_share is not null
        union all
        select 'spend', basis, denominator, week, country, share, low, high, coverage, unnamed, null, null, null, null, reason, null,
        from mart_spend_share__country_week
    )
    select *
    from stated
    where country = of_country and (share is not null or reason is not null)
        and (on_day is null or week = date_trunc('week', on_day::date)::date) and (on_basis is null or basis = on_basis)
)
