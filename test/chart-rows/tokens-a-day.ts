const said = { bound: 'exact', voice: 'organisation', unit_check: 'agrees', citation: 'https://example.org/' };

/** Two series, statements that contradict each other, one without a month, one by the press about a hostile name. */
export const rows = {
	said: [
		{ ...said, month: '2024-05', org: 'ByteDance', scope: 'doubao', country_group: 'CN', tokens_per_day: 0.12e12 },
		{ ...said, month: '2025-12', org: 'ByteDance', scope: 'doubao', country_group: 'CN', tokens_per_day: 50e12 },
		{
			...said,
			month: '2025-12',
			org: 'ByteDance',
			scope: 'doubao',
			country_group: 'CN',
			tokens_per_day: 63e12,
			voice: 'third_party',
		},
		{ ...said, month: '2026-06', org: 'ByteDance', scope: 'doubao', country_group: 'CN', tokens_per_day: 180e12 },
		{ ...said, month: '2025-05', org: 'Google', scope: 'all', country_group: 'US', tokens_per_day: 15.77e12 },
		{
			...said,
			month: '2026-05',
			org: 'Google',
			scope: 'all',
			country_group: 'US',
			tokens_per_day: 105.13e12,
			bound: 'over',
		},
		{
			...said,
			month: '2026-01',
			org: '<script>alert(1)</script>',
			scope: 'all',
			country_group: null,
			tokens_per_day: 2e12,
			voice: 'press',
			unit_check: 'alone',
		},
		{ ...said, month: null, org: 'OpenClaw', scope: 'all', country_group: null, tokens_per_day: 0.02e12 },
		{ ...said, month: '2026-02', org: 'Silent', scope: 'all', country_group: 'US', tokens_per_day: null },
	],
};
