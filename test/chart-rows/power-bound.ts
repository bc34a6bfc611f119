const inputs = {
	joules_low: 0.25,
	joules_high: 6.4,
	pue: 1.2,
	high_usd_per_mtok: 0.170667,
	last_seen_on: '2026-11-10',
};

/** Prices either side of the gap of the worked example ($12.50, 0.682667 %); one model of neither country. */
export const rows = {
	models: [
		{
			...inputs,
			model: 'anthropic/sonnet',
			title: 'Sonnet',
			country: 'US',
			output_usd_per_mtok: 15,
			gap_usd_per_mtok: 12.5,
			gap_share: 0.00682667,
		},
		{
			...inputs,
			model: 'z-ai/glm',
			title: '<script>alert(1)</script>',
			country: 'CN',
			output_usd_per_mtok: 4.4,
			gap_usd_per_mtok: 5.6,
			gap_share: 0.0152381,
		},
		{
			...inputs,
			model: 'openai/luna',
			title: null,
			country: 'US',
			output_usd_per_mtok: 1.2,
			gap_usd_per_mtok: 0.8,
			gap_share: 0.10666667,
		},
		{
			...inputs,
			model: 'mistralai/small',
			title: null,
			country: 'EU',
			output_usd_per_mtok: 0.3,
			gap_usd_per_mtok: null,
			gap_share: null,
		},
	],
};
