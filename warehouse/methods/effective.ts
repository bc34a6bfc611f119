import { usdPerMtok, type Prices } from './workload.ts';

/** Tokens of one period: `prompt` includes `cached`, `completion` includes reasoning. */
export type Usage = { prompt: number; cached: number; completion: number };

/** `parts` of input and one of output (methods.md 1): 3 as Artificial Analysis and Epoch AI blend, 1 as a16z. */
export const blendOf = ({ input, output }: Pick<Prices, 'input' | 'output'>, parts = 3): number =>
	(parts * input + output) / (parts + 1);

/** Input share and cache hit rate of a period (fractions); null where its counts are missing, all 0 or contradict themselves. */
export function sharesOf({ prompt, cached, completion }: Usage): { input_share: number; cache_share: number } | null {
	if (!(prompt >= 0) || !(completion >= 0) || !(cached >= 0) || cached > prompt || prompt + completion === 0)
		return null;
	return { input_share: prompt / (prompt + completion), cache_share: prompt === 0 ? 0 : cached / prompt };
}

/**
 * USD per million tokens at the measured mix (methods.md 1, `effective_observed`), cached tokens billed once; null without
 * counts, and where cached tokens have no price.
 */
export function effectiveOf(prices: Prices, usage: Usage): number | null {
	const shares = sharesOf(usage);
	return shares && usdPerMtok(prices, shares);
}
