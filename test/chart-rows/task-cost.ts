const workloads = [
	{ workload: 'chatbot', tokens_per_task: '30000', input_share: 0.8, cache_share: 0 },
	{ workload: 'agent_cold', tokens_per_task: '20000000', input_share: 0.98, cache_share: 0 },
	{ workload: 'agent', tokens_per_task: '20000000', input_share: 0.98, cache_share: 0.7 },
	{ workload: 'agent_warm', tokens_per_task: '20000000', input_share: 0.98, cache_share: 0.9 },
];
const dollars: Record<string, (number | null)[]> = {
	'anthropic/opus': [0.27, 108, 46.26, 28.62],
	'anthropic/sonnet': [0.162, 64.8, 27.756, 17.172],
	'minimax/m2.5': [0.0144, 6.36, 2.6556, 1.5972],
	'deepseek/v4-flash': [0.00504, 2.856, null, null],
};

/** The worked examples of the methods page; one model without a cache price. */
export const rows = {
	tasks: Object.entries(dollars).flatMap(([model, costs]) =>
		workloads.map((workload, index) => ({
			...workload,
			model,
			title: model === 'minimax/m2.5' ? '<script>alert(1)</script>' : null,
			lab: model.split('/')[0],
			country: model.startsWith('anthropic') ? 'US' : 'CN',
			usd_per_task: costs[index],
			from_day: '2026-09-30',
			last_seen_on: '2026-11-10',
		})),
	),
};
