const weeks = (week: string, agree: number, single: number) => [
	{ week, country: 'CN', agreement: 'agree', cells: agree },
	{ week, country: 'CN', agreement: 'single', cells: single },
	{ week, country: 'US', agreement: 'agree', cells: 3 * agree },
	{ week, country: 'US', agreement: 'explained', cells: 4 },
	{ week, country: 'US', agreement: 'disputed', cells: 2 },
];
/** Three weeks of two countries; China has no disputed cell. */
export const rows = {
	weeks: [...weeks('2026-02-02', 10, 40), ...weeks('2026-02-09', 20, 30), ...weeks('2026-02-16', 30, 10)],
};
