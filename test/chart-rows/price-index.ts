const weeks = ['2026-02-09', '2026-02-16', '2026-02-23', '2026-03-02', '2026-03-16'];
const months = ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'];
const nothing = { low: null, high: null, usd_per_mtok: null, is_flagged: false };

/** A line of an index: its levels by period, the base first. */
const line = (country: string, series: string, days: readonly string[], levels: readonly number[]) =>
	levels.map((index, at) => ({
		...nothing,
		country,
		series,
		day: days[at],
		index,
		base_day: days[0],
		members: 10 + at,
		matched_members: at === 0 ? null : 9 + at,
		entries: at === 0 ? null : 1,
		exits: at === 0 ? null : 0,
		matched_spend_share: at === 0 ? null : at === 2 ? 0.5 : 0.95,
		is_flagged: at === 2,
	}));

/** Prices that stand still in the US while what is paid rises; a week missing, a week hollow, no hedonic index for China. */
export const rows = {
	weeks: ['all', 'US', 'CN'].flatMap(country => [
		...line(country, 'fisher', weeks, country === 'US' ? [1, 1, 1, 1, 1] : [1, 1.4, 1.2, 1.15, 1.124]),
		...line(country, 'geks', weeks, country === 'US' ? [1, 1, 1, 1, 1] : [1, 1.2, 1.1, 1.05, 0.954]),
		...line(country, 'paid', weeks, [1, 1.3, 1.5, 1.25, 1.21]).map(row => ({ ...row, usd_per_mtok: row.index / 2 })),
	]),
	hedonic: ['all', 'US'].flatMap(country =>
		line(country, 'hedonic', ['2026-02-28', '2026-03-31'], [0.99, 0.98]).map(row => ({
			...row,
			base_day: '2026-01-31',
			matched_members: null,
			is_flagged: false,
		})),
	),
	months: [
		...line('US', 'list_matched', months, [1, 1, 1.01, 1, 0.99]),
		...line('US', 'hedonic', months, [1, 1.02, 1, 0.95, 0.91]).map(row => ({
			...row,
			low: row.index * 0.55,
			high: row.index * 1.8,
			matched_members: null,
		})),
		...line('CN', 'list_matched', months, [1, 1.05, 0.9, 0.7, 0.71]),
	],
	lack: [{ country: 'CN', models: 1, models_needed: 20 }],
};
