const weeks = Array.from({ length: 30 }, (_, index) =>
	new Date(Date.parse('2025-06-02') + index * 7 * 86_400_000).toISOString().slice(0, 10),
);
const row = (week: string, country: string, free: number, unpriced: number, basis = 'top50_day') => ({
	week,
	basis,
	denominator: 'country',
	country,
	tokens: '1000000000000',
	free_tokens: String(free * 1e12),
	unpriced_tokens: String(unpriced * 1e12),
	low: free,
	high: free + unpriced,
	coverage: basis === 'top50_day' ? 0.94 : 0.5,
	others: 0.03,
	is_provisional: week === weeks.at(-1),
	as_of: '2026-01-05',
});

/**
 * Thirty weeks of one day each: the US gives away more, China less; one week free of free tokens, some of unknown price,
 * one week missing in China, the newest provisional. On the ten largest models three weeks.
 */
export const rows = {
	weeks: weeks.flatMap((week, index) => [
		row(week, 'US', 0.042 + index / 200, index % 5 === 0 ? 0.03 : 0),
		...(index === 20 ? [] : [row(week, 'CN', index === 10 ? 0 : 0.4 - index / 100, index === 25 ? 0.1 : 0)]),
		...(index < 3 ? [row(week, 'US', 0, 0, 'top10_models'), row(week, 'CN', 0.3, 0, 'top10_models')] : []),
	]),
};
