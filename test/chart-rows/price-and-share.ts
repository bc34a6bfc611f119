const months = ['2025-08-01', '2025-09-01', '2025-10-01', '2025-11-01', '2026-01-01', '2026-02-01', '2026-03-01'];
const bases = [
	['all_tokens', 'all'],
	['top50_daily', 'cn_plus_us'],
	['top9_models', 'cn_plus_us'],
] as const;
const shareOf = (country: string, index: number) => (country === 'CN' ? 0.2 + index / 20 : 0.7 - index / 20);

/**
 * Seven months with one missing between; China has twenty priced models from the third on; a month of the nine models
 * without a price; four months of spend beside the tokens of the same models; one free median, which no log axis holds.
 */
export const rows = {
	prices: [
		...months.flatMap((month, index) => [
			{ month, country: 'CN', usd_per_mtok: String(1.5 + index * 0.2), models: index < 2 ? 12 : 24 + index },
			{ month, country: 'US', usd_per_mtok: index < 3 ? '8' : '10', models: 130 },
		]),
		{ month: '2026-04-01', country: 'CN', usd_per_mtok: '0', models: 25 },
	],
	tokens: bases.flatMap(([basis, denominator]) =>
		[...months.slice(basis === 'top9_models' ? 4 : 0), '2026-04-01', '2026-05-01'].flatMap((month, index) =>
			['CN', 'US'].map(country => ({
				month,
				basis,
				denominator,
				country,
				share: shareOf(country, index),
				low: shareOf(country, index) - (basis === 'all_tokens' ? 0 : 0.03),
				high: shareOf(country, index) + 0.06,
				same_share: null,
				coverage: basis === 'top9_models' ? 0.5 : 0.93,
				weeks: 4,
				as_of: '2026-05-04',
			})),
		),
	),
	spend: months.slice(1, 5).flatMap((month, index) =>
		['CN', 'US'].map(country => ({
			month,
			basis: 'top10_models',
			denominator: 'cn_plus_us',
			country,
			share: country === 'CN' ? 0.1 : 0.9,
			low: country === 'CN' ? 0.1 : 0.86,
			high: country === 'CN' ? 0.14 : 0.9,
			same_share: country === 'CN' ? 0.4 + index / 20 : 0.6 - index / 20,
			coverage: 0.5,
			weeks: 4,
			as_of: null,
		})),
	),
};
