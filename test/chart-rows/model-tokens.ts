const days = ['2026-01-07', '2026-01-14', '2026-01-21', '2026-01-28', '2026-02-04', '2026-02-11'];

/** Listed on four of six days with a list, with a hole between them. */
export const rows = {
	listed: [0, 1, 3, 4].map((at, index) => ({
		day: days[at] ?? '',
		model: 'made/one',
		country: 'EU',
		tokens: String(1_200_000_000 * (index + 1)),
		slugs: '2',
		as_of: '2026-03-01',
	})),
	days: days.map(day => ({ day })),
};
