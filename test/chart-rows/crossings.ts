const watched = { weeks: 26, from_week: '2025-11-10', until_week: '2026-05-04' };

/** Tokens cross on two bases, certain on one; spend does not. */
export const rows = {
	rules: [
		{ ...watched, basis: 'top9_models', measure: 'tokens', share_kind: 'share', k: 1, week: '2026-02-09' },
		{ ...watched, basis: 'top9_models', measure: 'tokens', share_kind: 'share', k: 3, week: '2026-03-02' },
		{ ...watched, basis: 'top9_models', measure: 'tokens', share_kind: 'low', k: 3, week: null },
		{ ...watched, basis: 'top50_daily', measure: 'tokens', share_kind: 'share', k: 1, week: '2026-03-23' },
		{ ...watched, basis: 'top50_daily', measure: 'tokens', share_kind: 'low', k: 3, week: '2026-04-27' },
		{ ...watched, basis: 'top10_models', measure: 'spend', share_kind: 'share', k: 3, week: null },
	],
	leads: [
		{ basis: 'top9_models', week: '2026-02-09', lead: 'CN', lead_certain: false },
		{ basis: 'top50_daily', week: '2026-03-23', lead: 'CN', lead_certain: true },
		{ basis: 'top50_daily', week: '2026-04-27', lead: null, lead_certain: null },
	],
};
