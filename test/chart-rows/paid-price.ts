const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-02-02', '2026-02-09', '2026-02-16'];

/** Two countries: early weeks at later prices, a week that is a range, one without a Chinese model, free tokens in China. */
export const rows = {
	weeks: weeks.flatMap((week, at) =>
		['CN', 'US']
			.filter(country => country === 'US' || at !== 2)
			.map(country => ({
				week,
				country,
				usd_spend: country === 'US' ? 2_000_000 + at * 100_000 : 400_000 + at * 20_000,
				usd_spend_cache_at_input:
					country === 'US' ? 2_000_000 + at * 100_000 : 400_000 + at * (at === 4 ? 60_000 : 20_000),
				analytics_tokens: '3000000000000',
				paid_tokens: country === 'US' ? '3000000000000' : '2000000000000',
				models: 5,
				basis: 'top10_models',
				coverage: at === 5 ? null : 0.5,
				is_range: at === 4,
				prices_observed_on: at < 3 ? '2026-02-09' : '2026-02-16',
				is_back_priced: at < 2,
			})),
	),
	missing: [{ weeks: 1 }],
};
