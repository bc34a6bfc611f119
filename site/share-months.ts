import type { Num } from './format.ts';

export type Basis = 'all_tokens' | 'top50_daily' | 'top9_models' | 'top10_models';
export type MonthPrice = { month: string; country: string; usd_per_mtok: Num; models: Num };
export type MonthShare = {
	month: string;
	basis: Basis;
	denominator: string;
	country: string;
	share: Num | null;
	low: Num | null;
	high: Num | null;
	same_share: Num | null;
	coverage: Num | null;
	weeks: Num;
	as_of: string | null;
};

/** Median list price of output by country and month, where on each day both countries have as many priced models. */
export const monthPrices = (fewest: number): string => `with sided as (
    select date_trunc('month', day)::date as month, us_models, cn_models, us_median_usd_per_mtok, cn_median_usd_per_mtok
    from mart_price_gap__country_day
    where series = 'list' and meter = 'output' and least(us_median_usd_per_mtok, cn_median_usd_per_mtok) > 0
),
paired as (
    select month, 'CN' as country, cn_median_usd_per_mtok as usd_per_mtok, cn_models as models, least(us_models, cn_models) as fewest from sided
    union all
    select month, 'US', us_median_usd_per_mtok, us_models, least(us_models, cn_models) from sided
)
select month, country, median(usd_per_mtok) as usd_per_mtok, min(models) as models
from paired
group by month, country
having min(fewest) >= ${fewest}
order by month, country`;

/** China and the US in the tokens of each month on each basis: sums of its whole weeks, with the band of what is not attributed. */
export const monthTokens = (weeks: number): string => `with wide as (
    select basis, denominator, week, sum(tokens) as listed, sum(tokens) filter (country in ('CN', 'US')) as pair,
        coalesce(sum(tokens) filter (country in ('unnamed', 'unlisted')), 0) as open
    from mart_token_share__country_week
    where is_complete
    group by basis, denominator, week
)
select date_trunc('month', week)::date as month, basis, denominator, country, count(*) as weeks,
    sum(tokens) / sum(if(denominator = 'all', listed, pair)) as share,
    sum(tokens) / sum(if(denominator = 'all', listed, pair + open)) as low,
    sum(tokens + open) / sum(if(denominator = 'all', listed, pair + open)) as high,
    null as same_share, sum(coverage * total_tokens) / sum(total_tokens) as coverage, max(as_of) as as_of
from mart_token_share__country_week
join wide using (basis, denominator, week)
where country in ('CN', 'US') and is_complete
group by all
having count(*) >= ${weeks}
order by month, basis, country`;

/** China and the US in the estimated spend of each month; the band replaces imputed cache prices by the input price. */
export const monthSpend = (weeks: number): string => `with paid as (
    select week, country, usd_spend, usd_spend_cache_at_input, tokens, coverage
    from mart_spend_share__country_week
    where basis = 'top10_models' and not is_missing and country in ('CN', 'US')
),
wide as (
    select date_trunc('month', week)::date as month, count(distinct week) as weeks, sum(usd_spend) as usd_spend,
        sum(usd_spend_cache_at_input) as usd_spend_cache_at_input, sum(tokens) as tokens, avg(coverage) as coverage
    from paid group by month
),
shared as (
    select month, country, weeks, sum(paid.usd_spend) / any_value(wide.usd_spend) as share, any_value(wide.coverage) as coverage,
        sum(paid.usd_spend_cache_at_input) / any_value(wide.usd_spend_cache_at_input) as other_share,
        sum(paid.tokens) / any_value(wide.tokens) as same_share
    from paid join wide on wide.month = date_trunc('month', paid.week)
    group by month, country, weeks
)
select month, 'top10_models' as basis, 'cn_plus_us' as denominator, country, weeks, share, least(share, other_share) as low,
    greatest(share, other_share) as high, same_share, coverage, null as as_of
from shared
where weeks >= ${weeks}
order by month, country`;
