/**
 * Bill of a run over its tokens at list price (methods.md 2.4): about 1, less where cache or discounts helped. Prices in
 * USD per million tokens. Null where a part is missing or nothing was billed.
 */
export function runCostRatio(run: {
	run_cost_usd: number | null;
	prompt_tokens: number | null;
	completion_tokens: number | null;
	input_usd_per_mtok: number | null;
	output_usd_per_mtok: number | null;
}): number | null {
	const { run_cost_usd, prompt_tokens, completion_tokens, input_usd_per_mtok, output_usd_per_mtok } = run;
	if (run_cost_usd === null || !(run_cost_usd > 0)) return null;
	if (prompt_tokens === null || completion_tokens === null) return null;
	if (input_usd_per_mtok === null || output_usd_per_mtok === null) return null;
	const listed = (prompt_tokens * input_usd_per_mtok + completion_tokens * output_usd_per_mtok) / 1e6;
	return listed > 0 ? run_cost_usd / listed : null;
}

/** A ratio outside means a wrong price or shifted rows. */
export const plausible = { low: 0.5, high: 1.1 };
