-- Yuan over dollars of one cell that its lab sells on both its lists on the same days: the rate that the two lists imply.
-- - The mainland list and the international list are two lists: their ratio is no rate of exchange, and no price is made from it.
-- - `cny_per_usd` is the market's rate of the first common day, for comparison.
-- grain: model, cell, from_day
-- assert: implied_cny_per_usd > 0
-- assert: to_day > from_day or to_day is null
with yuan as (
    select * from mart_list_price__cell_spell where channel = 'lab-cn' and currency = 'CNY' and native_per_mtok > 0
),
dollar as (
    select * from mart_list_price__cell_spell where channel = 'lab-direct' and currency = 'USD' and native_per_mtok > 0
),
common as (
    select yuan.model, yuan.title, yuan.lab, yuan.cell, yuan.meter, greatest(yuan.from_day, dollar.from_day) as from_day,
        least(yuan.to_day, dollar.to_day) as to_day, yuan.native_per_mtok as cny_per_mtok, dollar.native_per_mtok as usd_per_mtok,
        (yuan.native_per_mtok / dollar.native_per_mtok)::double as implied_cny_per_usd,
        yuan.source as yuan_source, dollar.source as dollar_source,
    from yuan
    join dollar
        on dollar.model = yuan.model and dollar.cell = yuan.cell and dollar.from_day < coalesce(yuan.to_day, date '9999-12-31')
        and yuan.from_day < coalesce(dollar.to_day, date '9999-12-31')
)
select common.*, fx.cny_per_usd, fx.fx_day,
from common
left join int_fx__day as fx on fx.day = common.from_day
