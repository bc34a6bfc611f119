const seen = { agreement: 'agree', last_seen_on: '2026-11-10' };

/** Three models: a deep discount, a shallow one, and one that publishes no cache price. */
export const rows = {
	models: [
		{
			...seen,
			model: 'anthropic/sonnet',
			title: 'Sonnet',
			lab: 'Anthropic',
			country: 'US',
			input_usd_per_mtok: '3',
			cache_read_usd_per_mtok: '0.3',
			output_usd_per_mtok: '15',
		},
		{
			...seen,
			model: 'z-ai/glm',
			title: '<script>alert(1)</script>',
			lab: 'Z.ai',
			country: 'CN',
			input_usd_per_mtok: '1.4',
			cache_read_usd_per_mtok: '0.26',
			output_usd_per_mtok: '4.4',
		},
		{
			...seen,
			model: 'openai/gpt-oss',
			title: null,
			lab: 'OpenAI',
			country: 'US',
			input_usd_per_mtok: '0.039',
			cache_read_usd_per_mtok: null,
			output_usd_per_mtok: '0.18',
		},
	],
};
