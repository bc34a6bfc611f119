-- What a hedonic index knows of a model: its score on the Epoch Capabilities Index and the longest context that a catalogue states.
-- grain: model
-- assert: context_tokens > 0
with context as (
    select identity.model, max(stated.context_tokens) as context_tokens,
    from (select distinct source, provider, model as name, context_tokens from raw.model where context_tokens > 0) as stated
    join int_identity__name as identity using (source, provider, name)
    where identity.model is not null and identity.variant in ('base', 'preview', 'thinking')
    group by identity.model
)
select model, score::double as capability, context_tokens,
from int_capability__model_score
join context using (model)
where axis = 'epoch-capabilities-index'
