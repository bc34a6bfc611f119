-- Yuan for one dollar on one day, as one source states it or as its two legs in euros give it.
-- - The last reading of a day counts; a live reading replaces the seed's of the same source and day.
-- - A cross rate needs both legs of one source and one day: legs of two days are never joined.
-- - A rate outside 4 to 12 is none of these decades (a swapped pair, another unit) and is left out.
-- - Rows of sources that may not be redistributed stop here.
-- grain: source, day
-- assert: cny_per_usd between 4 and 12
with printed as (
    select source, day, base, quote, rate::decimal(18, 10) as rate, snapshot, url
    from raw.fx
    where snapshot in (select snapshot from stg_look__sheet_look) and source not in (select source from raw.source where not redistribute)
    qualify row_number() over (partition by source, day, base, quote order by fetched_at desc, snapshot, position desc) = 1
),
crossed as (
    select yuan.source, yuan.day, (yuan.rate / nullif(dollar.rate, 0))::decimal(18, 10) as cny_per_usd, yuan.snapshot, yuan.url
    from printed as yuan
    join printed as dollar on dollar.source = yuan.source and dollar.day = yuan.day and dollar.base = yuan.base and dollar.quote = 'USD'
    where yuan.quote = 'CNY'
),
stated as (
    select source, day, rate as cny_per_usd, snapshot, url as citation, 1 as place
    from printed
    where base = 'USD' and quote = 'CNY'
    union all
    select source, day, cny_per_usd, snapshot, url as citation, 2 as place from crossed
    union all by name
    select source, day::date as day, cny_per_usd::decimal(18, 10) as cny_per_usd, citation, 3 as place from seed.fx
)
select source, day, cny_per_usd, snapshot, citation from stated
where cny_per_usd between 4 and 12
qualify row_number() over (partition by source, day order by place, cny_per_usd) = 1
