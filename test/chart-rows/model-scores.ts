const score = {
	model: 'openai/one',
	country: 'US',
	axis: 'gpqa-diamond',
	effort: 'high',
	score: 87.6,
	unit: 'percent',
	scored_on: '2025-10-07',
	run_cost_usd: null,
	is_self_reported: false,
	place: 1,
	models: 94,
	lowest: 14.7,
	middle: 58.6,
	highest: 87.6,
	source: 'curated-scores',
};
const index = {
	...{ axis: 'epoch-capabilities-index', unit: 'points', place: 3, models: 116 },
	...{ lowest: 75.4, middle: 128.2, highest: 150 },
};
/** An index with its own scale, per cent at two efforts, one reported by the maker, a benchmark of few models. */
export const rows = {
	scores: [
		{ ...score, ...index, score: 149.6, effort: null },
		score,
		{ ...score, effort: '<script>alert(1)</script>', score: 70.1, is_self_reported: true, run_cost_usd: '12.5' },
		{
			...score,
			axis: 'swe-bench-pro',
			effort: 'low',
			score: 0,
			place: 5,
			models: 5,
			lowest: 0,
			middle: 20,
			highest: 40,
		},
	],
};
