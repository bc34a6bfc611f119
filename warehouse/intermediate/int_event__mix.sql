-- What a mix of tokens costs before and after an event, band by band: two blends, a chat and an agent.
-- - A mix is the share of input among all tokens and the share of input that is read from the cache:
--   effective = i * ((1 - h) * input + h * cache_read) + (1 - i) * output.
-- - blend_3to1 (i = 3/4): Artificial Analysis and Epoch AI. blend_1to1 (i = 1/2): a16z "LLMflation". chat: i = 0.8, h = 0. agent: i = 0.98 as
--   the weekly top ten of the router shows at most, h = 0.93 as Xiaomi states for its own agents.
-- - No figure without the prices it is made of: no agent where no cache price is stated. A cell's prices are never filled from another band.
-- grain: price_event_id, cell
-- assert: native_before > 0 or native_before is null
with mix as (
    select * from (values ('blend_3to1', 0.75, 0.0), ('blend_1to1', 0.5, 0.0), ('chat', 0.8, 0.0), ('agent', 0.98, 0.93)) as mix(item, i, h)
),
band as (
    select price_event_id, model, title, lab, country, channel, currency, since_on, until_on, substr(cell, length(meter) + 1) as band,
        any_value(service_tier) as service_tier, any_value(time_window) as time_window, any_value(min_input_tokens) as min_input_tokens,
        bool_or(is_moved) as is_moved,
        min(native_before) filter (meter = 'input') as input_before, min(native_after) filter (meter = 'input') as input_after,
        min(native_before) filter (meter = 'cache_read') as cache_before, min(native_after) filter (meter = 'cache_read') as cache_after,
        min(native_before) filter (meter = 'output') as output_before, min(native_after) filter (meter = 'output') as output_after,
        min(usd_before) filter (meter = 'input') as usd_input_before, min(usd_after) filter (meter = 'input') as usd_input_after,
        min(usd_before) filter (meter = 'cache_read') as usd_cache_before, min(usd_after) filter (meter = 'cache_read') as usd_cache_after,
        min(usd_before) filter (meter = 'output') as usd_output_before, min(usd_after) filter (meter = 'output') as usd_output_after,
    from int_event__cell
    where meter in ('input', 'cache_read', 'output')
    group by all
)
select price_event_id, model, title, lab, country, channel, currency, mix.item, mix.item || band.band as cell, service_tier, time_window,
    min_input_tokens,
    (i * ((1 - h) * input_before + if(h = 0, 0, h * cache_before)) + (1 - i) * output_before)::decimal(18, 10) as native_before,
    (i * ((1 - h) * input_after + if(h = 0, 0, h * cache_after)) + (1 - i) * output_after)::decimal(18, 10) as native_after,
    (i * ((1 - h) * usd_input_before + if(h = 0, 0, h * usd_cache_before)) + (1 - i) * usd_output_before)::decimal(18, 10) as usd_before,
    (i * ((1 - h) * usd_input_after + if(h = 0, 0, h * usd_cache_after)) + (1 - i) * usd_output_after)::decimal(18, 10) as usd_after,
    is_moved, since_on, until_on,
from band
cross join mix
where input_before + output_before + if(h = 0, 0, cache_before) is not null or input_after + output_after + if(h = 0, 0, cache_after) is not null
