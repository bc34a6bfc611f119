const said = { bound: 'exact', voice: 'organisation', unit_check: 'agrees', citation: 'https://example.org/' };

/** A measured platform beside totals: one exact, one a bound, one by a third party, one whose unit nothing confirms, one unknown. */
export const rows = {
	said: [
		{ ...said, org: 'ByteDance', scope: 'doubao', country_group: 'CN', month: '2026-06', tokens_per_day: 180e12 },
		{
			...said,
			org: 'Google',
			scope: 'all',
			country_group: 'US',
			month: '2026-05',
			tokens_per_day: 105.13e12,
			bound: 'over',
		},
		{
			...said,
			org: 'China <script>alert(1)</script>',
			scope: 'all',
			country_group: null,
			month: '2025-06',
			tokens_per_day: 30e12,
			voice: 'third_party',
		},
		{
			...said,
			org: 'MiniMax',
			scope: 'all',
			country_group: 'CN',
			month: '2024-11',
			tokens_per_day: 3e12,
			unit_check: 'alone',
			bound: 'about',
		},
		{ ...said, org: 'Silent', scope: 'all', country_group: 'EU', month: '2025-01', tokens_per_day: null },
	],
	platform: [
		{
			month: '2026-09-01',
			platform_tokens_per_day: 19.2e12,
			share_at_most: 0.0589,
			disclosed_tokens_per_day: 306.7e12,
		},
	],
};
