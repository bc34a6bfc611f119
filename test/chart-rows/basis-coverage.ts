const weeks = ['2025-11-03', '2025-11-10', '2025-11-17', '2025-12-01', '2025-12-08', '2025-12-15'];

/** The top 9 end two weeks early; one total is an estimate, one coverage is unknown, the newest week is provisional. */
export const rows = {
	weeks: weeks.flatMap((week, index) =>
		['top50_daily', 'top9_models']
			.filter(basis => basis === 'top50_daily' || index < 4)
			.map(basis => ({
				week,
				basis,
				coverage: week === '2025-11-10' ? null : basis === 'top50_daily' ? 0.94 - index / 100 : 0.6 - index / 50,
				total_basis: week === '2025-12-01' ? 'estimate' : 'exact',
				is_complete: true,
				is_provisional: week === '2025-12-15',
			})),
	),
};
