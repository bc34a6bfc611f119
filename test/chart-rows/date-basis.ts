const basis = {
	observed_on_basis: 'changelog',
	observed_on_quality: 'exact',
	rows: 700,
	sources: 1,
	records: 'model price',
	first_day: '2025-09-01',
	last_day: '2026-03-01',
};
/** One basis of two qualities, one of one, a day that nothing tells, a basis without words of its own. */
export const rows = {
	bases: [
		{
			...basis,
			observed_on_basis: '<script>alert(1)</script>',
			observed_on_quality: 'unknown',
			rows: 20,
			records: 'usage',
		},
		basis,
		{ ...basis, observed_on_quality: 'bounded', rows: 100 },
		{ ...basis, observed_on_basis: 'git', rows: 180, sources: 2, records: 'price' },
	],
};
