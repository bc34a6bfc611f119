-- One model as the observatory names it, with its lab and the facts a source states.
-- grain: model
select models.model, models.title, models.lab, coalesce(labs.country_group, 'unknown') as country, models.family, models.version, weights.size, weights.tuning, models.variant,
    models.released_on, models.released_on_basis, models.open_weights in ('true', '1') as open_weights,
    try_cast(models.total_parameters_b as double) as total_parameters_b, try_cast(models.active_parameters_b as double) as active_parameters_b,
    models.citation,
from seed.models
left join seed.labs using (lab)
left join int_identity__model as weights using (model)
