const source = {
	source: '<script>alert(1)</script>',
	kind: 'price',
	state: 'fresh',
	newest_at: '2026-03-10 03:00:00',
	age_days: 0,
	cadence_days: 1,
	age_by_cadence: 0,
};
/** Seen on the day, late, stale, an archive long past, held, looked at by the hour, never. */
export const rows = {
	sources: [
		source,
		{ ...source, source: 'made-late', state: 'late', newest_at: '2026-03-08 03:00:00', age_days: 2, age_by_cadence: 2 },
		{
			...source,
			source: 'made-weekly',
			newest_at: '2026-03-06 03:00:00',
			age_days: 4,
			cadence_days: 7,
			age_by_cadence: 4 / 7,
		},
		{
			...source,
			source: 'made-stale',
			state: 'stale',
			newest_at: '2026-03-05 03:00:00',
			age_days: 5,
			age_by_cadence: 5,
		},
		{
			...source,
			source: 'made-archive',
			state: 'archive',
			newest_at: '2026-01-26 03:00:00',
			age_days: 43,
			age_by_cadence: 43,
		},
		{ ...source, source: 'made-held', state: 'held', newest_at: '2026-03-09 03:00:00', age_days: 1, age_by_cadence: 1 },
		{ ...source, source: 'made-hourly', cadence_days: 1 / 24 },
		{ ...source, source: 'made-never', state: 'never', newest_at: null, age_days: null, age_by_cadence: null },
	],
};
