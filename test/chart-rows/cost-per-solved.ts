const run = (model: string | null, effort: string | null, share_solved: number, run_cost_usd: number | null) => ({
	model,
	title: model === 'z-ai/glm' ? '<script>alert(1)</script>' : model === 'openai/o3' ? 'o3' : null,
	country: model === null ? 'unknown' : /glm|deepseek/.test(model) ? 'CN' : 'US',
	printed_name: `${model ?? 'two models'} (${effort ?? 'none'})`,
	effort,
	axis: 'aider-polyglot',
	usd_per_solved_task: run_cost_usd ? run_cost_usd / (225 * share_solved) : null,
	share_solved,
	run_cost_usd: run_cost_usd ?? 0,
	tasks: 225,
	scored_on: '2025-07-11',
	is_suspect: model === 'z-ai/glm' ? true : effort === null ? null : false,
	snapshot: null,
});

/** Runs with a bill, one that does not fit its tokens, one of two models, one of 0 dollars, one that solved little. */
export const rows = {
	runs: [
		run('deepseek/v3', null, 0.7, 0.8756),
		run('z-ai/glm', 'high', 0.6, 1.2),
		run('openai/gpt-5', 'low', 0.81, 10.37),
		run('openai/gpt-5', 'high', 0.88, 29.08),
		run('openai/o3', null, 0.77, 13.75),
		run('openai/nano', null, 0.09, 0.43),
		run(null, null, 0.64, 13.29),
		run('openai/free', null, 0.5, null),
	],
	all: [{ runs: 12 }],
};
