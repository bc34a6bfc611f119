const clock = {
	title: 'One',
	country: 'CN',
	channel: 'lab-direct',
	currency: 'USD',
	cell: 'output',
	day: '2026-03-09',
	day_kind: 'weekday',
	time_zone: 'UTC',
	hours: 24,
	peak_hours: 7,
	peak_native_per_mtok: 3.96,
	off_peak_native_per_mtok: 1.98,
	mean_native_per_mtok: 2.5575,
	worst_from_local: '01:00',
	source: 'made-prices',
};
/** A working day at two prices, a weekend at one, a name that would be markup. */
export const rows = {
	clocks: [
		clock,
		{
			...clock,
			title: '<script>alert(1)</script>',
			cell: 'input',
			peak_native_per_mtok: 1.32,
			off_peak_native_per_mtok: 0.66,
			mean_native_per_mtok: 0.8525,
		},
		{
			...clock,
			day: '2026-03-08',
			day_kind: 'weekend',
			peak_hours: 0,
			mean_native_per_mtok: 1.98,
			worst_from_local: null,
		},
	],
};
