-- Upper end of the China ratio of the pooled hedonic regression, newest month of each benchmark and price.
-- - Price of a Chinese run over that of a run of equal day and score; too few Chinese runs give a reason and no ratio.
-- - An interval that ends below one says cheaper; a residual cannot tell subsidy from efficiency, so described only.
select
    axis || ' ' || basis as reading,
    china_high as measured,
    format('ratio {}, from {} to {}, {}', round(china_ratio, 3), round(china_low, 3), round(china_high, 3), month)
        as detail,
    china_reason as reason,
from mart_hedonic__benchmark_month
qualify row_number() over (partition by axis, basis order by month desc) = 1
order by reading
