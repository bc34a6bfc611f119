const months = ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'];

/** Six months: volume grows while the matched price stands still; the newest has no price index yet, and no spend. */
export const rows = {
	months: months.map((month, index) => ({
		month,
		base_month: '2025-08-01',
		price_index: index === 5 ? null : 1 - index * 0.01,
		tokens_index: 1.5 ** index,
		spend_low_index: index === 5 ? null : 1.3 ** index,
		spend_high_index: index === 5 ? null : 1.4 ** index,
		is_partial: false,
	})),
};
