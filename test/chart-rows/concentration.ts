const weeks = Array.from({ length: 8 }, (_, index) =>
	new Date(Date.parse('2025-11-03') + index * 7 * 86_400_000).toISOString().slice(0, 10),
);
const figures = (low: number, high: number) => ({
	hhi_low: low,
	hhi_high: high,
	effective_low: 10_000 / high,
	effective_high: 10_000 / low,
	cr4_low: 0.6,
	cr4_high: high > low ? 0.68 : 0.6,
});

/** Tokens of the top 50 with a band and a missing week; of the ten models spend beside tokens, which end earlier. */
export const rows = {
	weeks: [
		...weeks
			.filter((_, index) => index !== 3)
			.map((week, index) => ({
				week,
				measure: 'tokens',
				basis: 'top50_daily',
				denominator: 'all',
				coverage: 0.9,
				members: 17,
				...figures(900 + 40 * index, 1500 + 60 * index),
				is_provisional: week === weeks.at(-1),
			})),
		...weeks.slice(0, 6).flatMap((week, index) =>
			(['spend', 'tokens'] as const).map(measure => ({
				week,
				measure,
				basis: 'top10_models',
				denominator: 'listed',
				coverage: 1,
				members: 6,
				...(measure === 'spend' ? figures(5000, 5000) : figures(2000 + 50 * index, 2000 + 50 * index)),
				is_provisional: false,
			})),
		),
	].sort((a, b) => a.week.localeCompare(b.week)),
};
