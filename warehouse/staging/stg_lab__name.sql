-- Every name a lab goes by: its own, its author slugs, its other spellings, in lower case.
-- grain: name
with spelled as (
    select lab, lower(trim(unnest(list_concat([lab], string_split(coalesce(slugs, ''), ';'), string_split(coalesce(aliases, ''), ';'))))) as name,
    from seed.labs
)
select name, min(lab) as lab
from spelled
where name <> ''
group by name
