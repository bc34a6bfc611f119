const list = {
	series: 'list',
	model: 'lab/one',
	title: 'One',
	country: 'CN',
	cell: 'output',
	usd_per_mtok: '4.0000000000',
	median_usd_per_mtok: null,
	hosts: null,
	from_day: '2025-12-01',
	end_day: '2026-02-01',
	changed_after: null,
};
const host = {
	...list,
	series: 'cheapest_host',
	usd_per_mtok: '1.5000000000',
	median_usd_per_mtok: '2.2000000000',
	hosts: 3,
};
const both = (cell: string) =>
	[
		list,
		{
			...list,
			usd_per_mtok: '3.0000000000',
			from_day: '2026-02-01',
			end_day: '2026-03-09',
			changed_after: '2026-01-28',
		},
		host,
		{ ...host, usd_per_mtok: '1.2000000000', from_day: '2026-02-20', end_day: '2026-03-08' },
		// A host as dear as the lab, under a hostile name; a model whose hosts have not been seen for long.
		{ ...list, model: 'openai/two', title: '<script>alert(1)</script>', country: 'US', end_day: '2026-03-09' },
		{
			...host,
			model: 'openai/two',
			title: '<script>alert(1)</script>',
			country: 'US',
			usd_per_mtok: '4.0000000000',
			end_day: '2026-03-09',
		},
		{ ...list, model: 'eu/old', title: 'Old', country: 'EU', end_day: '2026-03-09' },
		{ ...host, model: 'eu/old', title: 'Old', country: 'EU', from_day: '2025-04-01', end_day: '2025-06-01' },
	].map(row => ({ ...row, cell }));
export const rows = { spells: [...both('output'), ...both('input')] };
