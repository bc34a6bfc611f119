/** List prices of one model in US dollars per million tokens; a cache price that is not published is null. */
export type Prices = { input: number; cache_read: number | null; output: number };
/** Tokens of one task, the share of them that is prompt, the share of the prompt read from cache (0..1), further attempts. */
export type Work = { tokens: number; input_share: number; cache_share: number; retries: number };

/** US dollars per million tokens of a mix (methods.md 1 and 8); null where a cached share has no price. */
export function usdPerMtok(
	{ input, cache_read, output }: Prices,
	{ input_share, cache_share }: Pick<Work, 'input_share' | 'cache_share'>,
): number | null {
	if (cache_share > 0 && cache_read === null) return null;
	const prompt = (1 - cache_share) * input + cache_share * (cache_read ?? 0);
	return input_share * prompt + (1 - input_share) * output;
}

/** US dollars per task; `retries` are whole further attempts per task on average. */
export function usdPerTask(prices: Prices, work: Work): number | null {
	const unit = usdPerMtok(prices, work);
	return unit === null ? null : (work.tokens * (1 + work.retries) * unit) / 1e6;
}

/** A day of tasks on two models: what it costs, and what it costs on either alone. `premium_share` is of the tasks (0..1). */
export type Day = { usd: number; all_premium_usd: number; all_cheap_usd: number };

export function dayOf(
	premium_usd_per_task: number,
	cheap_usd_per_task: number,
	tasks: number,
	premium_share: number,
): Day {
	const [all_premium_usd, all_cheap_usd] = [premium_usd_per_task * tasks, cheap_usd_per_task * tasks];
	return { usd: premium_share * all_premium_usd + (1 - premium_share) * all_cheap_usd, all_premium_usd, all_cheap_usd };
}

/** Whether a day that costs `from_usd` on the premium model can cost `to_usd`, and with how much of it left on that model. */
export type Answer = {
	/** What the premium price must be of the cheap one at least, for the cheap model alone to reach the target. */
	required_ratio: number;
	/** What it is. */
	ratio: number;
	/** Share of the tokens that may stay on the premium model; null = not reachable. */
	premium_share: number | null;
	/** The day on the cheap model alone. */
	all_cheap_usd: number;
};

/** The share of premium tokens that meets a target (methods.md 8): outside 0..1 it is not printed. Prices in one unit. */
export function answerOf(day: { from_usd: number; to_usd: number; premium: number; cheap: number }): Answer {
	const { from_usd, to_usd, premium, cheap } = day;
	const target = (to_usd / from_usd) * premium;
	const premium_share = (target - cheap) / (premium - cheap);
	const is_reachable = premium > cheap ? target >= cheap && target <= premium : target === premium;
	return {
		required_ratio: from_usd / to_usd,
		ratio: premium / cheap,
		premium_share: is_reachable && Number.isFinite(premium_share) ? premium_share : null,
		all_cheap_usd: (from_usd * cheap) / premium,
	};
}
