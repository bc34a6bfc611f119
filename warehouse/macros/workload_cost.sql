-- Dollars that a task costs on every model's list price as of a day: tokens of the task, share of them that is prompt, share of the prompt that is cached, and whole retries per task.
-- - The lab's own dollar list, headline cells (methods.md 8). A cached share without a published cache price has no cost, with its reason.
-- - Equal tokens on every model are assumed.
-- example: from workload_cost('2026-06-15', 20000000, 0.98, 0.7) where usd_per_task is not null order by usd_per_task limit 10
(day, tokens, input_share, cache_share, retries := 0) as table (
    select day::date as day, model, title, lab, country, input_usd_per_mtok, cache_read_usd_per_mtok, output_usd_per_mtok,
        if(cache_share > 0 and cache_read_usd_per_mtok is null, null, tokens * (1 + retries) / 1e6 * (
            input_share * ((1 - cache_share) * input_usd_per_mtok::double
                + if(cache_share = 0, 0, cache_share * cache_read_usd_per_mtok::double))
            + (1 - input_share) * output_usd_per_mtok::double
        )) as usd_per_task,
        if(cache_share > 0 and cache_read_usd_per_mtok is null, 'no cache price is published', null) as reason,
        from_day, last_seen_on, agreement, snapshot,
    from mart_headline_price__model_spell
    where from_day <= day::date and (to_day > day::date or to_day is null)
)
