const one = {
	family: 'lab/one-',
	model: 'lab/one-1',
	title: 'One 1',
	lab: 'Lab',
	country: 'CN',
	cell: 'output',
	released_on: '2025-06-01',
	launch_usd: '4.0000000000',
	now_usd: '1.0000000000',
	last_seen_on: '2026-03-09',
};
const models = (cell: string) =>
	[
		one,
		{
			...one,
			model: 'lab/one-2',
			title: 'One 2',
			released_on: '2025-11-01',
			launch_usd: '2.0000000000',
			now_usd: '2.0000000000',
		},
		{
			...one,
			model: 'lab/one-3',
			title: '<script>alert(1)</script>',
			released_on: '2026-03-01',
			launch_usd: '5.0000000000',
			now_usd: '5.0000000000',
		},
		{
			...one,
			family: 'us/two-',
			model: 'us/two-1',
			title: 'Two 1',
			country: 'US',
			released_on: '2025-08-01',
			now_usd: '6.0000000000',
		},
		{ ...one, family: 'us/still-', model: 'us/still-1', title: 'Still 1', country: 'US', now_usd: '4.0000000000' },
	].map(row => ({ ...row, cell }));
export const rows = { models: ['output', 'input', 'cache_read'].flatMap(models) };
