const days = ['2026-01-01', '2026-01-02', '2026-01-10', '2026-03-20', '2026-03-21', '2026-04-10'];

/** List prices with a gap of more than four weeks and a free one that is no floor; a host below the list; one look of Europe. */
export const rows = {
	list: [
		...days.flatMap((day, index) => [
			{
				country: 'US',
				day,
				min_usd_per_mtok: index < 2 ? '0.0750000000' : '0.0050000000',
				model: 'openai/<script>alert(1)</script>',
			},
			{ country: 'CN', day, min_usd_per_mtok: index === 2 ? '0' : '0.0028000000', model: 'deepseek/v4-flash' },
		]),
		{ country: 'EU', day: '2026-03-20', min_usd_per_mtok: '0.0150000000', model: 'mistralai/ministral-8b' },
	],
	host: days.map(day => ({
		country: 'CN',
		day,
		min_usd_per_mtok: day < '2026-03-01' ? null : '0.0010000000',
		model: 'deepseek/v4-flash',
	})),
};
