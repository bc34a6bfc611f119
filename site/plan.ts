import { answerOf, dayOf, usdPerTask, type Prices, type Work } from './workload.ts';

/** What is asked of a day: the work, how often, how much of it on the premium model (0..1), and what it may cost. */
export type Plan = {
	readonly work: Work;
	readonly tasks: number;
	readonly premium_share: number;
	readonly target_usd: number;
};
/** A model of the plan with its prices on the day; null where none was listed. */
export type Choice = { readonly title: string; readonly prices: Prices | null };
export type PlanKey = 'unpriced' | 'uncached' | 'task' | 'day' | 'ratio' | 'reached' | 'enough' | 'missed';
/** Fills a sentence of the word list; `dollars`, `times` and `percent` print numbers. */
export type Speaker = {
	say(key: PlanKey, values: Readonly<Record<string, string>>): string;
	dollars(usd: number): string;
	times(ratio: number): string;
	percent(fraction: number): string;
	whole(count: number): string;
};

/** The sentences that answer a plan, the same on a built page and in its script. The price ratio needed is always among them. */
export function planText(
	plan: Plan,
	premium: Choice,
	cheap: Choice,
	{ say, dollars, times, percent, whole }: Speaker,
): string[] {
	for (const { title, prices } of [premium, cheap]) if (prices === null) return [say('unpriced', { model: title })];
	const [dear, low] = [premium, cheap].map(({ prices }) =>
		prices === null ? null : usdPerTask(prices, plan.work),
	) as [number | null, number | null];
	if (dear === null || low === null) return [say('uncached', { model: dear === null ? premium.title : cheap.title })];
	const day = dayOf(dear, low, plan.tasks, plan.premium_share);
	const { target_usd } = plan;
	const answer = answerOf({ from_usd: day.all_premium_usd, to_usd: target_usd, premium: dear, cheap: low });
	const target = dollars(target_usd);
	const outcome =
		target_usd >= day.all_premium_usd
			? say('enough', { target, premium: premium.title })
			: answer.premium_share === null
				? say('missed', { target, cheap: cheap.title, cost: dollars(answer.all_cheap_usd) })
				: say('reached', { target, premium: premium.title, share: percent(answer.premium_share) });
	return [
		say('task', { premium: premium.title, dear: dollars(dear), cheap: cheap.title, low: dollars(low) }),
		say('day', {
			tasks: whole(plan.tasks),
			all: dollars(day.all_premium_usd),
			none: dollars(day.all_cheap_usd),
			share: percent(plan.premium_share),
			mixed: dollars(day.usd),
		}),
		say('ratio', { target, required: times(answer.required_ratio), ratio: times(answer.ratio) }),
		outcome,
	];
}
