/** List prices of one model in USD per million tokens; a cache price that is not published is null. */
export type Prices = { input: number; cache_read: number | null; output: number };
/** Tokens of one task, the share of them that is prompt, and the share of the prompt that is read from cache (0..1). */
export type Mix = { tokens: number; input_share: number; cache_share: number };

/** USD per million tokens of a mix (methods.md 1, `effective_workload`); null where a cached share has no price. */
export function usdPerMtok(
	{ input, cache_read, output }: Prices,
	{ input_share, cache_share }: Omit<Mix, 'tokens'>,
): number | null {
	mustBeShare('input share', input_share);
	mustBeShare('cache share', cache_share);
	if (cache_share > 0 && cache_read === null) return null;
	const prompt = (1 - cache_share) * input + (cache_share === 0 ? 0 : cache_share * cache_read!);
	return input_share * prompt + (1 - input_share) * output;
}

/** USD per task (methods.md 8); `retries` are whole further attempts per task on average. */
export function usdPerTask(prices: Prices, mix: Mix, retries = 0): number | null {
	if (!(mix.tokens > 0) || !(retries >= 0)) throw new Error(`workload: invalid size: ${mix.tokens} x ${1 + retries}`);
	const unit = usdPerMtok(prices, mix);
	return unit === null ? null : (mix.tokens * (1 + retries) * unit) / 1e6;
}

export type Route =
	| { is_reachable: true; premium_share: number; mtok_per_day: number; usd_per_day: number; required_ratio: number }
	| { is_reachable: false; premium_share: null; mtok_per_day: number; usd_per_day: number; required_ratio: number };

/**
 * The share of premium tokens at which a day that costs `budget_usd` on the premium model costs `target_usd` (methods.md
 * 8). `premium` and `cheap` in USD per million tokens of the same mix; `required_ratio` is what cheap must be of premium at
 * most. Outside 0..1 nothing is solved: `usd_per_day` is then the day on the cheap model alone, else the target.
 */
export function hybridRoute(day: { budget_usd: number; target_usd: number; premium: number; cheap: number }): Route {
	const { budget_usd, target_usd, premium, cheap } = day;
	if (![budget_usd, target_usd, premium].every(value => value > 0) || !(cheap >= 0))
		throw new Error(`workload: expected prices and budgets above 0 got ${[budget_usd, target_usd, premium, cheap]}`);
	const mtok_per_day = budget_usd / premium;
	const required_ratio = target_usd / budget_usd;
	const share = (target_usd / mtok_per_day - cheap) / (premium - cheap);
	const common = { mtok_per_day, required_ratio };
	return share >= 0 && share <= 1
		? { is_reachable: true, premium_share: share, usd_per_day: target_usd, ...common }
		: { is_reachable: false, premium_share: null, usd_per_day: mtok_per_day * cheap, ...common };
}

/**
 * The first day on which a budget is used up, spending `daily_usd` that grows by `weekly_growth` a week (methods.md 8);
 * null when it lasts longer than `max_days`.
 */
export function budgetDays(
	budget_usd: number,
	daily_usd: number,
	weekly_growth: number,
	max_days = 36_500,
): number | null {
	if (!(budget_usd > 0) || !(daily_usd > 0) || !(weekly_growth > -1))
		throw new Error(`workload: invalid budget: ${[budget_usd, daily_usd, weekly_growth]}`);
	let spent = 0;
	for (let day = 1; day <= max_days; day++) {
		spent += daily_usd * (1 + weekly_growth) ** ((day - 1) / 7);
		if (spent >= budget_usd) return day;
	}
	return null;
}

function mustBeShare(what: string, share: number): void {
	if (!(share >= 0 && share <= 1)) throw new Error(`workload: invalid ${what}: ${share}`);
}
