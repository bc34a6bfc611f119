const layers = { US: 40e12, CN: 60e12, EU: 0.2e12, other: 0, unnamed: 5e12, unlisted: 4e12 };
const weeks = [
	'2025-11-03',
	'2025-11-10',
	'2025-11-17',
	'2025-12-01',
	'2025-12-08',
	'2025-12-15',
	'2025-12-22',
	'2025-12-29',
];

/** Eight weeks: one missing, one estimated, the newest provisional, and an open one that is never drawn. */
export const rows = {
	weeks: [...weeks, '2026-01-05'].flatMap((week, index) =>
		Object.entries(layers).map(([country, most]) => ({
			week,
			country,
			tokens: String(Math.round((most * (index + 1)) / weeks.length)),
			total_tokens: String(Math.round((109.2e12 * (index + 1)) / weeks.length)),
			share: most / 109.2e12,
			total_basis: week === '2025-12-08' ? 'estimate' : 'exact',
			is_complete: week !== '2026-01-05',
			is_provisional: week === '2025-12-29',
			as_of: '2026-01-06',
		})),
	),
};
