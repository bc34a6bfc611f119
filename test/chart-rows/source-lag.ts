const lag = {
	source: '<script>alert(1)</script>',
	source_channel: 'lab-direct',
	changes: 7,
	shown: 6,
	not_yet: 1,
	median_low_late_days: 3,
	median_late_days: 7,
	p90_late_days: 34,
};
/** One source with enough changes, one with too few. */
export const rows = { lags: [lag, { ...lag, source: 'made-prices', changes: 4, shown: 3, median_late_days: 48 }] };
