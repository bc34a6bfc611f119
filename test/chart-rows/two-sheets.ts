const cell = {
	model: 'lab/one',
	title: 'One',
	lab: 'Lab',
	country: 'CN',
	cell: 'output',
	from_day: '2026-01-01',
	to_day: null,
	cny_per_mtok: '14.0000000000',
	usd_per_mtok: '2.0000000000',
	implied_cny_per_usd: 7,
	cny_per_usd: '6.8000000000',
	fx_day: '2026-01-01',
};
export const rows = {
	cells: [
		cell,
		{
			...cell,
			cell: 'cache_read.over_256k',
			to_day: '2026-02-01',
			implied_cny_per_usd: 6.5,
			cny_per_mtok: '13.0000000000',
		},
		{ ...cell, model: 'lab/two', title: '<script>alert(1)</script>', implied_cny_per_usd: 7.142857142857143 },
		{ ...cell, model: 'lab/three', title: 'Three', lab: null, implied_cny_per_usd: 6.9 },
	],
};
