const month = {
	source: '<script>alert(1)</script>',
	record: 'price',
	month: '2026-01',
	rows: 120,
	days: 28,
	is_break: false,
	reason: null,
};
/** A full month, a gap, a thin month; a second series that began later. */
export const rows = {
	months: [
		month,
		{ ...month, month: '2026-02', rows: 0, days: 0, is_break: true, reason: 'no rows' },
		{ ...month, month: '2026-03', rows: 7, days: 2 },
		{ ...month, source: 'made-usage', record: 'usage', month: '2026-03', rows: 9, days: 9 },
	],
};
