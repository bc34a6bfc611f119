-- One published volume of tokens of one organisation and scope: as stated, a day, against its neighbours and the year before.
-- - Conflicts stand side by side, one row a voice: the organisation, a government, the press or a third party; none is averaged.
-- - A count of one scope says nothing of another: `all` of Google holds its products, `gemini-api-customers` only what is sold.
-- - `unit_check` is `suspect` where no other volume of the same organisation and scope within two places lies within 100 times:
--   trillions told as billions or the reverse; `alone` where there is none to compare with.
-- - A figure known only to the year has no month and no year before.
-- sources: curated-disclosures
-- grain: disclosure_id
-- assert: unit_check in ('agrees', 'suspect', 'alone')
-- assert: tokens_per_day > 0
with placed as (
    select *, row_number() over (partition by org, scope order by stated_day, tokens_per_day, disclosure_id) as place
    from stg_disclosed_tokens__disclosure
),
compared as (
    select one.disclosure_id, min(abs(ln(one.tokens_per_day / other.tokens_per_day))) as nearest
    from placed as one
    join placed as other
        on other.org = one.org and other.scope = one.scope and other.disclosure_id <> one.disclosure_id and abs(other.place - one.place) <= 2
    group by one.disclosure_id
)
select one.disclosure_id, one.org, labs.country_group, one.scope, one.stated_day, one.month, one.period, one.tokens_stated, one.tokens_per_day, one.bound, one.voice,
    case when compared.nearest is null then 'alone' when compared.nearest > ln(100) then 'suspect' else 'agrees' end as unit_check,
    before.tokens_per_day as tokens_per_day_year_before, one.tokens_per_day / before.tokens_per_day as times_year_before,
    one.note, one.citation,
from placed as one
left join compared using (disclosure_id)
left join seed.labs as labs on labs.lab = one.org
left join placed as before
    on before.org = one.org and before.scope = one.scope and before.period = one.period and before.voice = one.voice
    and before.month = strftime((one.month || '-01')::date - interval 1 year, '%Y-%m')
qualify row_number() over (partition by one.disclosure_id order by before.stated_day desc nulls last) = 1
