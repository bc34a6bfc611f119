const weeks = Array.from({ length: 12 }, (_, index) =>
	new Date(Date.parse('2025-12-01') + index * 7 * 86_400_000).toISOString().slice(0, 10),
);

/** Tokens with a band and a week outside the list, a provisional end; spend beside the tokens of the same models. */
export const rows = {
	tokens: weeks
		.filter((_, index) => index !== 5)
		.map((week, index) => ({
			lab_slug: 'made',
			week,
			measure: 'tokens',
			basis: 'all_tokens',
			denominator: 'all',
			country: 'CN',
			share: 0.1 + index / 200,
			low: 0.1 + index / 200,
			high: 0.15 + index / 200,
			coverage: 0.93,
			is_provisional: index === 10,
			as_of: '2026-03-01',
		})),
	spend: weeks.slice(3, 9).flatMap((week, index) =>
		(['spend', 'tokens_same_models'] as const).map(measure => ({
			lab_slug: 'made',
			week,
			measure,
			basis: 'top10_models',
			denominator: 'all',
			country: 'CN',
			share: measure === 'spend' ? 0.05 : 0.2 + index / 100,
			low: measure === 'spend' ? 0.04 : null,
			high: measure === 'spend' ? 0.07 : null,
			coverage: 0.5,
			is_provisional: false,
			as_of: null,
		})),
	),
};
