import { budgetDays, hybridRoute, usdPerTask, type Mix, type Prices } from '../warehouse/methods/workload.ts';

/** What is asked of a day: the work, how often, how much of it on the premium model (0..1), and what it may cost. */
export type Plan = {
	readonly work: Mix;
	/** Whole further attempts per task on average. */
	readonly retries: number;
	readonly tasks: number;
	readonly premium_share: number;
	readonly target_usd: number;
	/** What may be spent in all, by a day that grows by `weekly_growth` (0.1 = 10 %) a week. */
	readonly budget_usd: number;
	readonly weekly_growth: number;
};
/** A model of the plan with its prices on the day; null where none was listed. */
export type Choice = { readonly title: string; readonly prices: Prices | null };
export type PlanKey =
	'unpriced' | 'uncached' | 'task' | 'day' | 'ratio' | 'reached' | 'enough' | 'missed' | 'burn' | 'lasting';
/** Fills a sentence of the word list; `dollars`, `times` and `percent` print numbers. */
export type Speaker = {
	say(key: PlanKey, values: Readonly<Record<string, string>>): string;
	dollars(usd: number): string;
	times(ratio: number): string;
	percent(fraction: number): string;
	whole(count: number): string;
};

/** The sentences that answer a plan, the same on a built page and in its script. The price ratio needed is always among them. */
export function planText(plan: Plan, premium: Choice, cheap: Choice, speaker: Speaker): string[] {
	const { say, dollars, times, percent, whole } = speaker;
	for (const { title, prices } of [premium, cheap]) if (prices === null) return [say('unpriced', { model: title })];
	const [dear, low] = [premium, cheap].map(({ prices }) =>
		prices === null ? null : usdPerTask(prices, plan.work, plan.retries),
	) as [number | null, number | null];
	if (dear === null || low === null) return [say('uncached', { model: dear === null ? premium.title : cheap.title })];
	const [all_premium_usd, all_cheap_usd] = [dear * plan.tasks, low * plan.tasks];
	const mixed_usd = plan.premium_share * all_premium_usd + (1 - plan.premium_share) * all_cheap_usd;
	const target = dollars(plan.target_usd);
	return [
		say('task', { premium: premium.title, dear: dollars(dear), cheap: cheap.title, low: dollars(low) }),
		say('day', {
			tasks: whole(plan.tasks),
			all: dollars(all_premium_usd),
			none: dollars(all_cheap_usd),
			share: percent(plan.premium_share),
			mixed: dollars(mixed_usd),
		}),
		say('ratio', { target, required: times(all_premium_usd / plan.target_usd), ratio: times(dear / low) }),
		outcome(),
		lasting(),
	];

	function outcome(): string {
		const { target_usd } = plan;
		if (target_usd >= all_premium_usd) return say('enough', { target, premium: premium.title });
		const day = { budget_usd: all_premium_usd, target_usd, premium: dear!, cheap: low! };
		const { premium_share } = hybridRoute(day);
		return premium_share === null
			? say('missed', { target, cheap: cheap.title, cost: dollars(all_cheap_usd) })
			: say('reached', { target, premium: premium.title, share: percent(premium_share) });
	}

	function lasting(): string {
		const days = mixed_usd > 0 ? budgetDays(plan.budget_usd, mixed_usd, plan.weekly_growth) : null;
		const of = { budget: dollars(plan.budget_usd), growth: percent(plan.weekly_growth) };
		return days === null ? say('lasting', of) : say('burn', { ...of, days: whole(days) });
	}
}
