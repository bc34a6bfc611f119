-- Tokens of one request to one of the ten largest models of a week: mean over all its requests.
-- - Tokens are prompt and completion as counted for the requests, not the tokens of the ranking.
-- - A model without counts has no row. The counts of a free slug can repeat those of its paid sibling: marked.
-- sources: curated-usage
-- grain: week, permaslug
-- assert: tokens_per_request > 0
select mix.week, mix.slug as permaslug, spend.model, spend.lab, spend.country, (mix.prompt_tokens + mix.completion_tokens)::bigint as tokens,
    requests.requests::bigint as requests, (mix.prompt_tokens + mix.completion_tokens) / requests.requests::bigint as tokens_per_request,
    mix.completion_tokens / requests.requests::bigint as output_tokens_per_request, mix.slug like '%:free' as is_free_slug,
    'top10_models' as basis, requests.citation,
from seed.usage_requests as requests
join stg_usage__weekly_mix as mix on mix.week = requests.week::date and mix.slug = requests.slug
join int_spend__model_week as spend on spend.week = mix.week and spend.slug = mix.slug
where requests.requests::bigint > 0 and mix.prompt_tokens + mix.completion_tokens > 0
