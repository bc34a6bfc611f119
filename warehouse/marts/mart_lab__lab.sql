-- One lab: who trained the weights, and the country of its headquarters.
-- grain: lab
-- assert: country_group in ('US', 'CN', 'EU', 'other', 'unknown')
-- assert: citation is not null
select lab, slug as lab_slug, name_zh, country, country_group, confidence, citation from seed.labs
