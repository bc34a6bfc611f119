/** A month nobody watched, one of few models, one without a change, one of rises only. */
export const rows = {
	months: [
		{ month: '2025-11', models: '0', cut: '0', raised: '0', provisional: '0' },
		{ month: '2025-12', models: '4', cut: '1', raised: '0', provisional: '1' },
		{ month: '2026-01', models: '120', cut: '0', raised: '0', provisional: '0' },
		{ month: '2026-02', models: '121', cut: '7', raised: '2', provisional: '3' },
		{ month: '2026-03', models: '122', cut: '0', raised: '3', provisional: '0' },
	],
};
