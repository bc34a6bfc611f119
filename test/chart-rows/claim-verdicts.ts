const held = {
	claim_id: 'feb-crossing',
	day: '2026-03-01',
	to_day: '2026-03-20',
	release: 'data-2026.03.01',
	verdict: 'partly',
	reason: '<script>alert(1)</script> two of three bases',
	reason_zh: '<script>alert(1)</script>三种口径中两种成立',
};
/** A verdict that changed three times, once back, the last on the day of the build. */
export const rows = {
	verdicts: [
		held,
		{ ...held, day: '2026-03-20', to_day: '2026-03-21', release: 'data-2026.03.20', verdict: 'contradicted' },
		{ ...held, day: '2026-03-21', to_day: '2026-05-02', release: 'data-2026.03.21', verdict: 'supported' },
		{ ...held, day: '2026-05-02', to_day: '2026-05-02', release: 'data-2026.05.02', verdict: 'partly' },
	],
};
