const heads: Record<string, [string | null, number]> = {
	China: ['CN', 1000],
	'United States': ['US', 13000],
	World: [null, 2400],
	'European Union (27)': ['EU', 6100],
};

/** Four areas, a missing year, a year of one area alone, and an end that is long past. */
export const rows = {
	years: Object.entries(heads).flatMap(([area, [country_group, first]]) =>
		[2000, 2001, 2002, 2004, 2005]
			.filter(year => area !== 'World' || year < 2005)
			.map(year => ({
				year,
				area,
				country_group,
				kwh_per_head: year === 2001 && area === 'China' ? null : first + (year - 2000) * 40,
				edition: 'made up',
			})),
	),
	built: [{ year: 2026 }],
};
