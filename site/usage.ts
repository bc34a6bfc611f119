import type { Num } from './format.ts';

export type PressWeek = {
	basis: string;
	denominator: string;
	cn_tokens: Num;
	us_tokens: Num;
	share: Num | null;
	low: Num | null;
	high: Num | null;
	coverage: Num | null;
	lead: string;
	lead_certain: boolean;
	as_of: string | null;
};

/** The week named by the press as the crossing, on every basis. */
export const pressWeek = `select cn.basis, cn.denominator, cn.tokens as cn_tokens, us.tokens as us_tokens, cn.share, cn.low, cn.high, cn.coverage,
    cn.lead, cn.lead_certain, cn.as_of
from mart_token_share__country_week as cn
join mart_token_share__country_week as us using (basis, week)
where cn.country = 'CN' and us.country = 'US' and week = date '2026-02-09'
order by cn.coverage`;

export type LabWeek = { week: string; lab: string; country: string; tokens: Num; share: Num | null };

/** The twenty largest labs of the newest complete week. */
export const labWeek = `select week, lab, country, tokens, share
from mart_tokens__lab_week
where week = (select max(week) from mart_tokens__lab_week where days = 7)
order by tokens desc, lab
limit 20`;
